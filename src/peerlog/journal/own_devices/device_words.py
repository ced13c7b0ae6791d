"""The four words that two of one's own devices compare, before anything is sent to the new one."""

from __future__ import annotations

from dataclasses import dataclass

from ...errors import Refused
from ...exchange.handshake.inviting import Inviting
from ...exchange.handshake.joining import Joining
from ...vault.handshakes import (
    DEVICE_COMPARED,
    DEVICE_DIFFERS,
    DEVICE_INVITING,
    DEVICE_JOINING,
    handshakes,
    keep_handshake,
)
from ..journal import Journal
from .devices import devices, retire, side_of


@dataclass(frozen=True, slots=True)
class DeviceWords:
    """Words to compare with those that another device of one's own shows. `token` (22 letters) stands for the meeting.

    `brought_in` says that the other one is the new one.
    """

    token: str
    name: str
    words: tuple[str, str, str, str]
    brought_in: bool


def words_to_compare(journal: Journal) -> list[DeviceWords]:
    """What waits for the words to be compared, the oldest first."""
    found: list[DeviceWords] = []
    for role in (DEVICE_INVITING, DEVICE_JOINING):
        for token, text, _ in handshakes(journal.private, role):
            state = side_of(text)
            if state.words is not None:
                found.append(DeviceWords(token, name_of(state), state.words, isinstance(state, Inviting)))
    return found


def name_of(state: Inviting | Joining) -> str:
    """What the other device is called."""
    if isinstance(state, Inviting):
        return state.answer.by.name if state.answer else ""
    return state.acceptance.spaces[0].name if state.acceptance else ""


def require_words_compared(journal: Journal) -> None:
    """Raise `Refused` while it is not sure that a device is one's own: everything would be sent to it."""
    if any(isinstance(side_of(text), Joining) for _, text, _ in handshakes(journal.private, DEVICE_DIFFERS)):
        raise Refused(
            "The words on your two devices differed, so nothing leaves this one.",
            "Remove this journal, and begin anew from the other device.",
        )
    waiting = words_to_compare(journal)
    if waiting:
        raise Refused(
            f"The words with “{waiting[0].name}” have not been compared yet, so nothing leaves.",
            "“peerlog device verify” shows them.",
        )


def confirm_words(journal: Journal, compared: DeviceWords) -> None:
    """Both devices show the same words: from here on updates go between them."""
    _move(journal, compared, DEVICE_COMPARED)


def words_differ(journal: Journal, compared: DeviceWords) -> None:
    """Somebody stands between the two: the one that was brought in is out of use at once, and nothing goes to it."""
    _move(journal, compared, DEVICE_DIFFERS)
    if compared.brought_in:
        state = _state(journal, compared.token, DEVICE_DIFFERS)
        assert isinstance(state, Inviting)
        answer = state.answer
        assert answer is not None  # there were words
        new = next((each for each in devices(journal) if each.id == answer.by.keys.device), None)
        if new is not None and not new.retired:
            retire(journal, new)


def _move(journal: Journal, compared: DeviceWords, role: str) -> None:
    now = DEVICE_INVITING if compared.brought_in else DEVICE_JOINING
    state = _state(journal, compared.token, now)
    if state is not None:
        keep_handshake(journal.private, compared.token, role, state.to_json(), journal.time.stamp())


def _state(journal: Journal, token: str, role: str) -> Inviting | Joining | None:
    found = [text for each, text, _ in handshakes(journal.private, role) if each == token]
    return side_of(found[0]) if found else None
