"""Ideas: what was kept, tried and let go, what came of each, and what is still to be tried."""

from __future__ import annotations

from collections.abc import Sequence

from ..entry import Entry
from ..idea_course import COURSE
from ..kinds import IDEA
from ..said_names import listed
from .excerpt import ended, quoted, sentence_of, title_of
from .material import Shared
from .naming import ONE_OF_US
from .numbers import some, spelt
from .prose import MOST_IN_A_SENTENCE, bullets, capital, paragraphs, running

_CLOSED = ("kept", "tried", "dropped")
_VERBS = {
    "kept": ("kept {}", "has kept {}"),
    "tried": ("tried {}", "gave {} a try"),
    "dropped": ("let go of {}", "set {} aside"),
}


def ideas(shared: Shared) -> str:
    found = [each for each in shared.within(IDEA.name) if each.headline]
    by_state = {state: [each for each in found if COURSE.standing(each.state) == state] for state in COURSE.steps}
    closed = [each for state in _CLOSED for each in by_state[state]]
    told = [_idea(shared, each, turn) for turn, each in enumerate(closed)]
    ahead = [_ahead(by_state["trying"], "is being tried", "are being tried")]
    ahead.append(_ahead(by_state["to-try"], "is still to be tried", "are still to be tried"))
    if len(told) > MOST_IN_A_SENTENCE:
        return paragraphs([_lead(by_state), bullets(told), running(ahead)])
    return running([*told, *ahead])


def _lead(by_state: dict[str, list[Entry]]) -> str:
    counts = [(len(by_state[state]), said) for state, said in zip(_CLOSED, ("kept", "tried", "let go"), strict=True)]
    (first, verb), *rest = [(number, verb) for number, verb in counts if number]
    said = [f"{verb} {some(first, 'idea')}", *(f"{verb} {spelt(number)}" for number, verb in rest)]
    return f"We {listed(said)}:"


def _idea(shared: Shared, idea: Entry, turn: int) -> str:
    who, source, title = shared.author(idea), idea.line("source"), title_of(idea.headline)
    giver = shared.naming.of(source) if source else ""
    came_from = f", which came from {giver}" if giver and giver not in (who, ONE_OF_US) else ""
    outcome = sentence_of(idea.line("outcome"))
    verb = _VERBS[COURSE.standing(idea.state)][turn % 2]
    doer = "we" if who == ONE_OF_US else who
    said = f"{doer} {verb.replace('{}', title)}{came_from}"
    came = (f": {quoted(outcome)}", f", with this outcome: {quoted(outcome)}")[turn % 2] if outcome else ""
    return ended(capital(f"{said}{came}"))


def _ahead(several: Sequence[Entry], one: str, many: str) -> str:
    if not several:
        return ""
    named = [title_of(each.headline) for each in several]
    return f"{listed(named)} {one if len(named) == 1 else many}."
