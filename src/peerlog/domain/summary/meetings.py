"""The meetings that took place: how many, how often, for how long, in which ways, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from ..entry import Entry
from ..kinds.meeting import CHANNELS
from ..said_names import listed
from .excerpt import title_of
from .material import Shared
from .naming import in_order
from .numbers import counting, lasting, rhythm, spelt, times
from .prose import capital, paragraphs, running
from .ways import IN_WRITING, SPOKEN, is_talk

_SEVERAL = 3


def meetings(shared: Shared) -> str:
    held = shared.held()
    talks = [each for each in held if is_talk(each)]
    visited = {each.id: guests for each in held if (guests := _guests_of(shared, each))}
    spoken = [_in_all(shared, talks), _ways(talks)] if talks else []
    if longest := _longest(talks):
        alone = visited.pop(longest.id, ()) if len(visited) == 1 else ()
        spoken.append(_it_took(shared, longest, alone))
    company = [_everybody(shared, talks), _guests(shared, held, visited)]
    return paragraphs(
        [running([*spoken, *company]), _written(shared, [each for each in held if not is_talk(each)], talks)]
    )


def _in_all(shared: Shared, talks: Sequence[Entry]) -> str:
    minutes = sum(each.minutes or 0 for each in talks)
    is_least = any(each.minutes is None for each in talks)
    if len(talks) == 1:
        (talk,) = talks
        how = SPOKEN.get(talk.line("channel"), "")
        parts = ["We met once", f"on {shared.day(talk.when.day)}", how, f"for {lasting(minutes)}" if minutes else ""]
        return f"{', '.join(filter(None, parts))}."
    span = f"Between {shared.day(shared.since)} and {shared.day(shared.until)}"
    parts = [f"{span} we met {times(len(talks))}", _rhythm(talks)]
    if minutes:
        parts.append(f"{'at least ' if is_least else ''}{lasting(minutes)} in all")
    return f"{', '.join(filter(None, parts))}."


def _rhythm(talks: Sequence[Entry]) -> str:
    days = sorted({each.when.day for each in talks})
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return rhythm(median(gaps)) if len(gaps) >= _SEVERAL - 1 else ""


def _ways(talks: Sequence[Entry]) -> str:
    counts = _counted(talks, SPOKEN)
    if len(talks) < 2 or not counts:
        return ""
    if list(counts.values()) == [len(talks)]:
        return f"{'Both' if len(talks) == 2 else 'All'} of them were {SPOKEN[next(iter(counts))]}."
    (first, number), *rest = counts.items()
    lead = f"{counting(number)} of them {'was' if number == 1 else 'were'} {SPOKEN[first]}"
    return f"{listed([lead, *(f'{spelt(number)} {SPOKEN[channel]}' for channel, number in rest)])}."


def _longest(talks: Sequence[Entry]) -> Entry | None:
    """The one that took longer than all others, among several."""
    timed = sorted((each for each in talks if each.minutes), key=lambda each: each.minutes or 0)
    if len(timed) < _SEVERAL or timed[-1].minutes == timed[-2].minutes:
        return None
    return timed[-1]


def _it_took(shared: Shared, longest: Entry, guests: Sequence[str]) -> str:
    name = f" {title_of(longest.title)}" if longest.title else ""
    joined = f", and {listed(guests)} joined us" if guests else ""
    return f"The longest,{name} on {shared.day(longest.when.day)}, took {lasting(longest.minutes or 0)}{joined}."


def _everybody(shared: Shared, talks: Sequence[Entry]) -> str:
    """For groups: how often nobody was missing."""
    members = {shared.naming.of(name) for name in shared.naming.members}
    whole = [each for each in talks if members <= _there(shared, each)]
    if len(members) < _SEVERAL or not whole:
        return ""
    often = times(len(whole)) if len(whole) < len(talks) else "every time" if len(talks) > 1 else ""
    return f"All {spelt(len(members))} of us were there {often}".rstrip() + "."


def _guests(shared: Shared, held: Sequence[Entry], visited: Mapping[str, Sequence[str]]) -> str:
    if not visited:
        return ""
    if len(visited) > 1:
        everybody = {name for guests in visited.values() for name in guests}
        return f"{capital(times(len(visited)))} others joined us: {listed(sorted(everybody, key=in_order))}."
    (meeting,) = (each for each in held if each.id in visited)
    name = f" for {title_of(meeting.title)}" if meeting.title else ""
    return f"On {shared.day(meeting.when.day)} {listed(visited[meeting.id])} joined us{name}."


def _guests_of(shared: Shared, meeting: Entry) -> list[str]:
    members = {shared.naming.of(name) for name in shared.naming.members}
    return sorted(_there(shared, meeting) - members, key=in_order)


def _there(shared: Shared, meeting: Entry) -> set[str]:
    def called(name: str) -> set[str]:
        return {shared.naming.of(each) for each in meeting.members(name)}

    return called("people") - called("apologies")


def _written(shared: Shared, written: Sequence[Entry], talks: Sequence[Entry]) -> str:
    if not written:
        return ""
    also = "also " if talks else ""
    if len(written) == 1:
        (one,) = written
        name = f": {title_of(one.title)}" if one.title else ""
        return f"On {shared.day(one.when.day)} we {also}conferred {IN_WRITING[one.line('channel')]}{name}."
    ways = [f"{times(number)} {IN_WRITING[channel]}" for channel, number in _counted(written, IN_WRITING).items()]
    return f"In writing we {also}conferred {listed(ways)}."


def _counted(meetings: Sequence[Entry], ways: Mapping[str, str]) -> dict[str, int]:
    """How many there were of each way, the commonest first."""
    counts = Counter(each.line("channel") for each in meetings if each.line("channel") in ways)
    order = [choice.value for choice in CHANNELS]
    return dict(sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0]))))
