"""The texts that people are asked to agree to, and those that they have agreed to: what each of them has said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from ...domain.entry import PRIVATE
from ...errors import BadInput, Refused
from ..journal import Journal

if TYPE_CHECKING:
    from ...consent.statement import Signer
    from ...consent.verdict import Asked
    from ...history.roster import Roster
    from ...vault.space import Space

State = Literal["open", "agreed", "superseded", "withdrawn", "void", "declined"]
Said = Literal["asked", "signed", "declined", "withdrew"]


@dataclass(frozen=True, slots=True)
class MemberSaid:
    """What one of those who are asked has said of a text; `at` is a UTC stamp that they claim, empty where none is."""

    id: str
    name: str
    is_me: bool
    said: Said
    at: str = ""


@dataclass(frozen=True, slots=True)
class TextToAgree:
    """One version of a text as its members stand to it.

    `id` is 64 hex digits, of the statement that is signed. `kind` is what the text is: "summary", "agreement",
    "closing" or "thanks"; `document` the entry that it was made from. `text` is exactly what is signed for (without
    the last newline of the file), empty while it has not come. `void` says why it cannot be agreed any more, as the
    end of “void because …”. `beside` names members whom it leaves out, `objections` what is odd about it.
    """

    id: str
    space: str
    label: str
    kind: str
    document: str
    number: int
    revision: int
    title: str
    purpose: str
    release: tuple[str, ...]
    answer_by: date
    proposed: str
    proposer: str
    text: str
    state: State
    void: str
    members: tuple[MemberSaid, ...]
    beside: tuple[str, ...]
    objections: tuple[str, ...]
    asked: Asked = field(repr=False, compare=False)

    @property
    def me(self) -> MemberSaid | None:
        """What I have said of it; None when it is not for me to sign."""
        return next((each for each in self.members if each.is_me), None)

    @property
    def waits_for_me(self) -> bool:
        return self.state == "open" and bool(self.me and self.me.said == "asked")

    @property
    def is_agreed(self) -> bool:
        """Whether all of them signed it, whatever came afterwards."""
        return self.state in ("agreed", "superseded", "withdrawn")

    @property
    def name(self) -> str:
        """What lists call it: its title, and which version it is when it is not the first."""
        return self.title if self.revision == 1 else f"{self.title}, version {self.revision}"


def texts_to_agree(journal: Journal, *, space: str | None = None) -> list[TextToAgree]:
    """Every version of every text in one space or in all, the newest proposals first."""
    names = [space] if space else [name for name in journal.spaces if name != PRIVATE]
    found = [text for name in names for text in _in_space(journal, journal.spaces[name])]
    return sorted(found, key=lambda each: (each.proposed, each.id), reverse=True)


def newest_texts(texts: Iterable[TextToAgree]) -> list[TextToAgree]:
    """Of each document the version that matters: the newest that is open or agreed, else the newest of all."""
    best: dict[tuple[str, str, str], TextToAgree] = {}
    rank = {"open": 2, "agreed": 1, "withdrawn": 1}
    for each in texts:
        key = (each.space, each.document, each.kind)
        if key not in best or _worth(each, rank) > _worth(best[key], rank):
            best[key] = each
    return list(best.values())


def _worth(text: TextToAgree, rank: dict[str, int]) -> tuple[int, int]:
    return rank.get(text.state, 0), text.revision


def text_meant(journal: Journal, prefix: str) -> TextToAgree:
    """The text whose id, or whose document's id, begins so: of a document the version that matters.

    Raises `BadInput` when several begin so or it is no id, `Refused` when none does.
    """
    wanted = prefix.strip().casefold()
    if not 4 <= len(wanted) <= 64 or not set(wanted) <= set("0123456789abcdef"):
        raise BadInput(f"“{prefix[:70]}” is not the id of a text.", "An id is four or more of 0-9 and a-f.")
    every = texts_to_agree(journal)
    found = [each for each in every if each.id.startswith(wanted)]
    found = found or newest_texts(each for each in every if each.document.startswith(wanted))
    if not found:
        raise Refused(f"There is no text to agree {wanted[:12]}.", "“peerlog summary list” shows them.")
    if len(found) > 1:
        raise BadInput(f"More than one text's id begins with {wanted}.", "Give more of its digits.")
    return found[0]


def objections_in(journal: Journal, space: str) -> list[str]:
    """What came as a signature and counts for nothing, each as one sentence, with who sent it."""
    from ...consent.gathering import verdict_in
    from ...exchange.membership import roster_in

    if not journal.spaces[space].value("founding", ""):
        return []
    roster = roster_in(journal.spaces[space])
    verdict = verdict_in(journal.spaces[space], roster)
    return [_sentence(each.why, each.sender, roster) for each in verdict.objections]


def _sentence(why: str, sender: str, roster: Roster) -> str:
    name = roster.names.get(sender, "")
    by = f" {name} sent it." if name and sender != roster.own else ""
    return f"{why[:1].upper()}{why[1:]} does not count.{by}"


def _in_space(journal: Journal, space: Space) -> list[TextToAgree]:
    from ...consent.gathering import verdict_in
    from ...exchange.membership import roster_in

    if not space.value("founding", ""):
        return []
    roster = roster_in(space)
    asked = verdict_in(space, roster).asked
    return [_text(journal, space, roster, each, asked) for each in asked]


def _text(journal: Journal, space: Space, roster: Roster, asked: Asked, every: Iterable[Asked]) -> TextToAgree:
    from .void_texts import why_void

    said = asked.statement
    members = tuple(_member(asked, each, roster) for each in said.members)
    void = "" if asked.is_signed_by_all else why_void(journal, space, roster, asked, every)
    state: State = "open"
    if asked.is_signed_by_all:
        state = _agreed(asked, every)
    elif asked.declined:
        state = "declined"
    elif void:
        state = "void"
    return TextToAgree(
        said.id.hex(),
        space.name,
        space.label,
        said.kind,
        said.document,
        said.number,
        said.revision,
        said.title,
        said.purpose,
        said.release,
        said.answer_by,
        said.at,
        next(each.name for each in members if each.id == asked.proposer),
        asked.text or "",
        state,
        void,
        members,
        tuple(roster.names[each] for each in asked.beside),
        tuple(each.why for each in asked.objections),
        asked,
    )


def _agreed(asked: Asked, every: Iterable[Asked]) -> State:
    if asked.withdrawn:
        return "withdrawn"
    mine = asked.statement
    replaced = any(
        each.statement.document == mine.document
        and each.statement.kind == mine.kind
        and each.statement.revision > mine.revision
        for each in every
        if each.is_signed_by_all
    )
    return "superseded" if replaced else "agreed"


def _member(asked: Asked, signer: Signer, roster: Roster) -> MemberSaid:
    from ...consent.naming import name_in

    member, name, is_me = signer.member, name_in(roster, signer), signer.member == roster.own
    if asked.is_signed_by_all and member in asked.withdrawn:
        return MemberSaid(member, name, is_me, "withdrew", asked.withdrawn[member].at)
    if member in asked.signed:
        return MemberSaid(member, name, is_me, "signed", asked.signed_at[member])
    if member in asked.declined:
        return MemberSaid(member, name, is_me, "declined", asked.declined[member].at)
    return MemberSaid(member, name, is_me, "asked")
