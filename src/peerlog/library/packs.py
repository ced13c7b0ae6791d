"""Folders of TOML files: the packaged ones, and those that a person keeps in their own folder."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 64 * 1024
"""The largest file that is read; the packaged ones have a few thousand bytes."""

_MOST_PARTS = 32
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')"""
# For a name of many parts, such as a.b.c, the reader of TOML takes minutes.
_LONG_KEY = re.compile(rf"(?<![\w-]){_PART}(?:[ \t]*\.[ \t]*{_PART}){{{_MOST_PARTS},}}")
_NAME = re.compile("[a-z][a-z0-9_]*")
_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class Pack(Protocol):
    """What one file holds."""

    @property
    def label(self) -> str: ...


P = TypeVar("P", bound=Pack)
Reader = Callable[[str, Mapping[str, object]], P]
"""Makes a pack of a file's name, without `.toml`, and its parsed content; raises `Problem` beginning with the name."""
Loaded = tuple[dict[str, P], tuple[str, ...]]
"""Packs by name, in the order of their labels, and one sentence about each of the person's files that is no use."""


def load_packs(folder: str, reader: Reader[P], extra_folder: Path | None = None) -> Loaded[P]:
    """Every pack in `folder` of this package and in `extra_folder`, which need not exist.

    A file in `extra_folder` that bears the name of a packaged one takes its place. A broken file costs only itself: it
    gives one sentence with its path, the line, the key and what was expected.
    """
    found: dict[str, P] = dict(_packaged(folder, reader))
    problems: list[str] = []
    for path in _own_files(extra_folder, problems):
        pack, problem = check_pack(path, reader)
        if pack is None:
            problems.append(problem)
        else:
            found[path.stem] = pack
    return dict(sorted(found.items(), key=lambda item: item[1].label.casefold())), tuple(problems)


def load_pack(folder: str, name: str, reader: Reader[P], extra_folder: Path | None = None) -> P | None:
    """One pack, read alone: the person's own, where that is missing or no use the packaged one; None where none is."""
    if not _NAME.fullmatch(name):
        return None
    path = extra_folder / f"{name}.toml" if extra_folder else None
    try:
        if path and path.exists():
            return _read(name, _bytes_of(path), reader)
    except (OSError, ValueError, RecursionError):
        pass  # whoever lists all packs says what is wrong with it
    found: P | None = _packaged_one(folder, name, reader)
    return found


def check_pack(path: Path, reader: Reader[P]) -> tuple[P | None, str]:
    """What one file of a person's own holds, or None and the sentence that `load_packs` would give about it."""
    content = b""
    try:
        content = _bytes_of(path)
        return _read(path.stem, content, reader), ""
    except (OSError, ValueError, RecursionError) as error:
        return None, _sentence(path, error, content)


@cache
def _packaged_one(folder: str, name: str, reader: Reader[Any]) -> Any:
    from importlib.resources import files

    packaged = files(__package__) / folder / f"{name}.toml"
    return _read(name, packaged.read_bytes(), reader) if packaged.is_file() else None


@cache
def _packaged(folder: str, reader: Reader[Any]) -> dict[str, Any]:
    from importlib.resources import files

    return {
        each.name.removesuffix(".toml"): _read(each.name.removesuffix(".toml"), each.read_bytes(), reader)
        for each in (files(__package__) / folder).iterdir()
        if each.name.endswith(".toml")
    }


def _own_files(folder: Path | None, problems: list[str]) -> list[Path]:
    if folder is None:
        return []
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml" and not path.name.startswith("."))
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(_sentence(folder, error))
        return []


def _bytes_of(path: Path) -> bytes:
    from ..domain.problem import Problem

    if not path.is_file():
        raise Problem("expected a file.")
    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise Problem(f"longer than {MOST_BYTES // 1024} KiB.")
    return content


def _read(name: str, content: bytes, reader: Reader[P]) -> P:
    import tomllib

    text = content.decode("utf-8-sig")
    if _LONG_KEY.search(text):
        raise RecursionError
    return reader(name, tomllib.loads(text))


def _sentence(path: Path, error: Exception, content: bytes = b"") -> str:
    from ..domain.problem import Problem
    from ..domain.text import clean_line
    from .toml_lines import line_of

    where = str(path)
    if isinstance(error, Problem):
        said = error.message.removeprefix(f"{path.stem}: ").rstrip(".")
        if line := line_of(content.decode("utf-8-sig", "replace"), said):
            where += f", line {line}"
        if error.hint:
            said += f"; {error.hint[:1].lower()}{error.hint[1:].rstrip('.')}"
    elif isinstance(error, UnicodeDecodeError):
        line = error.object.count(b"\n", 0, error.start) + 1
        where += f", line {line}"
        said = "expected UTF-8 text"
    elif isinstance(error, OSError):
        said = f"cannot be read: {error.strerror or type(error).__name__}"
    elif isinstance(error, RecursionError):
        said = "nested too deeply"
    else:
        said = str(error)
        if match := _WHERE.search(said):
            where += f", line {match[1]}" if match[1] else ", at the end"
            said = said[: match.start()]
        said = f"not valid TOML: {said[:1].lower()}{said[1:].rstrip('.')}"
    return clean_line(f"{where}: {said}{'' if said.endswith('?') else '.'}")
