"""Reading the versions of one entry: who said what, and from what."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.entry import PRIVATE, Entry
from ...domain.field import Field, Fields, Shape, Value
from ...domain.moment import Moment
from ...domain.point_of_view import for_me
from ...exchange.differing import Apart, Settling
from ...history.change import DELETED
from ...history.heads import Head
from ...history.ownership import may_set
from ...history.registers import COMPOUNDS
from ...history.value import encode
from ...vault.space import Space
from ..journal import Journal
from ..shared.authorship import author_of
from .versions_apart import OneVersion, TwoVersions


class Reading:
    """One entry of which two versions are read."""

    def __init__(self, journal: Journal, space: Space, settling: Settling, apart: Apart, entry: Entry) -> None:
        self._journal = journal
        self._space = space
        self._settling = settling
        self._apart = apart
        self._entry = entry
        self._form = journal.forms.form_of(entry.kind, entry.fields)

    def field(self, register: str, since: str) -> TwoVersions:
        names = COMPOUNDS.get(register, (register,))
        groups: dict[str, list[Head]] = {}
        for head in self._apart.heads(register):
            groups.setdefault("missing" if head.missing else encode(head.value), []).append(head)
        ordered = sorted(groups.values(), key=lambda heads: min(map(self._distance, heads)))
        about = self._form.get(register) if len(names) == 1 else None
        origin = None
        if len(ordered) == 2:
            origin = self._settling.origin(self._apart, register, ordered[0][0], ordered[1][0])
        return TwoVersions(
            entry=self._entry,
            register=register,
            label=label_of(self._form, register),
            versions=tuple(self._version(register, names, heads) for heads in ordered),
            origin=None if origin is None else self._words(register, names, origin),
            since=since,
            is_text=about is not None and about.shape in (Shape.LINE, Shape.PROSE),
            is_long=about is not None and about.shape is Shape.PROSE,
            author=self._author(register),
            seal=self._apart.seal(register),
        )

    def deletion(self, since: str) -> TwoVersions:
        beside = self._apart.beside_deletion
        deleted = self._apart.heads(DELETED)
        out = [head for head in deleted if head.value is True]
        stays = [head for head in deleted if head.value is not True] + [
            head for each in beside.values() for head in each
        ]
        labels = dict.fromkeys(label_of(self._form, register.partition("/")[0]) for register in beside)
        return TwoVersions(
            entry=self._entry,
            register=DELETED,
            label="Whether it stays",
            versions=(self._about("It goes.", {}, out), self._about("It stays.", {}, stays)),
            origin=None,
            since=since,
            is_text=False,
            is_long=False,
            author=self._author(DELETED),
            seal=self._apart.seal(DELETED),
            changed=tuple(labels),
        )

    def _version(self, register: str, names: tuple[str, ...], heads: list[Head]) -> OneVersion:
        first = heads[0]
        if first.missing:
            return self._about("", {}, heads)
        return self._about(self._words(register, names, first.value), self._seen(register, first.value), heads)

    def _about(self, said: str, fields: Fields, heads: list[Head]) -> OneVersion:
        stamps = [head.at for head in heads if head.at]
        mine = any(self._is_mine(head) for head in heads)
        return OneVersion(
            said,
            fields,
            tuple(dict.fromkeys(sorted((self._name(head) for head in heads), key=lambda name: name[:3] != "you"))),
            at=max(stamps, default=""),
            mine=mine,
            here=any(head.change is None for head in heads),
            missing=all(head.missing for head in heads),
        )

    def _distance(self, head: Head) -> int:
        """From here, from another device of one's own, from somebody else: in this order they are shown."""
        if head.change is None or self._settling.is_this_device(head.device):
            return 0
        return 1 if self._is_mine(head) else 2

    def _is_mine(self, head: Head) -> bool:
        return head.change is None or head.member == self._settling.roster.own

    def _name(self, head: Head) -> str:
        if not self._is_mine(head):
            return self._settling.roster.names.get(head.member, "somebody")
        return "you on another device" if self._distance(head) else "you"

    def _author(self, register: str) -> str:
        view, roster = self._apart.view, self._settling.roster
        if may_set(view.kind, register, view.author, roster.own or ""):
            return ""
        return author_of(self._space, self._entry).name or "somebody else"

    def _seen(self, register: str, value: object) -> Fields:
        """The fields of a value as the journal's owner has them."""
        fields = self._apart.fields(register, value)
        if self._space.name == PRIVATE:
            return fields
        return for_me(self._entry.kind, fields, self._journal.profile.name)

    def _words(self, register: str, names: tuple[str, ...], value: object) -> str:
        """The value in words, one's own name spelt out: two names are to be told apart."""
        return say_fields(self._journal, self._form, names, self._apart.fields(register, value))


def label_of(form: Mapping[str, Field], register: str) -> str:
    """What a register is called on the screen, by its first field."""
    field = form.get(register)
    return field.label if field else register.replace("_", " ").capitalize()


def say_fields(journal: Journal, form: Mapping[str, Field], names: tuple[str, ...], fields: Fields) -> str:
    """The values of a register in words: the first alone, the others each with its label."""
    said: list[str] = []
    for place, name in enumerate(names):
        value = fields.get(name)
        if value is None:
            continue
        words = _say(journal, form.get(name) or Field(name, name, Shape.PROSE), value)
        said.append(words if place == 0 else f"{label_of(form, name)}: {words}")
    return " · ".join(said)


def _say(journal: Journal, field: Field, value: Value) -> str:
    if field.shape is Shape.MOMENT:
        return f"{Moment.parse(str(value)).in_zone(journal.time.zone).local:%Y-%m-%d %H:%M}"
    if field.shape is Shape.LINK:
        other = journal.entries.find(str(value))
        return other.headline or other.kind if other else str(value)[:7]
    return field.label_of(value)
