"""What stands in an entry, field by field, as others read it; and what has changed in it, word by word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..domain.entry import Entry, headline_of
from ..domain.field import Field, Fields, Shape, Value
from ..domain.kinds import AGREEMENT, KINDS, bare_name
from ..domain.kinds.kind import PARENT, POSITION, TEXT, WHEN
from ..domain.moment import Moment
from ..domain.text import clean_line
from ..domain.word_difference import Piece, State, word_difference
from .countersigning.paper_words import is_paper, paper_words
from .journal import Journal


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field by its label, and what it says in pieces; `is_text` where it is prose with lines of its own."""

    label: str
    pieces: tuple[Piece, ...]
    is_text: bool = False

    @property
    def text(self) -> str:
        """What it says now."""
        return "".join(piece.text for piece in self.pieces if piece.state is not State.GONE)

    @property
    def is_changed(self) -> bool:
        return any(piece.state is not State.SAME for piece in self.pieces)


def kind_label(kind: str) -> str:
    return KINDS[kind].label if kind in KINDS else clean_line(kind)


def entry_name(entry: Entry | None, fields: Fields | None = None) -> str:
    """What to call an entry in a line; from earlier `fields` where it says nothing now."""
    if entry and entry.kind == AGREEMENT.name:  # its first words are a clause like anybody's
        return clean_line(entry.title or entry.line("focus")) or clean_line(", ".join(entry.members("people")))
    said = clean_line(headline_of(entry.kind, entry.fields)) if entry else ""
    return said or (clean_line(headline_of(entry.kind, fields)) if entry and fields else "")


def called(journal: Journal, entry: Entry, fields: Fields | None = None) -> tuple[str, str]:
    """The label of its kind and what to call an entry in a line, see `entry_name`; a signature by what it is under."""
    if is_paper(entry.kind):
        paper = paper_words(journal, entry.fields)
        return paper.kind.capitalize(), paper.name
    return kind_label(entry.kind), entry_name(entry, fields)


def all_words(journal: Journal, kind: str, fields: Fields) -> tuple[FieldWords, ...]:
    """Everything that an entry says; of a signature, what was signed besides the text, which was shown before it."""
    if is_paper(kind):
        terms = paper_words(journal, fields).terms
        return tuple(FieldWords(label, (Piece(words, State.SAME),), "\n" in words) for label, words in terms)
    found = []
    for field in _in_order(journal, kind, fields, fields):
        if said := _said(journal, field, fields.get(field.name)):
            found.append(FieldWords(field.label, (Piece(said, State.SAME),), field.shape is Shape.PROSE))
    return tuple(found)


def changed_words(
    journal: Journal, kind: str, before: Fields, after: Fields, names: Iterable[str]
) -> tuple[FieldWords, ...]:
    """These fields, from what they said to what they say; those that say the same by other means are left out."""
    if is_paper(kind):  # nothing of it changes by right, and what was signed earlier counts too
        return all_words(journal, kind, after)
    wanted = set(names)
    found = []
    for field in _in_order(journal, kind, {name: after.get(name, before.get(name, "")) for name in wanted}, after):
        one, other = (_said(journal, field, fields.get(field.name)) for fields in (before, after))
        if one != other:
            found.append(FieldWords(field.label, _pieces(field, one, other), field.shape is Shape.PROSE))
    return tuple(found)


def _pieces(field: Field, before: str, after: str) -> tuple[Piece, ...]:
    if field.shape in (Shape.LINE, Shape.PROSE, Shape.NAMES, Shape.TAGS, Shape.LINKS):
        return tuple(word_difference(before, after))
    pieces = [Piece(before, State.GONE)] if before else []
    if before and after:
        pieces.append(Piece(" ", State.SAME))
    return (*pieces, Piece(after, State.NEW)) if after else tuple(pieces)


def _in_order(journal: Journal, kind: str, named: Fields, fields: Fields) -> list[Field]:
    """The fields of the form that are named, then any that this release does not know; the text comes last."""
    form = journal.forms.form_of(kind, fields) if kind in KINDS else {}
    names = [name for name in form if name in named] + sorted(set(named) - set(form))
    names.sort(key=lambda name: name == TEXT.name)
    return [
        form.get(name) or Field(name, bare_name(name).replace("_", " ").capitalize(), Shape.PROSE) for name in names
    ]


def _said(journal: Journal, field: Field, value: Value | None) -> str:
    if value is None or value == "":
        return ""
    if field.name == WHEN.name or field.shape is Shape.MOMENT:
        return f"{Moment.parse(str(value)).local:%Y-%m-%d %H:%M}"
    if field.name == POSITION.name:
        return "among the others"
    if field.name == PARENT.name or field.shape is Shape.LINK:
        return _named(journal, str(value))
    if field.shape is Shape.LINKS and isinstance(value, tuple):
        return ", ".join(_named(journal, each) for each in value)
    if isinstance(value, tuple) and field.shape is Shape.TAGS:
        return " ".join(f"#{tag}" for tag in value)
    return field.label_of(value)


def _named(journal: Journal, id_: str) -> str:
    entry = journal.entries.find(id_)
    if entry is None:
        return "something that is not here"
    return (
        f"{kind_label(entry.kind).lower()} “{entry_name(entry)}”"
        if entry_name(entry)
        else kind_label(entry.kind).lower()
    )
