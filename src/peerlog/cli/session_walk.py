"""A session in plain lines: each step is said, Enter goes on, and what is typed is noted."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import click

from ..domain.group_session import GroupSession, Outcome
from ..domain.problem import Problem
from ..domain.question_help import hint_for
from ..domain.session_clock import SessionClock, back, extend, go_on, left, pause, resume, say_left, skip
from ..domain.session_words import say_roles, say_voices
from ..domain.text import check_length
from ..journal.action_reader import action_reader
from ..journal.group_sessions import as_draft, record
from ..journal.journal import Journal
from . import terminal
from .asking import ask
from .listing import one_line
from .uninterrupted import uninterrupted

_HELP = (
    "Enter: the next step.  /back: the step before.  /skip: leave this one out.  /pause: stop the clock.\n"
    "/more: one minute more.  /time: what is left.  /action sam reading list fri: what somebody will do.\n"
    "/later: stop here and go on another time, as Ctrl-C does.  /close: keep what there is and end.\n"
    "Anything else is noted."
)
_COMMANDS = ("back", "skip", "pause", "more", "time", "action", "later", "close", "help")


def walk(journal: Journal, session: GroupSession, draft: str = "") -> None:
    """Go through a session and keep it as a meeting, whose id is written to standard output.

    What is left in the middle, by Ctrl-C or the end of the input, stays as a draft; then `click.Abort` is raised.
    """
    walking = _Walk(journal, session, draft or secrets.token_hex(16))
    try:
        walking.through()
    except (click.Abort, EOFError, KeyboardInterrupt) as error:
        walking.keep()
        terminal.say("\nThe session is unfinished, and kept.")
        terminal.say("“peerlog protocol resume” goes on with it, “peerlog drafts save” keeps it as a meeting.")
        raise click.Abort from error
    meeting = record(journal, walking.session, walking.draft)
    terminal.put(one_line(journal, meeting))


class _Walk:
    def __init__(
        self, journal: Journal, session: GroupSession, draft: str, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._journal = journal
        self._now = now
        self._asked: set[int] = {turn for turn, each in enumerate(session.outcomes, 1) if each.question}
        self._closed = False
        self.session = session
        self.draft = draft

    def through(self) -> None:
        terminal.say("Enter goes on, /help says what else there is.")
        self._change(resume)
        said = -1
        while not self._is_over():
            at = self.session.clock.at
            if at != said:
                self._say_step()
                said = at
            self.keep()
            if self._is_over() or self.session.clock.at != at:  # a command where a question was asked for
                continue
            with self._reminders():
                typed = ask("").strip()
            before = self.session
            self._answer(typed)
            if self._has_left_turn(before):
                self._ask_outcome(before.step.turn)
        self._change(pause)

    def keep(self) -> None:
        """Store how far it has come."""
        resting = replace(self.session, clock=pause(self.session.clock, self._now()))
        draft = as_draft(resting, self.draft)
        with uninterrupted():
            self._journal.entries.keep_draft(replace(draft, saved=self._journal.time.stamp()))

    def _is_over(self) -> bool:
        return self._closed or self.session.clock.is_through

    def _has_left_turn(self, before: GroupSession) -> bool:
        """Whether the turn that was on `before` has ended now."""
        onward = self.session.clock.at > before.clock.at
        return bool(before.step.turn) and (self._is_over() or (onward and self.session.step.turn != before.step.turn))

    def _change(self, change: Callable[[SessionClock, float], SessionClock]) -> None:
        self.session = replace(self.session, clock=change(self.session.clock, self._now()))

    # Saying

    def _say_step(self) -> None:
        session, step = self.session, self.session.step
        terminal.say()
        turn = f", turn {step.turn} of {len(session.turns)}" if step.turn else ""
        terminal.say(f"{step.label}{turn}. Step {session.clock.at + 1} of {len(session.steps)}.")
        voices = say_voices(step, session.people)
        alone = len(step.voices) == 1
        terminal.say(f"{voices} {'speaks' if alone else 'may speak'}." if step.voices else "Silence. Nobody speaks.")
        terminal.say(f"Time: {say_left(left(session.clock, self._now()))}.")
        if step.turn and (session.clock.at == 0 or session.steps[session.clock.at - 1].turn != step.turn):
            terminal.say(f"Roles: {say_roles(step.roles, session.words)}.")
        terminal.say(step.script)
        if step.turn and step.turn not in self._asked:
            self._ask_question(step.turn, step.roles.presenter)

    @contextmanager
    def _reminders(self) -> Iterator[None]:
        """Say beside a waiting prompt when a minute is left and when the time is over, where somebody reads along."""
        clock, label = self.session.clock, self.session.step.label
        remaining = left(clock, self._now()) / 1000
        timers = []
        if terminal.can_see() and clock.is_running:
            for seconds, said in ((remaining - 60, "One minute left."), (remaining, f"The time of “{label}” is over.")):
                if seconds > 0:
                    timers.append(threading.Timer(seconds, terminal.say, (f"\n{said}",)))
        for timer in timers:
            timer.daemon = True
            timer.start()
        try:
            yield
        finally:
            for timer in timers:
                timer.cancel()

    # Asking

    def _ask_question(self, turn: int, presenter: str) -> None:
        self._asked.add(turn)
        question = ask(f"What {presenter} asks, in a sentence (Enter: nothing yet)").strip()
        if question.startswith("/"):
            self._answer(question)
            return
        outcome = self.session.outcomes[turn - 1]
        self.session = self.session.with_outcome(turn, replace(outcome, question=question))
        if hint := hint_for(question):
            terminal.say(f"{hint.said} {hint.suggestion}")

    def _ask_outcome(self, turn: int) -> None:
        outcome = self.session.outcomes[turn - 1]
        if outcome.text:
            return
        presenter = self.session.turns[turn - 1].presenter
        if said := ask(f"What came of {presenter}'s turn (Enter: nothing)").strip():
            self.session = self.session.with_outcome(turn, replace(outcome, text=said))

    def _answer(self, typed: str) -> None:
        if not typed:
            running = self.session.clock.is_running
            self._change(go_on if running else resume)
            if not running:
                terminal.say("The clock goes on.")
        elif typed.startswith("/"):
            self._obey(*typed[1:].partition(" ")[::2])
        else:
            self._note(typed)

    def _note(self, typed: str) -> None:
        session, turn = self.session, self.session.step.turn
        before = session.outcomes[turn - 1].text if turn else session.notes
        text = "\n".join(filter(None, (before, typed)))
        try:
            check_length(text, "text")
        except Problem as problem:
            terminal.say(problem.message)
            return
        if turn:
            outcome = session.outcomes[turn - 1]
            self.session = session.with_outcome(turn, Outcome(outcome.question, text))
        else:
            self.session = replace(session, notes=text)
        terminal.say("Noted.")

    def _obey(self, said: str, rest: str) -> None:
        found = [name for name in _COMMANDS if said and name.startswith(said.casefold())]
        command = found[0] if len(found) == 1 else ""
        if command in ("back", "skip"):
            self._change(back if command == "back" else skip)
        elif command == "pause":
            self._change(pause)
            terminal.say("The clock stands still. Enter lets it go on.")
        elif command == "later":
            raise click.Abort
        elif command == "close":
            self._closed = True
        elif command == "action":
            self._note_action(rest)
        elif command in ("more", "time"):
            if command == "more":
                self._change(extend)
            terminal.say(f"Time: {say_left(left(self.session.clock, self._now()))}.")
        else:
            terminal.say(_HELP)

    def _note_action(self, line: str) -> None:
        try:
            action = action_reader(self._journal, self.session.people).read(line)
        except Problem as problem:
            terminal.say(f"{problem.message} {problem.hint}")
            return
        self.session = replace(self.session, actions=(*self.session.actions, action))
        due = f", {action.due.isoformat()}" if action.due else ""
        terminal.say(f"{action.owner or 'You'}: {action.title}{due}.")
