"""One meeting in a few sentences: what each brought, whose turn it was, and what each noted."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..entry import Entry
from ..kinds import AGENDA_ITEM, MINUTE, TURN
from ..said_names import listed
from .excerpt import ended, opening_of, quoted, sentence_of, title_of
from .material import Shared, grouped
from .naming import ONE_OF_US
from .prose import capital, running

_VERBS = {"question": "asked", "knowledge": "brought", "idea": "suggested"}
_NOUNS = {"question": "question", "knowledge": "contribution", "idea": "idea"}


def talk(shared: Shared, meeting: Entry, turn: int, taken_up: Collection[str]) -> str:
    """Sentences that can follow “On 2 June”; empty where nothing was noted.

    `turn` chooses among the ways to say it. Agenda items that a later one has `taken_up`, by id, are told of there.
    """
    items = [
        each
        for each in shared.parts(meeting, AGENDA_ITEM.name)
        if each.state != "carried" and each.id not in taken_up and each.headline
    ]
    items.sort(key=_in_place)
    sentences = [_items(shared, items, turn)]
    if not items and (scope := meeting.line("scope")):
        sentences.append(ended(f"we kept to one matter: {quoted(sentence_of(scope))}"))
    sentences += _turns(shared, meeting, turn)
    if in_short := opening_of(meeting.line("summary")):
        sentences.append(ended(f"in short: {quoted(in_short)}"))
    sentences += _minutes(shared, meeting, turn)
    first, *further = [*filter(None, sentences), ""]
    return running([first, *map(capital, further)])


def _items(shared: Shared, items: Sequence[Entry], turn: int) -> str:
    frame = (_brought, _belonged, _brought, _turned_to)[turn % 4]
    return ended(frame(shared, items)) if items else ""


def _brought(shared: Shared, items: Sequence[Entry]) -> str:
    """`Kim asked “Is it a paper?” and “For whom?”, Sam “Why now?”`."""
    clauses: list[str] = []
    said = ""
    for who, theirs in _by_person(shared, items).items():
        verbs = []
        for verb, each in grouped(theirs, _verb).items():
            named = _all_named(each)
            verbs.append(named if verb == said else f"{verb} {named}")
            said = verb
        clauses.append(f"{who} {listed(verbs)}")
    return listed(clauses)


def _belonged(shared: Shared, items: Sequence[Entry]) -> str:
    """`Kim's question was “Is it a paper?”, Sam's “Why now?” and Sam's idea “Buckets”`."""
    (whose, are_several, named), *rest = _owned(shared, items)
    return listed(
        [f"{whose} {'were' if are_several else 'was'} {named}", *(f"{each} {what}" for each, _, what in rest)]
    )


def _turned_to(shared: Shared, items: Sequence[Entry]) -> str:
    """`we turned to Kim's question “Is it a paper?” and to Sam's “Why now?”`."""
    return "we turned " + listed([f"to {whose} {named}" for whose, _, named in _owned(shared, items)])


def _owned(shared: Shared, items: Sequence[Entry]) -> list[tuple[str, bool, str]]:
    """`Kim's questions`, whether they are several, and the questions; `Sam's` alone where the last were such too."""
    found: list[tuple[str, bool, str]] = []
    before = ""
    for who, theirs in _by_person(shared, items).items():
        whose = "our" if who == ONE_OF_US else f"{who}'s"
        for sort, each in grouped(theirs, lambda item: item.line("sort")).items():
            noun = f"{_NOUNS.get(sort, 'topic')}{'s' if len(each) > 1 else ''}"
            called = whose if noun == before and whose != "our" else f"{whose} {noun}"
            found.append((called, len(each) > 1, _all_named(each)))
            before = noun
    return found


def _by_person(shared: Shared, items: Sequence[Entry]) -> dict[str, list[Entry]]:
    return grouped(items, lambda item: shared.naming.of(item.line("by")))


def _all_named(items: Sequence[Entry]) -> str:
    return listed([_named(each) for each in items])


def _verb(item: Entry) -> str:
    if item.line("sort") == "question" and not item.headline.rstrip().endswith(("?", "？", "؟")):
        return "asked about"
    return _VERBS.get(item.line("sort"), "brought up")


def _named(item: Entry) -> str:
    """Its title, with what stands below it in brackets."""
    more = sentence_of(item.text) if item.title and item.state == "settled" else ""
    return f"{title_of(item.headline)} ({quoted(more)})" if more else title_of(item.headline)


def _turns(shared: Shared, meeting: Entry, turn: int) -> list[str]:
    """Whose question a group gave its time to, and what came of it."""
    turns = [each for each in shared.parts(meeting, TURN.name) if each.title or sentence_of(each.text)]
    return [_turn(shared, each, turn + number) for number, each in enumerate(sorted(turns, key=_in_place))]


def _turn(shared: Shared, part: Entry, turn: int) -> str:
    who, came = (
        shared.naming.of(part.line("presenter")),
        quoted(sentence_of(part.text)) if sentence_of(part.text) else "",
    )
    what = title_of(part.title) if part.title else "a question"
    frames = (f"{who} presented {what}", f"we worked with {who} on {what}", f"we heard {who} on {what}")
    then = (f", and this came of it: {came}", f"; from it came {came}", f", which led to {came}")
    return ended(frames[turn % 3] + (then[turn % 3] if came else ""))


def _in_place(part: Entry) -> tuple[str, str, str]:
    return part.line("position"), part.headline, part.id


def _minutes(shared: Shared, meeting: Entry, turn: int) -> list[str]:
    """A sentence from what each wrote down, in the order in which they did."""
    noted = [each for each in shared.parts(meeting, MINUTE.name) if sentence_of(each.text)]
    by_author = grouped(noted, lambda each: shared.naming.of(each.line("by")))
    verbs = ("noted", "wrote down")
    return [
        ended(f"{who} {verbs[(turn + number) % 2]}: {quoted(sentence_of(theirs[0].text))}")
        for number, (who, theirs) in enumerate(by_author.items())
    ]
