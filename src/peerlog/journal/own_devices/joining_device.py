"""Making this machine another device of somebody who has a journal elsewhere: a new journal, filled by exchanging."""

from __future__ import annotations

from ...domain.entry import PRIVATE
from ...errors import Refused
from ...exchange.handshake.acceptance import WHAT as ACCEPTANCE
from ...exchange.handshake.acceptance import Entered
from ...exchange.handshake.invitation import Invitation, ToDevice, read_invitation
from ...exchange.handshake.joining import Joining, OwnKeys, join
from ...exchange.handshake.refusals import NotForMe, OtherAnswer
from ...exchange.opening import Sent, kind_of
from ...history.encoding import b64
from ...vault.changes import Changes
from ...vault.handshakes import DEVICE_COMPARED, DEVICE_DIFFERS, DEVICE_JOINING, handshakes, keep_handshake
from ...vault.space import Space
from ...vault.statements import keep_statements
from ..circle.circles import keep_newest
from ..clock import Clock
from ..home import Home
from ..journal import Journal
from ..opening import create_journal, journal_exists
from .adding_devices import DeviceFile, file_named
from .device_notes import clean_device_name, guessed_name, keep_device_name
from .device_words import DeviceWords
from .devices import side_of

_HAS_ONE = "A second device begins with an empty journal, which is filled from the first."


def is_invitation(file: bytes) -> bool:
    """Whether a file that came from the other device is the first of the three. Raises `Refused` for no such file."""
    kind = kind_of(file)
    if kind is Sent.NOTHING:
        raise Refused("This is none of the files by which two devices meet.", "Their names end in “.peerlog”.")
    return kind is Sent.INVITATION


def read_device_invitation(file: bytes) -> Invitation:
    """An invitation from one's own other device. Raises what is wrong with it."""
    invitation = read_invitation(file)
    if not isinstance(invitation.to, ToDevice):
        raise Refused(
            "This is an invitation from somebody else, to share with them.", "“peerlog circle join” takes it."
        )
    return invitation


def join_as_device(
    home: Home, file: bytes, passphrase: str, *, zone: str, device: str = "", clock: Clock | None = None
) -> tuple[Journal, DeviceFile]:
    """Make an empty journal here that becomes one with the journal that invited: it, open, and the answer to take back.

    The name comes with the invitation. Raises `Refused` where there is a journal already.
    """
    invitation = read_device_invitation(file)
    if journal_exists(home):
        raise Refused(f"There is a journal in {home.data} already.", f"{_HAS_ONE} Choose another folder with --home.")
    space, _ = _to(invitation).spaces[0]
    journal = create_journal(home, passphrase, name=invitation.by.name, zone=zone, clock=clock, private=space)
    try:
        return journal, answer_again(journal, file, device)
    except BaseException:
        journal.close()
        raise


def answer_again(journal: Journal, file: bytes, device: str = "") -> DeviceFile:
    """The answer of a journal that was made to be another device of who invited, and that is still to be taken in."""
    invitation = read_device_invitation(file)
    private = journal.private
    for _, text, _ in handshakes(private, DEVICE_JOINING):
        state = side_of(text)
        if isinstance(state, Joining) and state.invitation.digest == invitation.digest:
            return _answer(state)
    if private.id != _to(invitation).spaces[0][0]:
        raise Refused("There is a journal here already that is not a copy of that one.", _HAS_ONE)
    if private.value("founding", ""):
        raise Refused("This device has been brought in already.", "“peerlog device list” shows all of yours.")
    now = journal.time.stamp()
    name = clean_device_name(device) or guessed_name()
    state = join(invitation, name)
    keys = state.keys[0]
    with private.write():
        keep_device_name(journal, name)
        private.use_keys(keys.seed, keys.public.key, keys.identity, now)
        keep_handshake(private, state.token, DEVICE_JOINING, state.to_json(), now)
    return _answer(state)


def take_device_acceptance(journal: Journal, file: bytes) -> DeviceWords:
    """The last of the three files: this journal has the same places as the other device. The words are to be compared.

    What there is to read comes with the updates of the other device. The same file once more changes nothing.
    """
    state = _accepted(journal, file)
    acceptance, words = state.acceptance, state.words
    assert acceptance is not None and words is not None  # noqa: PT018
    now = journal.time.stamp()
    for entered, keys in zip(acceptance.spaces, state.keys, strict=True):
        _enter(journal, entered, keys, now)
    keep_newest(journal)
    return DeviceWords(state.token, acceptance.spaces[0].name, words, brought_in=False)


def own_answer(journal: Journal) -> DeviceFile | None:
    """The answer that this journal gives, once more; None where it has not been made to be another device."""
    found = _joining(journal)
    return _answer(found[-1][2]) if found else None


def came_as_device(journal: Journal) -> bool:
    """Whether this journal was made to be another device of somebody."""
    return bool(_joining(journal))


def waits_for_acceptance(journal: Journal) -> bool:
    """Whether this journal was made to be another device and has not been taken in yet."""
    return not journal.private.value("founding", "") and bool(handshakes(journal.private, DEVICE_JOINING))


def enter_space(space: Space, founding: bytes, statements: tuple[tuple[bytes, bytes], ...]) -> None:
    """Let a space be shared from here on, with what is signed of who is in it."""
    with space.write():
        keep_statements(space, statements, 1)
        if not space.is_shared:
            space.set_value("founding", b64(founding))
            space.set_value("shared", "1")
            Changes(space).touch_all()


def _enter(journal: Journal, entered: Entered, keys: OwnKeys, now: str) -> None:
    space = next((each for each in journal.spaces.values() if each.id == entered.space), None)
    if space is None:
        name = journal.vault.create_circle({"space": entered.space, "label": entered.name}, now)
        journal.open_new_spaces()
        space = journal.spaces[name]
    with space.write():
        if space.name != PRIVATE and space.device_key != keys.public.key and not space.is_shared:
            space.use_keys(keys.seed, keys.public.key, keys.identity, now)
        enter_space(space, entered.founding, entered.statements)


def _joining(journal: Journal) -> list[tuple[str, str, Joining]]:
    """Role, token and state of how this journal came to be another device."""
    return [
        (role, token, state)
        for role in (DEVICE_JOINING, DEVICE_COMPARED, DEVICE_DIFFERS)
        for token, text, _ in handshakes(journal.private, role)
        if isinstance(state := side_of(text), Joining)
    ]


def _accepted(journal: Journal, file: bytes) -> Joining:
    told: Refused | None = None
    for role, token, before in _joining(journal):
        try:
            state = before.take_acceptance(file)
        except (NotForMe, OtherAnswer) as problem:
            told = told or problem
            continue
        keep_handshake(journal.private, token, role, state.to_json(), journal.time.stamp())
        return state
    raise told or NotForMe(ACCEPTANCE)


def _answer(state: Joining) -> DeviceFile:
    return DeviceFile(file_named("device-answer", state.token), state.answer_file())


def _to(invitation: Invitation) -> ToDevice:
    assert isinstance(invitation.to, ToDevice)  # read_device_invitation
    return invitation.to
