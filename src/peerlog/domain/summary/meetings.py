"""The meetings that took place: how many, how often, for how long, in which ways, and with whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median

from ..entry import Entry
from ..kinds.meeting import CHANNELS, WRITTEN
from ..said_names import listed
from .excerpt import title_of
from .material import Shared
from .naming import in_order
from .numbers import counting, lasting, rhythm, spelt, times
from .prose import capital, paragraphs, running

_HOW = {"coffee": "over coffee", "video": "by video", "phone": "by phone", "visit": "in person"}
_BY = {"e-mail": "by e-mail", "messages": "by message"}
_LEAST_FOR_RHYTHM = 3


def meetings(shared: Shared) -> str:
    held = shared.held()
    talks = [each for each in held if each.line("channel") not in WRITTEN]
    written = [each for each in held if each.line("channel") in WRITTEN]
    visited = {each.id: guests for each in held if (guests := _guests_of(shared, each))}
    longest = _longest(shared, talks, visited)
    told_already = list(visited) == [each.id for each in talks if longest and each.minutes == _most(talks)]
    spoken = [_in_all(shared, talks), _ways(talks), longest, _everybody(shared, talks)] if talks else []
    company = "" if told_already else _guests(shared, held, visited)
    return paragraphs([running([*spoken, company]), _written(shared, written, talks)])


def _most(talks: Sequence[Entry]) -> int:
    return max((each.minutes or 0 for each in talks), default=0)


def _in_all(shared: Shared, talks: Sequence[Entry]) -> str:
    minutes = sum(each.minutes or 0 for each in talks)
    is_least = any(each.minutes is None for each in talks)
    if len(talks) == 1:
        (talk,) = talks
        how = _HOW.get(talk.line("channel"), "")
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
    return rhythm(median(gaps)) if len(gaps) >= _LEAST_FOR_RHYTHM - 1 else ""


def _ways(talks: Sequence[Entry]) -> str:
    counts = _counted(talks, _HOW)
    if len(talks) < 2 or not counts:
        return ""
    if list(counts.values()) == [len(talks)]:
        return f"{'Both' if len(talks) == 2 else 'All'} of them were {_HOW[next(iter(counts))]}."
    (first, number), *rest = counts.items()
    lead = f"{counting(number)} of them {'was' if number == 1 else 'were'} {_HOW[first]}"
    return f"{listed([lead, *(f'{spelt(number)} {_HOW[channel]}' for channel, number in rest)])}."


def _longest(shared: Shared, talks: Sequence[Entry], visited: Mapping[str, Sequence[str]]) -> str:
    """The one that took longer than all others, and who else was there if nobody was at any other."""
    timed = [each for each in talks if each.minutes]
    most = _most(talks)
    longest = [each for each in timed if each.minutes == most]
    if len(timed) < _LEAST_FOR_RHYTHM or len(longest) > 1:
        return ""
    (one,) = longest
    name = f" {title_of(one.title)}" if one.title else ""
    guests = f", and {listed(visited[one.id])} joined us" if list(visited) == [one.id] else ""
    return f"The longest,{name} on {shared.day(one.when.day)}, took {lasting(most)}{guests}."


def _everybody(shared: Shared, talks: Sequence[Entry]) -> str:
    """For groups: how often nobody was missing."""
    members = {shared.naming.of(name) for name in shared.naming.members}
    whole = [each for each in talks if members <= _there(shared, each)]
    if len(members) < _LEAST_FOR_RHYTHM or not whole:
        return ""
    often = "there every time" if len(whole) == len(talks) > 1 else f"there {times(len(whole))}"
    return f"All {spelt(len(members))} of us were {often if len(talks) > 1 else 'there'}."


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
        return f"On {shared.day(one.when.day)} we {also}conferred {_BY[one.line('channel')]}{name}."
    ways = [f"{times(number)} {_BY[channel]}" for channel, number in _counted(written, _BY).items()]
    return f"In writing we {also}conferred {listed(ways)}."


def _counted(meetings: Sequence[Entry], ways: Mapping[str, str]) -> dict[str, int]:
    """How many there were of each way, the commonest first."""
    counts = Counter(each.line("channel") for each in meetings if each.line("channel") in ways)
    order = [choice.value for choice in CHANNELS]
    return dict(sorted(counts.items(), key=lambda item: (-item[1], order.index(item[0]))))
