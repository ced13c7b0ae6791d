"""Page templates: the packaged ones, and those that a person keeps in their own folder."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..domain.template import PageTemplate

MOST_BYTES = 64 * 1024
"""The largest template file that is read; the packaged ones have about a thousand bytes."""

_WHERE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


def page_templates(extra_folder: Path | None = None) -> tuple[dict[str, PageTemplate], tuple[str, ...]]:
    """Every page template by name, in the order of their labels, and what is wrong with the person's own files.

    `extra_folder` holds `<name>.toml` files; one that bears the name of a packaged template takes its place. It need
    not exist. A broken file costs only itself: it gives one sentence with its path, the line where TOML itself is
    broken, the key and what was expected.
    """
    found = dict(_packaged())
    problems: list[str] = []
    for path in _own_files(extra_folder, problems):
        try:
            found[path.stem] = _read(path.stem, _bytes_of(path))
        except (OSError, ValueError, RecursionError) as error:
            problems.append(_sentence(path, error))
    return dict(sorted(found.items(), key=lambda item: item[1].label.casefold())), tuple(problems)


@cache
def _packaged() -> dict[str, PageTemplate]:
    from importlib.resources import files

    folder = files(__package__) / "pages"
    return {
        each.name.removesuffix(".toml"): _read(each.name.removesuffix(".toml"), each.read_bytes())
        for each in folder.iterdir()
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


def _read(name: str, content: bytes) -> PageTemplate:
    import tomllib

    from ..domain.template import read_template

    return read_template(name, tomllib.loads(content.decode("utf-8-sig")))


def _sentence(path: Path, error: Exception) -> str:
    from ..domain.problem import Problem
    from ..domain.text import clean_line

    where = str(path)
    if isinstance(error, Problem):
        said = error.message.removeprefix(f"{path.stem}: ").rstrip(".")
        if error.hint:
            said += f"; {error.hint[:1].lower()}{error.hint[1:].rstrip('.')}"
    elif isinstance(error, UnicodeDecodeError):
        said = "expected UTF-8 text"
    elif isinstance(error, OSError):
        said = f"cannot be read: {error.strerror or type(error).__name__}"
    elif isinstance(error, RecursionError):
        said = "nested too deeply for a template"
    else:
        said = str(error)
        if match := _WHERE.search(said):
            where += f", line {match[1]}" if match[1] else ", at the end"
            said = said[: match.start()]
        said = f"not valid TOML: {said[:1].lower()}{said[1:].rstrip('.')}"
    return clean_line(f"{where}: {said}.")
