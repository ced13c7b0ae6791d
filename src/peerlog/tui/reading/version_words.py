"""Two versions in the words and colours of the screen: who, what only one of them has, and what both make together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual.content import Content

from ...domain.moment import Moment
from ...domain.word_difference import State, word_difference
from ...journal.versions.two_versions import OneVersion, Part, TwoVersions, Whose
from ..widgets.entry_line import kind_of, name_of
from ..widgets.plain import plain, plain_line
from ..widgets.when import say_when

ONLY_HERE = "underline bold $accent"
OPEN = "reverse"
_SIGNS = ("‹", "│", "›")


@dataclass(frozen=True, slots=True)
class Looked:
    """Two versions as they are shown: each with its head and its words, then what both make, and what marks mean."""

    two: TwoVersions
    versions: tuple[tuple[Content, Content], ...]
    from_both: Content
    legend: Content


def look_at(two: TwoVersions, today: date, zone: str) -> Looked:
    """Work out what differs; with long texts that takes a moment, so it belongs into a thread."""
    heads = [_head(two, version, today, zone) for version in two.versions]
    if two.is_deletion:
        said = [Content("It goes, to the trash."), _stays(two)]
        return Looked(two, tuple(zip(heads, said, strict=True)), Content(), Content())
    parts = two.proposal
    marked = len(two.versions) == 2 and all(each.said for each in two.versions)
    legend = [Content.assemble(("underlined", ONLY_HERE), " stands in this one only")] if marked else []
    if any(part.whose is Whose.CLASH for part in parts):
        legend.append(Content.assemble(("‹one│other›", OPEN), " both changed this place"))
    return Looked(
        two,
        tuple(zip(heads, _words(two), strict=True)),
        Content("").join(_part(part) for part in parts),
        Content("   ").join(legend).stylize_before("$quiet"),
    )


def is_a_way(action: str, two: TwoVersions) -> bool:
    """Whether a command can settle it."""
    if action == "take_both":
        return two.is_long
    if action == "write_anew":
        return two.is_text
    if action == "take_from_both":
        return two.proposed is not None
    return True


def say_where(at: int, count: int) -> Content:
    """`Two versions · 2 of 4`."""
    return Content(f"Two versions · {at + 1} of {count}" if count > 1 else "Two versions")


def say_about(two: TwoVersions) -> Content:
    """What it is, which field of it, and what happened."""
    entry = two.entry
    kind = Content(f"{kind_of(entry)} ").stylize("$quiet")
    name = Content.assemble(kind, plain_line(name_of(entry)).stylize("bold"))
    said = two.sentence
    if not two.may_settle:
        said += f" These are {two.author}'s words, so {two.author} settles it."
    field = Content() if two.is_deletion else Content.assemble(plain_line(two.label).stylize("bold"), "  ")
    return Content("\n").join([name, Content.assemble(field, plain(said).stylize("$quiet"))])


def starting_words(two: TwoVersions) -> str:
    """What somebody begins with who writes it anew: what both make; where both changed a place, both there."""
    parts = two.proposal
    if not parts:
        return (two.both if two.is_long else " ".join(each.said for each in two.versions if each.said)) or ""
    return "".join(part.text if part.whose is not Whose.CLASH else _both_there(part) for part in parts)


def _both_there(part: Part) -> str:
    mine, theirs = part.text.rstrip(), part.other.rstrip()
    apart = "\n" if "\n" in mine + theirs else " "
    return (mine + apart if mine and theirs else mine) + theirs + (part.other[len(theirs) :] or part.text[len(mine) :])


def _head(two: TwoVersions, version: OneVersion, today: date, zone: str) -> Content:
    who = version.whose if version.by else "somebody"
    whose = plain_line(f"{who[:1].upper()}{who[1:]}").stylize("bold")
    when = "not sent yet" if version.here else ""
    if version.at and not version.here:
        when = f"sent {_within_a_sentence(say_when(Moment.parse(version.at).in_zone(zone), today))}"
    return Content.assemble(whose, ("  " + when if when else "", "$quiet"))


def _within_a_sentence(when: str) -> str:
    return when[:1].lower() + when[1:] if when.startswith(("Today", "Yesterday")) else when


def _words(two: TwoVersions) -> list[Content]:
    if len(two.versions) != 2 or not all(each.said for each in two.versions):
        return [plain(each.said) if each.said else _nothing(each) for each in two.versions]
    pieces = word_difference(two.versions[0].said, two.versions[1].said)
    return [
        Content("").join(
            plain(piece.text) if piece.state is State.SAME else plain(piece.text).stylize(ONLY_HERE)
            for piece in pieces
            if piece.state in (State.SAME, own)
        )
        for own in (State.GONE, State.NEW)
    ]


def _nothing(version: OneVersion) -> Content:
    return Content("these words have not come" if version.missing else "emptied").stylize("$quiet italic")


def _stays(two: TwoVersions) -> Content:
    said = "It stays as it is now."
    return plain(f"{said} Changed: {', '.join(two.changed)}." if two.changed else said)


def _part(part: Part) -> Content:
    if part.whose is not Whose.CLASH:
        return plain(part.text)
    begin, between, end = _SIGNS
    mine, theirs = part.text.rstrip(), part.other.rstrip()
    after = part.text[len(mine) :] or part.other[len(theirs) :]
    return Content.assemble(plain(f"{begin}{mine}{between}{theirs}{end}").stylize(OPEN), plain(after))
