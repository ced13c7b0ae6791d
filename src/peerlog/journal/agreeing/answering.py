"""Answering a text to agree: signing it, declining it, and withdrawing one that was agreed."""

from __future__ import annotations

from ...domain.kinds import APPROVAL
from ...domain.said_names import listed
from ...domain.text import clean_text
from ...errors import Refused
from ..circle.circles import read_circle
from ..journal import Journal
from ..own_devices.own_keys import enrol_if_behind
from .texts_seen import mark_looked_at
from .texts_to_agree import TextToAgree, text_meant
from .void_texts import require_signable


def sign(journal: Journal, shown: TextToAgree, passphrase: str) -> TextToAgree:
    """Sign exactly what was shown; it leaves with the next exchange. The text as it stands then.

    Raises `WrongPassphrase`, and `Refused` with what to do where it must not be signed, or not any more.
    """
    from ...consent.paper import sign_paper, write_paper
    from ...consent.statement import content_of
    from ...exchange.keys import device_in_use
    from ..passphrase_again import require_passphrase

    require_passphrase(journal, passphrase)
    enrol_if_behind(journal)
    space = journal.spaces[shown.space]
    with journal.writing():
        now = text_meant(journal, shown.id)
        require_signable(journal, now)
        statement = now.asked.statement
        if now.text != shown.text or not statement.is_about(content_of(shown.text)):
            raise Refused("What was shown is not what would be signed, so nothing was.", "Look at it once more.")
        keys = device_in_use(space)
        paper = sign_paper(statement, keys.seed, keys.key)
        _keep(journal, now, write_paper(paper), content=shown.text)
    return mark_looked_at(journal, text_meant(journal, shown.id))


def decline(journal: Journal, text: TextToAgree, reason: str = "") -> TextToAgree:
    """Say no to this version; `reason` is for the others to read, and none is needed."""
    text = text_meant(journal, text.id)
    if text.is_agreed:
        raise Refused("This is agreed: all of you have signed it.", "It can be withdrawn.")
    if text.me is None:
        raise Refused("This text does not ask for your signature.")
    if text.me.said == "signed":
        raise Refused(
            "You have signed this version, and a signature stays.",
            "Edit the draft: that makes this version void, for all of you.",
        )
    if text.me.said == "declined":
        raise Refused("You have said no to this version already.")
    if text.void:
        raise Refused(f"This version is void anyway, because {text.void}.")
    return _answer(journal, text, "decline", reason)


def withdraw(journal: Journal, text: TextToAgree, reason: str = "") -> TextToAgree:
    """Mark an agreed text as withdrawn: nothing more of it leaves from here, and the others are asked for the same.

    It stays agreed, and copies that are out stay where they are.
    """
    text = text_meant(journal, text.id)
    if not text.is_agreed:
        waiting = listed([each.name for each in text.members if each.said == "asked"])
        hint = f"It waits for {waiting}." if waiting and text.state == "open" else ""
        raise Refused("This is not agreed, so there is nothing to withdraw.", hint)
    if text.me is None:
        raise Refused("You have not signed this, so it is not yours to withdraw.")
    if text.me.said == "withdrew":
        raise Refused("You have withdrawn this already.")
    return _answer(journal, text, "withdraw", reason)


def _answer(journal: Journal, text: TextToAgree, says: str, reason: str) -> TextToAgree:
    from ...consent.answer import write_answer
    from ...consent.paper import sign_paper, write_paper
    from ...exchange.keys import device_in_use
    from ..own_devices.own_keys import require_in_use

    enrol_if_behind(journal)
    space = journal.spaces[text.space]
    require_in_use(space)
    if read_circle(space).archived:
        raise Refused(f"What you share with {text.label} was put away, so nothing leaves there any more.")
    keys = device_in_use(space)
    if keys.key not in text.asked.statement.signers:
        raise Refused(
            "This device came after the text was put forward, so its answer would not count.",
            "Answer on your other device, or put the text forward again.",
        )
    answer = write_answer(text.asked.statement.id, "decline" if says == "decline" else "withdraw", journal.time.stamp())
    with journal.writing():
        _keep(journal, text, write_paper(sign_paper(answer, keys.seed, keys.key)), reason=clean_text(reason).strip())
    return mark_looked_at(journal, text_meant(journal, text.id))


def _keep(journal: Journal, text: TextToAgree, signed: str, **more: str) -> None:
    fields: dict[str, object] = {"parent": text.document, "signed": signed, **more}
    journal.entries.add(APPROVAL.name, fields, space=text.space)
