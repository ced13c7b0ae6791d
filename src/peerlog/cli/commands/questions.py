from __future__ import annotations

from typing import TYPE_CHECKING

import click

from ...domain.kinds.meeting import PURPOSES
from ...domain.question import MOMENT_LABELS, MOMENTS
from .. import terminal
from ..examples import examples
from ..json_option import json_option

if TYPE_CHECKING:
    from ...domain.question import Question


@click.command(
    epilog=examples(
        "peerlog questions --for solve",
        "peerlog questions --moment opening --json",
        'peerlog questions --check "Don\'t you think you should ask her?"',
    )
)
@click.option(
    "--purpose", "--for", "purpose", type=click.Choice([each.value for each in PURPOSES]), help="Only for this purpose."
)
@click.option("--moment", type=click.Choice(list(MOMENTS)), help="Only for this moment of a conversation.")
@click.option("--check", "question", metavar="TEXT", help="Say what there is to say about a question of your own.")
@json_option
def command(purpose: str | None, moment: str | None, question: str | None, as_json: bool) -> None:
    """List questions worth asking, or say whether one of yours is closed, leading, double or advice in disguise.

    The hints know English and look at the words alone. Questions of your own go into the folder “questions” beside the
    settings file.
    """
    if question is not None:
        _check(question, as_json)
        return
    from ...domain.question import fitting
    from ...journal.questions import question_bank

    bank, problems = question_bank()
    for problem in problems:
        terminal.say(f"Left out: {problem}")
    found = fitting(bank, purpose or "", moment or "")
    if as_json:
        terminal.put_json({"questions": [_described(each) for each in found]})
        return
    for name in MOMENTS:
        group = fitting(found, moment=name)
        if group:
            _write(MOMENT_LABELS[name], group, first=group[0] == found[0])


def _write(heading: str, questions: tuple[Question, ...], *, first: bool) -> None:
    from ..terminal import Bold

    if not first:
        terminal.put()
    terminal.put(Bold(heading))
    for question in questions:
        terminal.put("  ", question.text)


def _described(question: Question) -> dict[str, object]:
    return {"text": question.text, "purposes": list(question.purposes), "moment": question.moment}


def _check(question: str, as_json: bool) -> None:
    from ...domain.question_help import hint_for

    hint = hint_for(question)
    if as_json:
        said = {"sort": hint.sort, "said": hint.said, "suggestion": hint.suggestion} if hint else None
        terminal.put_json({"question": question, "hint": said})
    elif hint:
        terminal.put(f"{hint.said} {hint.suggestion}")
    else:
        terminal.put("Nothing to say about this one.")
