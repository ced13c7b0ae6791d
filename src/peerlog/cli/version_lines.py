"""Two versions as text: side by side where the terminal is wide, else one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from ..domain.dates import say_day
from ..domain.moment import Moment
from ..domain.word_difference import State, word_difference
from ..journal.journal import Journal
from ..journal.short_ids import short_id
from ..journal.versions.two_versions import OneVersion, Settled, TwoVersions
from . import terminal
from .described import described
from .listing import one_line
from .terminal import Bold
from .wrapping import Line, Stretch, cells_of, wrapped

_SIDE_BY_SIDE = 100
_GAP = 4


def described_two(two: TwoVersions) -> dict[str, object]:
    """What has two versions, for scripts."""
    return {
        "entry": described(two.entry),
        "field": two.register,
        "label": two.label,
        "since": two.since,
        "versions": [_described(each) for each in two.versions],
        "origin": two.origin,
        "proposal": two.proposed,
        "parts": [{"whose": part.whose.value, "text": part.text, "other": part.other} for part in two.proposal],
        "changed": list(two.changed),
        "may_settle": two.may_settle,
    }


def described_settled(settled: Settled) -> dict[str, object]:
    """What was settled and has not left, for scripts."""
    return {"entry": described(settled.entry), "field": settled.register, "label": settled.label, "said": settled.said}


def _described(version: OneVersion) -> dict[str, object]:
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in version.fields.items()}
    return {
        "said": version.said,
        "fields": fields,
        "by": list(version.by),
        "at": version.at or None,
        "mine": version.mine,
        "sent": not version.here,
        "missing": version.missing,
    }


def write_two_versions(journal: Journal, found: Sequence[TwoVersions]) -> None:
    """Write each with its versions, what they make together, and how to settle it."""
    for place, two in enumerate(found):
        if place:
            terminal.put()
        _write(journal, two)


def write_settled(journal: Journal, settled: Iterable[Settled]) -> None:
    """Write what waits for the next update, each on a line."""
    for place, each in enumerate(settled):
        if not place:
            terminal.put()
            terminal.put(Bold("Settled, and leaves with your next update"))
        said = " ".join(each.said.split())
        terminal.put(f"{one_line(journal, each.entry)}  {each.label}: {said or 'nothing'}")


def _write(journal: Journal, two: TwoVersions) -> None:
    terminal.put(Bold(one_line(journal, two.entry)), f"  {two.entry.kind}  {_with(two)}")
    terminal.put(two.sentence if two.is_deletion else f"{two.label}: {two.sentence[0].lower()}{two.sentence[1:]}")
    if two.changed:
        terminal.put(f"Changed: {', '.join(two.changed)}")
    if not two.is_deletion:
        _write_versions(journal, two)
    if parts := two.proposal:
        terminal.put()
        terminal.put("From both:")
        said = "".join(part.text if not part.other else _open(part.text, part.other) for part in parts)
        for line in wrapped([Stretch(said)], _room() - 2):
            terminal.put("  ", *_parts(line))
    terminal.put()
    terminal.put(_how(journal, two))


def _with(two: TwoVersions) -> str:
    return f"WITH {two.entry.with_whom.upper()}" if two.entry.with_whom else "PRIVATE"


def _open(mine: str, theirs: str) -> str:
    """A place that both changed: one or the other."""
    return f"[{mine.strip()} | {theirs.strip()}]" + (" " if mine[-1:].isspace() or theirs[-1:].isspace() else "")


def _write_versions(journal: Journal, two: TwoVersions) -> None:
    marked = _marked(two.versions)
    if len(marked) == 2 and terminal.is_shown() and terminal.columns() >= _SIDE_BY_SIDE:
        room = (_room() - _GAP) // 2
        left, right = (
            [*wrapped([Stretch(_about(journal, place, each))], room), *wrapped(marked[place], room)]
            for place, each in enumerate(two.versions)
        )
        terminal.put()
        for one, other in zip_longest(left, right, fillvalue=Line(())):
            fill = " " * (room + _GAP - cells_of(one))
            terminal.put(*_parts(one), *((fill, *_parts(other)) if other.stretches else ()))
        return
    for place, version in enumerate(two.versions):
        terminal.put()
        terminal.put(_about(journal, place, version))
        for line in wrapped(marked[place], _room() - 2):
            terminal.put("  ", *_parts(line))


def _marked(versions: Sequence[OneVersion]) -> list[list[Stretch]]:
    """The words of each version; those that the other of two has not are marked."""
    if len(versions) != 2 or not all(each.said for each in versions):
        return [[Stretch(_or_nothing(each))] for each in versions]
    pieces = word_difference(versions[0].said, versions[1].said)
    return [
        [Stretch(piece.text, piece.state is not State.SAME) for piece in pieces if piece.state in (State.SAME, own)]
        for own in (State.GONE, State.NEW)
    ]


def _or_nothing(version: OneVersion) -> str:
    return "(these words have not come)" if version.missing else version.said or "(emptied)"


def _about(journal: Journal, place: int, version: OneVersion) -> str:
    who = f"{version.whose[:1].upper()}{version.whose[1:]}"
    if version.here:
        return f"{place + 1}. {who}, not sent yet:"
    if not version.at:
        return f"{place + 1}. {who}:"
    local = Moment.parse(version.at).in_zone(journal.time.zone).local
    return f"{place + 1}. {who}, sent {_day(journal, local)}:"


def _day(journal: Journal, local: object) -> str:
    from datetime import datetime

    assert isinstance(local, datetime)
    if not terminal.is_shown():
        return f"{local:%Y-%m-%d %H:%M}"
    day = say_day(local.date(), journal.time.today())
    return f"{day[:1].lower() + day[1:] if day in ('Today', 'Yesterday') else day} {local:%H:%M}"


def _how(journal: Journal, two: TwoVersions) -> str:
    if not two.may_settle:
        return f"These are {two.author}'s words, so {two.author} settles it."
    ways = ["--keep", "--delete"] if two.is_deletion else _ways(two)
    field = "" if two.is_deletion else f" --field {two.register}"
    return f"peerlog conflicts settle {short_id(journal, two.entry.id)}{field} {'|'.join(ways)}"


def _ways(two: TwoVersions) -> list[str]:
    pair = len(two.versions) == 2 and two.versions[0].mine and not two.versions[1].mine
    ways = ["--mine", "--theirs"] if pair else ["--take N"]
    return [
        *ways,
        *(["--both"] if two.is_long else []),
        *(["--proposal"] if two.proposed is not None else []),
        *(["--text TEXT"] if two.is_text else []),
    ]


def _room() -> int:
    return terminal.columns() if terminal.is_shown() else 10_000


def _parts(line: Line) -> list[str]:
    return [Bold(each.text) if each.marked else each.text for each in line.stretches]
