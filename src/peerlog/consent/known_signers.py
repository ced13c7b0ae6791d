"""Whose keys somebody knows already: a file of allowed signers, as `ssh-keygen` takes it, or of plain public keys."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..crypto import sshsig
from ..domain.text import brief, clean_line

LARGEST_FILE = 1 << 20
_LONGEST_LINE = 16 << 10
_ED25519 = "ssh-ed25519"
_KEY_TYPES = re.compile(r"(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+")
_WHO = re.compile(r'("[^"]*"|[^\s"]+)\s+')
_OPTIONS = re.compile(r'([^\s"]*(?:"[^"]*"[^\s"]*)*)\s+')
_OPTION = re.compile(r'([a-z-]+)(?:=(?:"([^"]*)"|[^",]*))?(?:,|$)')


class BadSigners(ValueError):
    """A file that says nothing about keys that could be relied on; says why in one sentence without its end."""


@dataclass(frozen=True, slots=True)
class KnownSigners:
    """What the keys (32 bytes) are known as; a key without a name is known as nothing."""

    names: Mapping[bytes, tuple[str, ...]]

    def called(self, *wanted: str) -> frozenset[bytes]:
        """The keys of whoever has one of these names, whatever their capitals."""
        folded = {each.casefold() for each in wanted}
        return frozenset(
            key for key, names in self.names.items() if folded & {each.casefold() for each in names if each}
        )


def is_called(names: Iterable[str], wanted: str) -> bool:
    """Whether one of these names holds every word of `wanted` before its `@`: `sam.lee@example.org` is Sam.

    Patterns, which OpenSSH allows in place of a name, are nobody's.
    """
    words = _words(wanted)
    return any(words <= _words(each.partition("@")[0]) for each in names if not set("*?!") & set(each)) and bool(words)


def _words(name: str) -> set[str]:
    return {each for each in re.split(r"[\W_]+", name.casefold()) if each}


def read_signers(content: bytes) -> KnownSigners:
    """The Ed25519 keys in such a file that may sign consent; others are passed over. Raises `BadSigners`."""
    if len(content) > LARGEST_FILE:
        raise BadSigners("it is far too large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadSigners("it is not text in UTF-8") from error
    found: defaultdict[bytes, list[str]] = defaultdict(list)
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if len(line) > _LONGEST_LINE:
            raise BadSigners(f"line {number} is far too long")
        try:
            key, names = _read_line(line)
        except ValueError as error:
            raise BadSigners(f"line {number} ({brief(line, 24)}) {error}") from error
        if key:
            found[key] += [name for name in names if name not in found[key]]
    if not found:
        raise BadSigners("there is no Ed25519 key in it")
    return KnownSigners({key: tuple(names) for key, names in found.items()})


def _read_line(line: str) -> tuple[bytes | None, list[str]]:
    """The key and what it is called; no key where it is of another type or signs other things."""
    if _is_key(line):
        return _key(line), [clean_line(" ".join(line.split(None, 2)[2:]))]
    who = _WHO.match(line)
    if not who:
        raise ValueError("is neither a key nor a signer with a key")
    rest, options = line[who.end() :], ""
    if not _is_key(rest) and (found := _OPTIONS.match(rest)):
        rest, options = rest[found.end() :], found[1]
    if not _is_key(rest):
        raise ValueError("has no key where one belongs")
    if not _may_sign(options):
        return None, []
    return _key(rest), [clean_line(each) for each in who[1].strip('"').split(",")]


def _is_key(words: str) -> bool:
    return bool(words) and _KEY_TYPES.fullmatch(words.split(None, 1)[0]) is not None


def _key(words: str) -> bytes | None:
    type_, *more = words.split()
    if type_ != _ED25519:
        return None
    try:
        return sshsig.key_of_blob(more[0])
    except (ValueError, IndexError) as error:
        raise ValueError("has a key that is none") from error


def _may_sign(options: str) -> bool:
    """Whether a line with these options speaks of signatures under a text; raises `ValueError` for unknown ones."""
    at, allowed = 0, True
    while at < len(options):
        found = _OPTION.match(options, at)
        if not found:
            raise ValueError("has options that cannot be read")
        name, value, at = found[1], found[2], found.end()
        if name == "cert-authority":
            allowed = False
        elif name == "namespaces" and value is not None:
            allowed = allowed and _is_among(sshsig.CONSENT, value.split(","))
        else:
            raise ValueError(f"has the option {name}, which is not understood here")
    return allowed


def _is_among(name: str, patterns: Iterable[str]) -> bool:
    """Whether OpenSSH takes the name for one of these: `*` and `?` stand for others, and `!` takes out what fits."""
    found = False
    for each in patterns:
        like = re.escape(each.removeprefix("!")).replace(r"\*", ".*").replace(r"\?", ".")
        if re.fullmatch(like, name):
            if each.startswith("!"):
                return False
            found = True
    return found
