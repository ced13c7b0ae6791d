"""What Markdown says between the lines: the heading that is a title, and tags as people list them."""

from __future__ import annotations

import re

from ..domain.field import LONGEST_LINE


def heading_and_rest(text: str) -> tuple[str, str]:
    """The heading of the first level that the text begins with, if it does and fits a title, and what follows."""
    begun = text.lstrip()
    line, _, rest = begun.partition("\n")
    if not line.startswith(("# ", "#\t")):
        return "", text
    heading = line[2:].strip()
    open_part = heading.rstrip("#")
    if open_part.endswith((" ", "\t")):
        heading = open_part.rstrip()
    return (heading, rest) if 0 < len(heading) <= LONGEST_LINE else ("", text)


def listed(value: object) -> list[str]:
    """The words in a list, or in a text with commas, spaces or both between them."""
    if isinstance(value, str):
        return [part for part in (value.split(",") if "," in value else value.split()) if part.strip()]
    return [str(part) for part in value if isinstance(part, str)] if isinstance(value, list) else []


def unquoted_hashes(key: str, front_matter: str) -> list[str]:
    """`tags: #one #two` without quotes: a comment to YAML, tags to whoever wrote it."""
    match = "#" in front_matter and re.search(rf"^{key}:[ \t]*(#\S[^\n]*)$", front_matter, re.MULTILINE | re.IGNORECASE)
    return match.group(1).replace(",", " ").split() if match else []
