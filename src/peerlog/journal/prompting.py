"""The prompt of the day, and the prompt that everybody in a circle has for a fortnight."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..domain.kinds import AGREEMENT, MEETING
from ..domain.kinds.meeting import WRITTEN
from ..domain.prompt_choice import AFTER, BEFORE, ENDINGS, Occasions, turn_of
from ..domain.selection import Selection
from ..errors import BadInput
from .journal import Journal

if TYPE_CHECKING:
    from ..domain.deck import Deck, SharedPrompt
    from ..domain.entry import Entry
    from .circle.circles import Circle

_LASTS = timedelta(hours=1)
"""How long a meeting counts as still ahead once it has begun, as on Today."""
_RUNNING = ("active", "paused")


@dataclass(frozen=True, slots=True)
class PromptOfTheDay:
    """A question to write about. `deck` is the name of its deck, `label` what that is called.

    `cpd` is whether what is written under it may be suggested for a CPD record. `too` is the sentence that says who
    has the same question, empty for nobody.
    """

    prompt: str
    deck: str
    cpd: bool
    label: str
    too: str = ""


def prompt_for_today(journal: Journal) -> PromptOfTheDay:
    """The prompt for today, by what lies ahead and behind; the same all day unless a meeting comes or goes.

    Where there is no occasion, it is what those one shares with are asked too, until it has been written about.
    """
    from ..domain.deck import prompt_for_turn

    turn = turn_of(journal.time.today(), _occasions(journal))
    shared = None if turn.deck in (BEFORE, AFTER, ENDINGS) else _asked_of_all(journal)
    if shared:
        return shared
    deck = _deck(turn.deck)
    return _of(deck, prompt_for_turn(deck, turn.number, journal.vault.id))


def prompt_from(journal: Journal, name: str) -> PromptOfTheDay:
    """Today's prompt of one deck; raises `BadInput` when there is no such deck."""
    from ..domain.deck import prompt_of_the_day

    deck = _deck(name)
    return _of(deck, prompt_of_the_day(deck, journal.time.today(), journal.vault.id))


def prompt_for_circle(journal: Journal, circle: str, deck: str = "partnership") -> SharedPrompt:
    """The prompt that all members of a circle have for the fortnight, by the circle's id and the day in UTC."""
    from ..domain.deck import prompt_of_the_fortnight

    return prompt_of_the_fortnight(_deck(deck), circle, journal.time.moment().utc.date())


def _asked_of_all(journal: Journal) -> PromptOfTheDay | None:
    """The prompt of the first circle on whose prompt nothing has been written in this fortnight."""
    from .circle.circles import circles
    from .reflecting import answer_since

    for circle in circles(journal):
        if circle.others and not circle.left:
            shared = prompt_for_circle(journal, journal.spaces[circle.space].id)
            answer = answer_since(journal, shared.prompt, shared.fortnight.first)
            if answer is None or journal.entries.when_of(answer).day == journal.time.today():
                deck = _deck(shared.deck)
                return PromptOfTheDay(shared.prompt, deck.name, deck.cpd, deck.label, _who_too(circle))
    return None


def _who_too(circle: Circle) -> str:
    if circle.is_pair:
        return f"{circle.label} has this question too."
    return f"Everybody in {circle.label} has this question too."


def _of(deck: Deck, prompt: str) -> PromptOfTheDay:
    return PromptOfTheDay(prompt, deck.name, deck.cpd, deck.label)


def _deck(name: str) -> Deck:
    from ..domain.text import brief
    from .practice_files import prompt_deck, prompt_decks

    found = prompt_deck(name)
    if found is None:
        raise BadInput(f"There is no deck called “{brief(name)}”.", f"Decks: {', '.join(sorted(prompt_decks()[0]))}.")
    return found


def _occasions(journal: Journal) -> Occasions:
    now = journal.time.moment()
    around = Selection(
        kinds=frozenset({MEETING.name}), since=now.day - timedelta(days=1), until=now.day + timedelta(days=1)
    )
    near = [each for each in journal.entries.page(around).entries if _is_talk(each)]
    behind = [each for each in near if each.state == "held" or each.when.utc + _LASTS <= now.utc]
    ahead = [each for each in near if each not in behind]
    return Occasions(
        ahead=_number(journal, min(ahead, key=lambda each: each.when.utc)) if ahead else None,
        behind=_number(journal, max(behind, key=lambda each: each.when.utc)) if behind else None,
        ends=_next_ending(journal, now.day),
        alone=not near and not journal.entries.of_kind(MEETING.name, AGREEMENT.name, limit=1),
    )


def _is_talk(meeting: Entry) -> bool:
    """What is written to and fro has no before and no after, and what was cancelled none either."""
    return meeting.state != "cancelled" and meeting.line("channel") not in WRITTEN


def _number(journal: Journal, meeting: Entry) -> int:
    """How many meetings there are up to the day of this one."""
    return journal.entries.count(Selection(kinds=frozenset({MEETING.name}), until=meeting.when.day))


def _next_ending(journal: Journal, today: date) -> date | None:
    ends = (each.line("ends") for each in journal.entries.of_kind(AGREEMENT.name, states=_RUNNING))
    return min((day for said in ends if said and (day := date.fromisoformat(said)) >= today), default=None)
