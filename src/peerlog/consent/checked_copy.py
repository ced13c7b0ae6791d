"""What checking a signed copy came to: who signed what, for what, whose keys these are, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ..crypto import sshsig
from ..domain.said_names import listed
from .copy_faults import Fault
from .copy_layout import PAGE, PRINT, TEXT
from .how_to_check import named
from .signature_names import ENDING
from .statement import ConsentStatement

Known = Literal["not asked", "yes", "other name", "no", "differs"]


@dataclass(frozen=True, slots=True)
class Signature:
    """A member's good signature: in which file, by which key (32 bytes), and what those who check know of the key.

    `known` is "yes" where their file has this key for the member, or without a name, and "other name" where none of
    its names `known_as` is the member's; "differs" where it has another key for somebody of that name, or this one for
    another member; "no" where it has neither; "not asked" without a file.
    """

    name: str
    file: str
    key: bytes
    known: Known = "not asked"
    known_as: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The key as OpenSSH writes it."""
        return sshsig.public_line(self.key)

    @property
    def fingerprint(self) -> str:
        """What `ssh-keygen` calls the key."""
        return sshsig.fingerprint(self.key)


@dataclass(frozen=True, slots=True)
class CheckedCopy:
    """`statement` is None where there is none that can be read. Nothing but `faults` counts where there are any."""

    statement: ConsentStatement | None
    signatures: tuple[Signature, ...]
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing in it was changed and everybody named has signed."""
        return not self.faults

    @property
    def is_forged(self) -> bool:
        """Whether it was changed, or somebody's key is another than the one they are known by."""
        return bool(self.faults) or any(each.known == "differs" for each in self.signatures)

    @property
    def is_established(self) -> bool | None:
        """Whether every key is known to be its member's; None where nobody was asked."""
        if not self.faults and any(each.known == "not asked" for each in self.signatures):
            return None
        return not self.faults and all(each.known == "yes" for each in self.signatures)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What there is to say, in plain words; of a copy with faults nothing but these."""
        if self.faults:
            wrong = [f"{each.sentence} {each.hint}".rstrip() for each in self.faults]
            return ("This copy was changed or is not whole, so it shows nothing.", *wrong)
        assert self.statement is not None
        return (*_what(self.statement), *_whose(self.signatures), _what_not())


def _what(statement: ConsentStatement) -> Iterator[str]:
    who = [each.name for each in statement.members]
    signed = "has signed" if len(who) == 1 else "have all signed" if len(who) > 2 else "have both signed"
    yield f"{listed(who)} {signed} “{named(statement)}”, exactly as it stands in {TEXT}."
    yield f"For: {statement.purpose}."
    yield f"May have it: {listed(statement.release)}."


def _whose(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for each in signatures:
        yield f"{each.name}: {each.file}, key {each.fingerprint}. {_known(each)}".rstrip()
    if any(each.known == "not asked" for each in signatures):
        yield (
            "These keys signed; whose keys they are is not established here. Ask each of them for theirs by a way on"
            " which you know them, and name a file with the answers: --signers FILE."
        )


def _known(signature: Signature) -> str:
    names = listed([each for each in signature.known_as if each])
    if signature.known == "yes":
        return f"Your file knows it as {names}." if names else "Your file knows it, without a name."
    if signature.known == "other name":
        return (
            f"Your file knows it as {names}. Whether that is {signature.name}, only you can say: if so, let the line"
            f" of this key begin with {signature.file.removesuffix(ENDING)}."
        )
    if signature.known == "differs" and names:
        return f"Your file knows it as {names}, who is somebody else here: this is not to be trusted."
    if signature.known == "differs":
        return f"Your file has another key for {signature.name}: this is not to be trusted."
    return f"Your file knows neither this key nor {signature.name}." if signature.known == "no" else ""


def _what_not() -> str:
    return (
        f"Nobody has signed {PAGE} and {PRINT}, which are there to be read. Whether one of them has withdrawn it since,"
        " only they can say."
    )
