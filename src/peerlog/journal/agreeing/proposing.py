"""Putting a text forward to be agreed, which is one's own signature under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING

from ...domain.entry import PRIVATE, Entry
from ...domain.kinds import APPROVAL, SUMMARY
from ...domain.problem import Problem
from ...domain.said_names import listed
from ...domain.text import clean_line
from ...errors import Busy, Refused
from ..circle.circles import circle_entry, read_circle
from ..journal import Journal
from .agreed_documents import Document, document_of, drawn_from, kind_of_text
from .texts_seen import mark_looked_at
from .texts_to_agree import TextToAgree, text_meant, texts_to_agree
from .void_texts import require_known_keys

if TYPE_CHECKING:
    from ...consent.statement import Signer
    from ...vault.space import Space

ANSWER_DAYS = 30
MOST_RELEASED = 20
PURPOSES = {
    "summary": "our record of this time",
    "agreement": "what we hold each other to",
    "closing": "a record that we worked together",
    "thanks": "to be quoted",
}


@dataclass(frozen=True, slots=True)
class ToPropose:
    """What would be put forward: exactly this text, for this, for these to have, to be answered by this day.

    `revision` counts the versions of this document that were put forward, this one included; `voids` names those whose
    signature under an earlier version comes to nothing by it. `replaces` is the id of the version that is agreed, if
    one is, and `is_as_agreed` says that its words are the same.
    """

    document: Entry
    kind: str
    title: str
    text: str
    number: int
    revision: int
    purpose: str
    release: tuple[str, ...]
    answer_by: date
    members: tuple[str, ...]
    voids: tuple[str, ...]
    replaces: str = ""
    is_as_agreed: bool = False
    keys: tuple[Signer, ...] = field(repr=False, default=())


def to_propose(
    journal: Journal,
    document: Entry,
    *,
    kind: str = "",
    purpose: str = "",
    release: Sequence[str] = (),
    answer_by: date | None = None,
) -> ToPropose:
    """What putting this forward would have all of them sign, to be shown before. Raises `Refused`, `Problem`."""
    from ...exchange.membership import roster_in

    kind = kind or kind_of_text(document)
    if document.space == PRIVATE:
        raise Refused("Only you can see this, so nobody else can sign it.", "Share it with somebody first.")
    if document.deleted:
        raise Refused("This lies in the trash.", "Bring it back first.")
    space = journal.spaces[document.space]
    circle = read_circle(space)
    require_known_keys(journal, circle)
    _require_one_version(journal, document)
    roster = roster_in(space)
    if kind == "thanks" and not journal.entries.author_of(document).is_me:
        raise Refused("Only who wrote these thanks can sign that they may be quoted.")
    if kind == "thanks" and (giver := journal.entries.get(document.id).line("source")):
        raise Refused(f"These are thanks from {giver}, and only {giver} can sign them.", "Ask them to write them here.")
    if kind != "thanks" and not circle.others:
        raise Refused("There is nobody here yet to agree with.", "Invite somebody first.")
    made = document_of(journal, document, kind, roster)
    keys = _signers(journal, document, kind)
    if kind != "thanks" and len(keys) < 2:
        raise Refused("There is nobody here any more to agree with.", "What you have agreed before stays agreed.")
    if without := [each.name for each in keys if not each.keys]:
        raise Refused(f"{listed(without)} cannot sign: no device of theirs is in use.", "Ask them to bring one in.")
    names = tuple(each.name for each in keys)
    before = [each for each in texts_to_agree(journal, space=document.space) if each.kind == kind]
    same = [each for each in before if each.document == document.id]
    agreed = max((each for each in same if each.is_agreed), key=lambda each: each.revision, default=None)
    open_ones = [each for each in same if each.state == "open"]
    everybody = tuple(member.name for member in circle.members if not member.left)
    return ToPropose(
        document=document,
        kind=kind,
        title=made.title,
        text=made.text,
        number=_number(document, kind, same, before),
        revision=1 + max((each.revision for each in same), default=0),
        purpose=_short(clean_line(purpose), "What it is for") or PURPOSES[kind],
        release=_release(release or everybody),
        answer_by=_answer_by(journal.time.today(), answer_by),
        members=names,
        voids=tuple(dict.fromkeys(m.name for each in open_ones for m in each.members if m.said == "signed")),
        replaces=agreed.id if agreed else "",
        is_as_agreed=bool(agreed and agreed.text == made.text),
        keys=keys,
    )


def propose(journal: Journal, shown: ToPropose, passphrase: str) -> TextToAgree:
    """Sign what was shown and put it forward; it leaves with the next exchange.

    Raises `WrongPassphrase`, and `Busy` when it would be something else by now.
    """
    from ...consent.paper import sign_paper, write_paper
    from ...consent.statement import BadConsent, content_of, write_statement
    from ...exchange.keys import device_in_use
    from ..own_devices.own_keys import enrol_if_behind
    from ..passphrase_again import require_passphrase

    require_passphrase(journal, passphrase)
    enrol_if_behind(journal)
    space = journal.spaces[shown.document.space]
    with journal.writing(shown.document.id):
        now = to_propose(
            journal,
            journal.entries.get(shown.document.id),
            kind=shown.kind,
            purpose=shown.purpose,
            release=shown.release,
            answer_by=shown.answer_by,
        )
        if replace(now, document=shown.document) != shown:
            raise Busy("Something was changed meanwhile, so nothing was signed.", "Look at it once more.")
        keys = device_in_use(space)
        try:
            statement = write_statement(
                space=space.id,
                circle=_circle_name(space, shown.members),
                members=shown.keys,
                document=shown.document.id,
                kind=shown.kind,
                number=shown.number,
                revision=shown.revision,
                title=shown.title,
                purpose=shown.purpose,
                release=shown.release,
                answer_by=shown.answer_by,
                at=journal.time.stamp(),
                content=content_of(shown.text),
                replaces=bytes.fromhex(shown.replaces) if shown.replaces else None,
            )
        except BadConsent as error:
            raise Problem(f"This cannot be put forward: {error}.", "Change its title or its purpose.") from error
        paper = sign_paper(statement, keys.seed, keys.key, drawn_from(journal, shown.document, shown.kind))
        journal.entries.add(
            APPROVAL.name,
            {"parent": shown.document.id, "content": shown.text, "signed": write_paper(paper)},
            space=space.name,
        )
    return mark_looked_at(journal, text_meant(journal, statement.id.hex()))


def preview_of(journal: Journal, document: Entry, kind: str = "") -> Document:
    """The text that a draft becomes, before anybody is asked; raises `Refused` for an empty one."""
    from ...exchange.membership import roster_in

    return document_of(journal, document, kind or kind_of_text(document), roster_in(journal.spaces[document.space]))


def _number(document: Entry, kind: str, same: Sequence[TextToAgree], before: Sequence[TextToAgree]) -> int:
    """A summary bears the number of its draft; all else keeps its own, else takes the lowest that nothing else had.

    Two who put forward apart from each other may take the same: whoever does so again is given, or asked for, another.
    """
    from ...consent.verdict import documents_by_number

    bearing = documents_by_number(each.asked for each in before)

    def taken(number: int) -> bool:
        return bool(bearing.get((kind, number), set()) - {document.id})

    if document.kind == SUMMARY.name and (number := document.number("number")):
        if taken(number):
            raise Refused(
                f"Another text with these people has the number {number} already.",
                "Give this draft another number, in its title too, then put it forward.",
            )
        return number
    mine = max(same, key=lambda each: each.revision).number if same else 0
    if mine and not taken(mine):
        return mine
    others = {each.number for each in before if each.document != document.id}
    return next(number for number in count(1) if number not in others)


def _signers(journal: Journal, document: Entry, kind: str) -> tuple[Signer, ...]:
    """Who has to sign, in the order of their seats, with the keys of the devices that they have in use."""
    from ...consent.statement import Signer
    from ...exchange.membership import roster_in

    roster = roster_in(journal.spaces[document.space])
    members = [each for each in roster.members if each.here and (kind != "thanks" or each.id == roster.own)]
    return tuple(
        Signer(
            roster.names[each.id], each.id, tuple(sorted(device.key for device in each.devices if not device.retired))
        )
        for each in members
    )


def _release(names: Sequence[str]) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(_short(clean, "Who may have it") for each in names if (clean := clean_line(each))))
    if not kept:
        raise Problem("Say who may have it.", "Names, with commas.")
    if len(kept) > MOST_RELEASED:
        raise Problem(f"Up to {MOST_RELEASED} may be named who have it.", "Name a group instead.")
    return kept


def _circle_name(space: Space, members: Sequence[str]) -> str:
    """What all of them call what they share, never what it is called here alone; where it has no name, who they are."""
    entry = circle_entry(space)
    return (entry.title if entry else "") or listed(members)


def _short(words: str, what: str) -> str:
    from ...consent.statement import MOST_LINE

    if len(words) > MOST_LINE:
        raise Problem(f"{what} takes up to {MOST_LINE} characters, and this is {len(words)}.", "Say it shorter.")
    return words


def _answer_by(today: date, wanted: date | None) -> date:
    day = wanted or today + timedelta(days=ANSWER_DAYS)
    if day < today:
        raise Problem("The day to answer by lies in the past.", "Name one that is still to come.")
    return day


def _require_one_version(journal: Journal, document: Entry) -> None:
    from ...vault.changes import Changes

    if Changes(journal.spaces[document.space]).two_versions(document.id):
        raise Refused("There are two versions of this draft.", "Settle them first, then put it forward.")
