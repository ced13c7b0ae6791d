"""Why a text that not all have signed cannot be agreed any more, and what keeps me from signing one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...domain.dates import written_out
from ...domain.kinds import KINDS
from ...domain.said_names import listed
from ...errors import Refused
from ..circle.circles import Circle, read_circle
from ..first_meeting.comparing import not_compared
from ..journal import Journal

if TYPE_CHECKING:
    from ...consent.verdict import Asked
    from ...history.roster import Roster
    from ...vault.space import Space
    from .texts_to_agree import TextToAgree


def why_void(journal: Journal, space: Space, roster: Roster, asked: Asked, every: Iterable[Asked]) -> str:
    """The end of “void because …” for a text that is not agreed; empty for one that can still be signed."""
    from ...consent.naming import name_in, not_true_now

    said = asked.statement
    newer = max(
        (
            each.statement.revision
            for each in every
            if each.statement.document == said.document
            and each.statement.kind == said.kind
            and _by_members(each, roster)
        ),
        default=said.revision,
    )
    if newer > said.revision:
        return f"version {newer} has taken its place"
    gone = [each.name for each in said.members if not (member := roster.member(each.member)) or not member.here]
    if gone:
        return f"{listed(gone)} {'is' if len(gone) == 1 else 'are'} not here any more"
    if asked.beside and said.kind != "thanks":
        return f"it leaves out {listed([roster.names[each] for each in asked.beside])}"
    if lost := _lost_key(asked, roster):
        return f"a device of {lost} that it names is out of use"
    if asked.late:
        late = listed([name_in(roster, each) for each in said.members if each.member in asked.late])
        return f"{late} signed it with a device that was out of use by then"
    if why := not_true_now(said, roster):
        return why
    return _edited(journal, space, asked)


def _by_members(asked: Asked, roster: Roster) -> bool:
    """Whether one of those who signed it is still here: whoever left has no say any more in what is put forward."""
    return any((member := roster.member(each)) and member.here for each in asked.signed)


def _lost_key(asked: Asked, roster: Roster) -> str:
    """Whose device was retired although it may still sign; who has signed already needs it no more."""
    for signer in asked.missing:
        member = roster.member(signer.member)
        retired = {device.key for device in member.devices if device.retired} if member else set()
        if retired & {*signer.keys}:
            return signer.name
    return ""


def _edited(journal: Journal, space: Space, asked: Asked) -> str:
    from .agreed_documents import drawn_from, still_there

    if not asked.drawn_from:
        return ""
    document = still_there(journal, space.name, asked.statement.document)
    if document is None:
        return "what it was made from is not here"
    if document.deleted:
        return "what it was made from was deleted"
    if not {*asked.drawn_from} - {drawn_from(journal, document, asked.statement.kind)}:
        return ""
    what = KINDS[document.kind].label.lower()
    return f"the {what} was edited after it was put forward"


def require_signable(journal: Journal, text: TextToAgree) -> None:
    """Raise `Refused`, saying what to do, where this text must not be signed by me now."""
    circle = read_circle(journal.spaces[text.space])
    _require_for_me(text)
    if text.is_agreed:
        raise Refused(f"“{text.name}” is agreed already.")
    assert text.me is not None
    if text.me.said == "signed":
        void = f"It is void since, because {text.void}. {_instead(text)}" if text.void else ""
        raise Refused("You have signed this version already.", void or _wait(text))
    if text.state == "declined":
        who = listed([each.name for each in text.members if each.id in text.asked.declined and not each.is_me]) or "You"
        raise Refused(f"{who} said no to this version.", "Change the draft together, and put it forward again.")
    if text.void:
        raise Refused(f"This version is void, because {text.void}.", _instead(text))
    if not text.text:
        raise Refused("The text itself has not come yet.", "Exchange once more.")
    if journal.time.today() > text.answer_by:
        raise Refused(
            f"This text asked for an answer by {written_out(text.answer_by)}, and that day has passed.",
            "Put it forward again.",
        )
    if text.asked.rivals > 1:
        raise Refused(
            "There is another text under the same number, so it would not be clear which one you agreed to.",
            "Ask who put them forward, and put one of them forward again under another number.",
        )
    require_known_keys(journal, circle)
    _require_own_key(journal, text)


def _require_for_me(text: TextToAgree) -> None:
    if text.me is None:
        raise Refused(
            "This text does not ask for your signature.", f"It asks {listed([m.name for m in text.members])}."
        )


def _wait(text: TextToAgree) -> str:
    waiting = [each.name for each in text.members if each.said == "asked"]
    return f"It waits for {listed(waiting)}." if waiting else ""


def _instead(text: TextToAgree) -> str:
    return "Look at the newer version." if "has taken its place" in text.void else "Put it forward again."


def require_known_keys(journal: Journal, circle: Circle) -> None:
    """Raise `Refused` where it is not known whose keys the others' are, or somebody's key was used twice."""
    if circle.left or circle.archived or circle.stopped or circle.joining:
        raise Refused(f"With {circle.label} nothing more is signed.", "Begin something new with each other.")
    apart = [each.name for each in circle.others if each.set_apart]
    if apart:
        raise Refused(
            f"The words with {listed(apart)} were not the same, so nothing is signed with them.",
            "Begin something new with each other, and compare again.",
        )
    unknown = [each.name for each in not_compared(circle)]
    if unknown:
        raise Refused(
            f"You have not compared the words with {listed(unknown)} yet, so nobody knows whose keys these are.",
            "Compare them on a call first: “peerlog circle verify”, or “Compare the words” in their tab.",
        )
    if twice := _signed_twice(journal, circle):
        raise Refused(
            f"A device of {twice} has signed two different things under one number, so it may be a copy.",
            f"Ask {twice} to take it out of use, then put the text forward again.",
        )


def _signed_twice(journal: Journal, circle: Circle) -> str:
    from ...exchange.membership import roster_in
    from ...vault.changes import Changes

    space = journal.spaces[circle.space]
    roster, changes = roster_in(space), Changes(space)
    for member in roster.members:
        for device in member.devices:
            if member.here and not device.retired and changes.first_fork(device.id) is not None:
                return roster.names[member.id]
    return ""


def _require_own_key(journal: Journal, text: TextToAgree) -> None:
    from ...exchange.keys import device_in_use
    from ..own_devices.own_keys import require_in_use

    space = journal.spaces[text.space]
    require_in_use(space)
    if device_in_use(space).key not in text.asked.statement.signers:
        raise Refused(
            "This device came after the text was put forward, so its signature would not count.",
            "Sign on your other device, or put the text forward again.",
        )
