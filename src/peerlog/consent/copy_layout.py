"""Which files a signed copy consists of, and those of them that follow from the others byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from ..crypto import sshsig
from .signature_names import ENDING, signature_names
from .statement import STATEMENT_BYTES, ConsentStatement

TEXT = "summary.md"
PAGE = "summary.html"
PRINT = "summary.pdf"
STATEMENT = "statement.json"
ALLOWED = "allowed_signers"
SUMS = "SHA256SUMS"
HOW_TO_CHECK = "VERIFY.txt"

LARGEST: Mapping[str, int] = {
    TEXT: 1 << 20,
    PAGE: 8 << 20,
    PRINT: 32 << 20,
    STATEMENT: STATEMENT_BYTES,
    ALLOWED: 4096,
    SUMS: 4096,
    HOW_TO_CHECK: 64 << 10,
}
"""The files that every signed copy has besides the signatures, and the most bytes that each may have."""
LARGEST_SIGNATURE = 1024


def largest(name: str) -> int | None:
    """The most bytes that a file of this name may have; None for one that is no part of a signed copy."""
    if name in LARGEST:
        return LARGEST[name]
    stem = name.removesuffix(ENDING)
    is_signature = stem != name and stem.isascii() and stem.replace("-", "").isalnum() and stem == stem.lower()
    return LARGEST_SIGNATURE if is_signature and len(stem) <= 40 else None


def allowed_signers(statement: ConsentStatement, signed: Mapping[str, bytes]) -> bytes:
    """The file for `ssh-keygen -Y verify -f`: whose signature each key's is. `signed` are keys by member id."""
    names = signature_names(statement)
    lines = [
        sshsig.allowed_signer_line(names[each.member], [sshsig.CONSENT], signed[each.member])
        for each in statement.members
    ]
    return joined(lines)


def sum_lines(files: Mapping[str, bytes]) -> dict[str, str]:
    """The line of each file in SHA256SUMS, without its newline, as `sha256sum` writes it; sorted by name."""
    return {name: f"{sha256(files[name]).hexdigest()}  {name}" for name in sorted(files) if name != SUMS}


def sums(files: Mapping[str, bytes]) -> bytes:
    """SHA256SUMS over all the other files."""
    return joined(sum_lines(files).values())


def joined(lines: Iterable[str]) -> bytes:
    """A file of these lines."""
    return "".join(line + "\n" for line in lines).encode("ascii")
