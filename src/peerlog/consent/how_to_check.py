"""VERIFY.txt: what a signed copy is, what it proves and what it does not, and how anybody checks it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from textwrap import fill

from ..crypto import sshsig
from ..domain.dates import written_out
from ..domain.said_names import listed
from ..history.encoding import b64
from . import copy_layout
from .signature_names import ENDING, signature_names
from .statement import ConsentStatement

_WIDTH = 76


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made a copy and when, and what their journal says of each member's key: sentences by member id.

    `replaced` says in a sentence that a later version was agreed; empty for the newest.
    """

    name: str
    on: date
    says: Mapping[str, str]
    replaced: str = ""


def how_to_check(
    statement: ConsentStatement, keys: Mapping[str, bytes], signed_at: Mapping[str, str], maker: Maker
) -> str:
    """The file, in plain words; `keys` are those that signed and `signed_at` the UTC stamps claimed, by member id."""
    parts = (
        *_what_it_is(statement, signed_at, maker),
        *_what_it_proves(),
        *_whose_keys(statement, keys, maker),
        *_how(statement, keys),
    )
    return "\n\n".join(parts) + "\n"


def signed_on(statement: ConsentStatement, signed_at: Mapping[str, str]) -> str:
    """Who signed on which day, as each of them says: `Kim on 3 June 2026, and Sam and Ada on 5 June 2026`."""
    days: dict[str, list[str]] = {}
    for each in sorted(statement.members, key=lambda each: signed_at[each.member][:10]):
        days.setdefault(_day(signed_at[each.member]), []).append(each.name)
    return ", and ".join(f"{listed(names)} on {day}" for day, names in days.items())


def named(statement: ConsentStatement) -> str:
    """The text as a sentence names it: its title, and its version where it is not the first."""
    return statement.title if statement.revision == 1 else f"{statement.title}, version {statement.revision}"


def _what_it_is(statement: ConsentStatement, signed_at: Mapping[str, str], maker: Maker) -> Iterator[str]:
    who = listed([each.name for each in statement.members])
    each = "Each of them has signed" if len(statement.members) > 1 else f"{who} has signed"
    yield "A SIGNED COPY"
    yield paragraph(f"“{named(statement)}” was agreed by {who}. {each} exactly the text in {copy_layout.TEXT}.")
    about = (
        ("For", statement.purpose),
        ("May have it", listed(statement.release)),
        ("Put forward", f"on {_day(statement.at)}"),
        ("Signed by", signed_on(statement, signed_at)),
    )
    yield "\n".join(_labelled(label, words) for label, words in about)
    yield paragraph("The days are what each of them says.")
    if maker.replaced:
        yield paragraph(maker.replaced)


def _what_it_proves() -> Iterator[str]:
    yield heading("What it proves, and what it does not")
    yield paragraph(
        "It proves that whoever holds each of the keys below signed exactly this text, for this purpose and for these"
        " people to have. Change one byte anywhere, and one of the checks below fails."
    )
    yield paragraph(
        "It does not prove whose keys they are, on which day they were used, or that what the text says is so. Nor does"
        " it show whether one of them has withdrawn the text since: ask them."
    )
    yield paragraph(
        f"{copy_layout.PAGE} and {copy_layout.PRINT} are there to be read and printed. Nobody has signed them: should"
        f" they say anything else than {copy_layout.TEXT}, that one is what was agreed."
    )


def _whose_keys(statement: ConsentStatement, keys: Mapping[str, bytes], maker: Maker) -> Iterator[str]:
    yield heading("Whose keys these are")
    yield paragraph(
        f"{maker.name} made this copy on {written_out(maker.on)}. This is what the journal of {maker.name} says, and no"
        " more than that: to be sure, ask each of them for their key by a way on which you know them."
    )
    names = signature_names(statement)
    for each in statement.members:
        said = paragraph(f"{each.name} ({names[each.member]}{ENDING}): {maker.says[each.member]}", "  ")
        yield f"{said}\n  {sshsig.fingerprint(keys[each.member])}"


def _how(statement: ConsentStatement, keys: Mapping[str, bytes]) -> Iterator[str]:
    names = signature_names(statement)
    yield heading("How to check it")
    yield paragraph("In a terminal, in this folder, with programs that are part of most systems:")
    yield "1. Every file is as it was made. (On macOS: shasum -a 256 -c SHA256SUMS)"
    yield f"    sha256sum -c {copy_layout.SUMS}"
    yield f"2. Each of them has signed {copy_layout.STATEMENT}. (OpenSSH 8.2 or later)"
    yield "\n".join(_verify_line(names[each.member]) for each in statement.members)
    yield paragraph(
        f"3. {copy_layout.STATEMENT} speaks of this text. The first line gives the SHA-256 of {copy_layout.TEXT}, and"
        " the second shows that it stands in what was signed: it says 1.",
        hanging="   ",
    )
    digest = statement.digest.hex()
    yield f'    sha256sum {copy_layout.TEXT}\n    grep -c \'"sha256":"{digest}"\' {copy_layout.STATEMENT}'
    yield paragraph(
        f"4. {copy_layout.STATEMENT} names these people, no one else, and the keys that signed. Each line prints the"
        f" key that stands above it, and {copy_layout.STATEMENT} has it among the keys of that person.",
        hanging="   ",
    )
    yield "\n\n".join(
        f"   {each.name}: {b64(keys[each.member])}\n    {_key_line(names[each.member])}" for each in statement.members
    )
    yield paragraph("peerlog does all of this at once, and needs no journal for it:")
    yield "    peerlog summary verify ."


def _verify_line(name: str) -> str:
    return (
        f"    ssh-keygen -Y verify -f {copy_layout.ALLOWED} -I {name} -n {sshsig.CONSENT} -s {name}{ENDING}"
        f" < {copy_layout.STATEMENT}"
    )


def _key_line(name: str) -> str:
    return (
        f"grep '^{name} ' {copy_layout.ALLOWED} | cut -d' ' -f4 | base64 -d | tail -c 32 | base64 | tr +/ -_ | tr -d ="
    )


def _day(stamp: str) -> str:
    return written_out(date.fromisoformat(stamp[:10]))


def _labelled(label: str, words: str) -> str:
    return fill(
        words, _WIDTH, initial_indent=f"  {label + ':':<14}", subsequent_indent=" " * 16, break_on_hyphens=False
    )


def paragraph(words: str, indent: str = "", *, hanging: str = "") -> str:
    """Words as lines of a text file."""
    return fill(
        words,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent or hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def heading(words: str) -> str:
    """A heading of a text file."""
    return f"{words}\n{'-' * len(words)}"
