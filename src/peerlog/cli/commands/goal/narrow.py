from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from ... import terminal
from ...asking import ask
from ...examples import examples
from ...invocation import invocation

if TYPE_CHECKING:
    from ....domain.narrowing import Step
    from ....journal.journal import Journal


@click.command(epilog=examples("peerlog goal narrow"))
def command() -> None:
    """Come from a wide theme to a goal that you can see or count, by ten short questions.

    Enter alone leaves a question open. Ctrl-C stops; what you have answered is kept as unfinished.
    """
    from ....errors import BadInput
    from ....journal.goal.goals import add_narrowed
    from ...listing import one_line

    if not terminal.can_ask():
        raise BadInput("There is no terminal to ask the questions on.", "“peerlog goal add” takes all answers at once.")
    with invocation().journal(writes=True) as journal:
        answers = _asked(journal)
        goal = add_narrowed(journal, answers)
        terminal.put(one_line(journal, goal))
        if goal.state == "proposed":
            terminal.say("It is proposed: “peerlog goal state ID agreed” when they have said yes.")


def _asked(journal: Journal) -> dict[str, str]:
    from ....domain.narrowing import STEPS, suggested_title
    from ....journal.goal.goals import unfinished

    answers: dict[str, str] = {}
    try:
        for number, step in enumerate(STEPS, 1):
            terminal.say()
            terminal.say(f"{number} of {len(STEPS)}  {step.question}")
            terminal.say(f"   {step.help}" + (f" For example: {step.example}" if step.example else ""))
            suggested = suggested_title(answers) if step.name == "title" else ""
            answers[step.name] = _answer(journal, step, suggested)
    except (click.Abort, KeyboardInterrupt):
        if any(said.strip() for said in answers.values()):
            journal.entries.keep_draft(unfinished(answers, os.urandom(16).hex(), journal.time.stamp()))
            terminal.say("\nWhat you have answered is kept as unfinished: “peerlog drafts” lists it.")
        raise
    return answers


def _answer(journal: Journal, step: Step, suggested: str) -> str:
    from ....domain.narrowing import check_answer
    from ....domain.problem import Problem

    while True:
        said = ask(step.label, suggested)
        try:
            understood = check_answer(step, said, journal.time.today())
        except Problem as problem:
            terminal.say(f"   {problem.message} {problem.hint}")
            continue
        if understood:
            terminal.say(f"   → {understood}")
        return said
