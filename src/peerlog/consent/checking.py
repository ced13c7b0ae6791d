"""Checking a signed copy without a journal: everything in it is taken to be somebody's forgery until it fits."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from ..crypto import sshsig
from ..domain.text import clean_text
from . import copy_layout
from .checked_copy import CheckedCopy, Known, Signature
from .copy_faults import Fault, NoCopy
from .copy_folder import read_folder, too_large
from .copy_zip import read_zip
from .known_signers import LARGEST_FILE, BadSigners, KnownSigners, is_called, read_signers
from .signature_names import ENDING, signature_names
from .statement import BadConsent, ConsentStatement, NewerConsent, Signer, read_statement


def check_signed_copy(path: Path, signers: Path | None = None) -> CheckedCopy:
    """What the copy in this folder or zip file comes to; `signers` is a file that says whose keys are known.

    Raises `OSError` for what cannot be read, `BadSigners` for such a file that says nothing, and `NewerConsent` for a
    copy of a later version.
    """
    known = None if signers is None else _known(signers)
    try:
        if stat.S_ISDIR(path.stat().st_mode):
            files, faults = read_folder(path)
        else:
            files, faults = _from_file(path)
    except NoCopy as no:
        return CheckedCopy(None, (), (no.fault,))
    checked = check_files(files, faults)
    return checked if known is None or checked.faults else with_known(checked, known)


def _known(path: Path) -> KnownSigners:
    if not stat.S_ISREG(path.stat().st_mode):
        raise BadSigners("it is not a plain file")
    with path.open("rb") as file:
        return read_signers(file.read(LARGEST_FILE + 1))


def _from_file(path: Path) -> tuple[dict[str, bytes], list[Fault]]:
    if not stat.S_ISREG(path.stat().st_mode):
        raise NoCopy(Fault(".", "This is neither a folder nor a plain file."))
    with path.open("rb") as file:
        return read_zip(file)


def check_files(files: Mapping[str, bytes], faults: list[Fault] | None = None) -> CheckedCopy:
    """What these files of a copy come to; `faults` were found when they were read.

    Raises `NewerConsent` where nothing else is wrong with it.
    """
    faults = faults or []
    found = [*faults, *_missing(files, faults), *_too_large(files), *_sums(files)]
    statement: ConsentStatement | None = None
    signatures: list[Signature] = []
    if copy_layout.STATEMENT in files:
        try:
            statement = read_statement(files[copy_layout.STATEMENT])
        except NewerConsent as error:
            if not found:  # else it was changed, and its version may be what was
                raise
            found.append(_fault(copy_layout.STATEMENT, f"cannot be what was signed: {error}"))
        except BadConsent as error:
            found.append(_fault(copy_layout.STATEMENT, f"cannot be what was signed: {error}"))
    if statement is not None:
        found += _text(statement, files)
        signatures, wrong = _signatures(statement, files)
        told = {each.file for each in faults}
        found += [each for each in wrong if each.file in files or each.file not in told]
        if len(signatures) == len(statement.members):
            found += _allowed(statement, files, signatures)
    return CheckedCopy(statement, tuple(signatures), tuple(dict.fromkeys(found)))


def with_known(checked: CheckedCopy, known: KnownSigners) -> CheckedCopy:
    """The same copy, with what those who check know of each key."""
    assert checked.statement is not None
    names = signature_names(checked.statement)
    called = {each.name: known.called(each.name, names[each.member]) for each in checked.statement.members}

    def asked(signature: Signature) -> Signature:
        known_as = known.names.get(signature.key, ())
        own = called[signature.name]
        others = frozenset().union(*(keys for name, keys in called.items() if name != signature.name))
        says: Known = "yes" if known_as else "no"
        if signature.key not in own and (own or signature.key in others):
            says = "differs"
            known_as = known_as if signature.key in others else ()
        elif signature.key not in own and any(known_as) and not is_called(known_as, signature.name):
            says = "other name"
        return replace(signature, known=says, known_as=known_as)

    return replace(checked, signatures=tuple(map(asked, checked.signatures)))


def _missing(files: Mapping[str, bytes], faults: list[Fault]) -> Iterator[Fault]:
    told = {each.file for each in faults}
    yield from (_fault(name, "is missing") for name in copy_layout.LARGEST if name not in files and name not in told)


def _too_large(files: Mapping[str, bytes]) -> Iterator[Fault]:
    for name, content in files.items():
        most = copy_layout.largest(name)
        if most is not None and len(content) > most:
            yield _fault(name, too_large(most))


def _sums(files: Mapping[str, bytes]) -> Iterator[Fault]:
    """What SHA256SUMS says beside what it has to say, line by line."""
    if copy_layout.SUMS not in files:
        return
    wanted = copy_layout.sum_lines(files)
    content = files[copy_layout.SUMS]
    if content == copy_layout.joined(wanted.values()):
        return
    lines = content.decode("ascii", "replace").split("\n")
    wrong = [name for name, line in wanted.items() if line not in lines]
    for name in wrong:
        said = any(each.endswith(f" {name}") for each in lines)
        what = "is not what SHA256SUMS says it is" if said else "is not named in SHA256SUMS, or not as it has to be"
        yield _fault(name, what)
    right = {*wanted.values(), ""}
    if not wrong or any(line not in right and line[64:] not in {f"  {name}" for name in wrong} for line in lines):
        yield _fault(copy_layout.SUMS, "says something that does not fit the files, or not in the way it has to")


def _text(statement: ConsentStatement, files: Mapping[str, bytes]) -> Iterator[Fault]:
    content = files.get(copy_layout.TEXT)
    if content is None:
        return
    if not statement.is_about(content):
        yield _fault(copy_layout.TEXT, f"is not the text that {copy_layout.STATEMENT} speaks of")
        return
    try:
        text = content.decode()
    except UnicodeDecodeError:
        yield _fault(copy_layout.TEXT, "is not text in UTF-8")
        return
    if clean_text(text[:-1]).rstrip() + "\n" != text:
        yield _fault(copy_layout.TEXT, "holds characters that cannot be shown, so nobody can have read what it says")


def _signatures(statement: ConsentStatement, files: Mapping[str, bytes]) -> tuple[list[Signature], list[Fault]]:
    """One good signature of each member, and nothing else that calls itself one."""
    good: list[Signature] = []
    wrong: list[Fault] = []
    names = signature_names(statement)
    for each in statement.members:
        name = names[each.member] + ENDING
        if name not in files:
            wrong.append(_fault(name, f"is missing: without it {each.name} has not signed"))
            continue
        read = _read_signature(statement, each, files[name])
        if isinstance(read, bytes):
            good.append(Signature(each.name, name, read))
        else:
            wrong.append(_fault(name, read))
    expected = {name + ENDING for name in names.values()}
    for name in files:
        if name.endswith(ENDING) and name not in expected:
            wrong.append(_fault(name, f"is the signature of nobody whom {copy_layout.STATEMENT} names"))
    return good, wrong


def _read_signature(statement: ConsentStatement, signer: Signer, content: bytes) -> bytes | str:
    """The key of a good signature, or the end of the sentence that says why it is none."""
    try:
        key, signature = sshsig.read_armored(content.decode("ascii"), sshsig.CONSENT)
    except ValueError:
        return "is not a signature under an agreed text"
    if key not in signer.keys:
        return f"was made with a key that {copy_layout.STATEMENT} does not name as one of {signer.name}"
    if not sshsig.verify(key, sshsig.CONSENT, statement.text, signature):
        return f"is not a good signature under {copy_layout.STATEMENT}"
    return key


def _allowed(statement: ConsentStatement, files: Mapping[str, bytes], signatures: list[Signature]) -> Iterator[Fault]:
    keys = {each.member: one.key for each, one in zip(statement.members, signatures, strict=True)}
    content = files.get(copy_layout.ALLOWED)
    if content is not None and content != copy_layout.allowed_signers(statement, keys):
        yield _fault(copy_layout.ALLOWED, "does not list exactly the keys that signed")


def _fault(file: str, what: str) -> Fault:
    return Fault(file, f"{file} {what}.")
