"""What would leave, in the words of the screen: of something new all that it says, else what has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ...domain.entry import PRIVATE
from ...domain.kinds import DEVICE
from ...domain.text import clean_line
from ...exchange.sending import Leaving
from ...history.change import DELETED
from ...history.registers import COMPOUNDS
from ..agreeing.signing_news import signing_sentences
from ..countersigning.paper_words import is_paper
from ..field_words import FieldWords, all_words, called, changed_words, kind_label
from ..journal import Journal
from .leaving import Preview

NEW, CHANGED, DELETED_NOW, BACK, FORGOTTEN = "new", "changed", "deleted", "brought back", "forgotten"

_TEXT = "The text goes along, exactly as it was signed."
_ABOUT = {
    DELETED_NOW: "It goes to the trash for everybody; what others wrote about it stays.",
    BACK: "It comes back from the trash for everybody.",
    FORGOTTEN: "Everybody's peerlog is asked to erase it. What others copied or quoted stays with them.",
}


@dataclass(frozen=True, slots=True)
class LeavingWords:
    """One entry of which something would leave: `what` happens to it, its kind's label, its name, and the words."""

    id: str
    what: str
    kind: str
    name: str
    fields: tuple[FieldWords, ...]
    about: str = ""


def leaving_words(journal: Journal, shown: Preview) -> list[LeavingWords]:
    """Everything that a preview holds, in the order in which it was written.

    To one's own devices go one's own words, so what they are called is enough; of what the devices tell each other
    about themselves there is nothing to say.
    """
    if shown.circle.space == PRIVATE:
        told = [each for each in shown.leaving if each.kind != DEVICE.name]
        return [replace(_words(journal, each), fields=()) for each in in_order(told)]
    entries = (each.entry for each in shown.leaving if each.entry)
    signed = signing_sentences(journal, shown.circle.space, entries)
    return [_with_sentence(_words(journal, each), each, signed) for each in in_order(shown.leaving)]


def _with_sentence(words: LeavingWords, leaving: Leaving, signed: Mapping[str, str]) -> LeavingWords:
    """With what a signature, an answer or an edit has come to."""
    goes_along = _TEXT if leaving.entry and is_paper(leaving.entry.kind) and leaving.entry.line("content") else ""
    about = " ".join(each for each in (words.about, signed.get(leaving.id, ""), goes_along) if each)
    return replace(words, about=about)


def in_order(leaving: Iterable[Leaving]) -> list[Leaving]:
    """By when it is about, and what is gone last."""
    return sorted(
        leaving, key=lambda each: (each.entry is None, str(each.entry.when.utc) if each.entry else "", each.id)
    )


def _words(journal: Journal, leaving: Leaving) -> LeavingWords:
    entry = leaving.entry
    if leaving.forgets or entry is None:
        return LeavingWords(leaving.id, FORGOTTEN, kind_label(leaving.kind), "", (), _ABOUT[FORGOTTEN])
    kind, name = called(journal, entry, leaving.before)
    if leaving.new:
        return LeavingWords(leaving.id, NEW, kind, name, all_words(journal, entry.kind, entry.fields))
    fields = changed_words(journal, entry.kind, leaving.before, entry.fields, _fields_of(leaving.registers))
    what = CHANGED
    if DELETED in leaving.registers:
        what = DELETED_NOW if leaving.registers[DELETED] else BACK
    return LeavingWords(leaving.id, what, kind, name, fields, _ABOUT.get(what, _chosen(leaving, fields)))


def _chosen(leaving: Leaving, fields: tuple[FieldWords, ...]) -> str:
    return "" if fields else "Which of two versions holds was decided."


def _fields_of(registers: Iterable[str]) -> set[str]:
    """The names of the fields that registers make up."""
    names = {register.partition("/")[0] for register in registers} - {DELETED}
    return {field for name in names for field in COMPOUNDS.get(name, (name,))}


def count_by_kind(kinds: Iterable[str]) -> str:
    """`2 notes, 1 goal`, the most frequent first."""
    from collections import Counter

    from ...domain.kinds import KINDS

    counts = Counter(kinds)
    said = []
    for kind, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        many = KINDS[kind].many if kind in KINDS else f"{clean_line(kind)}s"
        said.append(f"{count} {kind_label(kind).lower() if count == 1 else many.lower()}")
    return ", ".join(said)
