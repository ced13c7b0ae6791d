"""A copy of an item that somebody outside has signed: the text, what was signed, the signature, how to check it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from ...crypto import sshsig
from ...domain.countersigning import DETAILS, MEANINGS
from ...domain.dates import written_out
from ..copy_layout import ALLOWED, HOW_TO_CHECK, STATEMENT, SUMS, sums
from ..how_to_check import heading, paragraph
from .countersignature import Countersignature

TEXT = "item.md"
SIGNER = "signer"
SIGNATURE = f"{SIGNER}.sig"


@dataclass(frozen=True, slots=True)
class CopyOf:
    """Who made a copy and when, and in a sentence what they know of whose key it is."""

    name: str
    on: date
    says: str
    earlier: bool = False


def item_copy(signed: Countersignature, content: bytes, maker: CopyOf) -> Mapping[str, bytes]:
    """The files by name; `content` are the bytes that were signed for. Raises `ValueError` for others."""
    if sha256(content).digest() != signed.digest or not signed.fits():
        raise ValueError("the signature is not good, or about another text")
    files = {
        TEXT: content,
        STATEMENT: signed.text,
        SIGNATURE: sshsig.armored(signed.key, sshsig.CONSENT, signed.signature).encode("ascii"),
        ALLOWED: (sshsig.allowed_signer_line(SIGNER, [sshsig.CONSENT], signed.key) + "\n").encode("ascii"),
        HOW_TO_CHECK: ("\n\n".join(_how_to_check(signed, maker)) + "\n").encode(),
    }
    return {**files, SUMS: sums(files)}


def _how_to_check(signed: Countersignature, maker: CopyOf) -> Iterator[str]:
    meaning = MEANINGS[signed.meaning]
    yield "A SIGNED ITEM"
    yield paragraph(
        f"{signed.name} has signed exactly the text in {TEXT}, “{signed.title}”. {signed.asked_by} asked for it."
    )
    yield paragraph(f"What was signed: “{meaning.sentence}” {meaning.is_not}")
    said = [(DETAILS[name].called, words) for name, words in signed.signer.items()]
    said.append(("May be contacted about it", "yes" if signed.contact else "no"))
    said.append(("Signed on", written_out(date.fromisoformat(signed.at[:10]))))
    yield "\n".join(paragraph(f"{label}: {words}", "  ") for label, words in said)
    yield paragraph("All of this is what whoever signed says of themselves, the day included.")
    if maker.earlier:
        yield paragraph(f"The entry in the journal of {maker.name} has changed since; what was signed is this text.")
    yield heading("What it proves, and what it does not")
    yield paragraph(
        "It proves that whoever holds the key below signed exactly this text in this sense. It does not prove whose key"
        " it is, on which day it was used, or that what the text says is so."
    )
    yield paragraph(f"{maker.name} made this copy on {written_out(maker.on)}, and says of the key: {maker.says}.")
    yield f"  {sshsig.fingerprint(signed.key)}"
    yield heading("How to check it")
    yield paragraph("In a terminal, in this folder, with programs that are part of most systems:")
    yield "1. Every file is as it was made. (On macOS: shasum -a 256 -c SHA256SUMS)"
    yield f"    sha256sum -c {SUMS}"
    yield f"2. The key has signed {STATEMENT}. (OpenSSH 8.2 or later)"
    yield f"    ssh-keygen -Y verify -f {ALLOWED} -I {SIGNER} -n {sshsig.CONSENT} -s {SIGNATURE} < {STATEMENT}"
    yield f"3. {STATEMENT} speaks of this text: the second line says 1."
    yield f'    sha256sum {TEXT}\n    grep -c \'"sha256":"{signed.digest.hex()}"\' {STATEMENT}'
