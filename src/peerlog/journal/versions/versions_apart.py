"""A field that two people have changed apart from each other, as it is shown to somebody."""

from __future__ import annotations

from dataclasses import dataclass

from ...domain.entry import Entry
from ...domain.field import Fields
from ...history.change import DELETED
from ...history.proposal import Part as Part
from ...history.proposal import Whose as Whose
from ...history.proposal import proposal


@dataclass(frozen=True, slots=True)
class OneVersion:
    """What one or more people said of a field.

    `fields` are its values as the reader has them, `said` the same in words, empty for an emptied field. `by` names
    who, "you" first. `at` is when they say they wrote it, a UTC stamp, empty for what is `here` and not sent yet.
    `missing`: the words have not come, or were erased.
    """

    said: str
    fields: Fields
    by: tuple[str, ...]
    at: str = ""
    mine: bool = False
    here: bool = False
    missing: bool = False

    @property
    def whose(self) -> str:
        """Who wrote it, as a phrase."""
        return " and ".join([", ".join(self.by[:-1]), self.by[-1]] if len(self.by) > 1 else self.by) or "somebody"


@dataclass(frozen=True, slots=True)
class TwoVersions:
    """A field of an entry that two people have changed apart from each other, one's own version first.

    `register` is the field's name, or of fields that only mean something together that of the first; "deleted" for an
    entry that one took out while another changed it: then the first version is that it goes, the second that it stays,
    and `changed` are the labels of what was changed. `origin` is what both were made from, in words, None when that is
    not known. `is_text` says whether it can be settled by other words, `is_long` whether both can stand one after the
    other. `author` is whose words alone these are, so that nobody else can settle it; empty for one's own and
    everybody's. `since` is a UTC stamp. `seal` stands for exactly these versions.
    """

    entry: Entry
    register: str
    label: str
    versions: tuple[OneVersion, ...]
    origin: str | None
    since: str
    is_text: bool
    is_long: bool
    author: str
    seal: str
    changed: tuple[str, ...] = ()

    @property
    def is_deletion(self) -> bool:
        return self.register == DELETED

    @property
    def may_settle(self) -> bool:
        return not self.author

    @property
    def proposal(self) -> list[Part]:
        """A text from both versions, see `history.proposal`; empty where none can be made."""
        if not self.is_text or len(self.versions) != 2 or any(each.missing for each in self.versions):
            return []
        one, other = (each.said for each in self.versions)
        return proposal(one, other, self.origin) if one and other else []

    @property
    def proposed(self) -> str | None:
        """The text of the proposal; None when there is none or both changed the same place in it."""
        parts = self.proposal
        if not parts or any(part.whose is Whose.CLASH for part in parts):
            return None
        return "".join(part.text for part in parts)

    @property
    def both(self) -> str:
        """All versions, one after the other with an empty line between."""
        return "\n\n".join(each.said for each in self.versions if each.said)

    @property
    def sentence(self) -> str:
        """What happened, in a sentence."""
        if not self.is_deletion:
            names = [each.whose for each in self.versions]
            return f"{_begun(', '.join(names[:-1]))} and {names[-1]} changed this apart from each other."
        out, kept = (each.whose for each in self.versions)
        what = "decided to keep it" if not self.changed else "changed it"
        return f"{_begun(out)} took it out while {kept} {what}."


@dataclass(frozen=True, slots=True)
class Settled:
    """What was settled here and has not left: until then it can be undone. `said` is what it says now."""

    entry: Entry
    register: str
    label: str
    said: str


def _begun(phrase: str) -> str:
    return phrase[:1].upper() + phrase[1:]
