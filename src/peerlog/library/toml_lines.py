"""On which line of a TOML document something stands, for messages about documents that are valid TOML."""

from __future__ import annotations

import re
from collections.abc import Iterator

Path = tuple[str | int, ...]

_PIECE = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<end>\n)|(?P<other>[^\"'#\[\]{}\n]+)",
    re.DOTALL,
)
_HEADER = re.compile(r"\[(\[?)([^\[\]]+)\]")
_KEY = re.compile(r"""("[^"]*"|'[^']*'|[\w-]+)((?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([\w-]+)""")
_SAID = re.compile(r"([\w-]+)(?: (\d+))?: ")
_UNKNOWN = re.compile(r"unknown key “([\w-]+)”")


def line_of(source: str, message: str) -> int | None:
    """The line that `message`, such as `version 1: part 2: label: expected …`, is about; None where it names none.

    “part 2” is the second table in a list called part or parts. Of what is missing, the line of the table that lacks
    it counts.
    """
    places = dict(_places(source))
    at: Path = ()
    line: int | None = None
    rest = message
    while match := _SAID.match(rest):
        name, number = match[1], match[2]
        if number:
            tries: list[Path] = [(*at, name, int(number) - 1), (*at, f"{name}s", int(number) - 1)]
        else:
            tries = [(*at, name)]
        found = next((each for each in tries if each in places), None)
        if found is None:
            break
        at, line, rest = found, places[found], rest[match.end() :]
    if (unknown := _UNKNOWN.match(rest)) and (*at, unknown[1]) in places:
        return places[*at, unknown[1]]
    return line


def _places(source: str) -> Iterator[tuple[Path, int]]:
    """Where each table and each key begins, the first of its kind first."""
    table: Path = ()
    counted: dict[Path, int] = {}
    seen: set[Path] = set()
    for line, statement in _statements(source):
        if header := _HEADER.match(statement):
            table = _table(_parts(header[2]), bool(header[1]), counted)
            at = table
        elif key := _KEY.match(statement):
            at = (*table, *_parts(key[1] + key[2]))
        else:
            continue
        for length in range(1, len(at) + 1):
            if at[:length] not in seen:
                seen.add(at[:length])
                yield at[:length], line


def _table(parts: Path, one_of_many: bool, counted: dict[Path, int]) -> Path:
    """The path of a header: each list of tables on the way stands at its last table."""
    at: Path = ()
    for number, part in enumerate(parts, 1):
        at = (*at, part)
        if one_of_many and number == len(parts):
            counted[at] = counted.get(at, -1) + 1
        if at in counted:
            at = (*at, counted[at])
    return at


def _parts(dotted: str) -> Path:
    return tuple(match[1] or match[2] or match[3] for match in _PART.finditer(dotted))


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Each header or key with its value, without comments, and the line on which it begins."""
    line, begun, depth, said = 1, 1, 0, ""
    for match in _PIECE.finditer(source.replace("\r\n", "\n")):
        piece = match[0]
        if match["end"] and depth == 0:
            if said.strip():
                yield begun, said.strip()
            said = ""
        elif not match["comment"]:
            if not said.strip():
                begun = line
            said += piece
            depth += bool(match["open"]) - bool(match["close"])
        line += piece.count("\n")
    if said.strip():
        yield begun, said.strip()
