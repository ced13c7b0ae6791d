"""An agreement as a text that can be signed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .dates import written_out
from .said_names import listed
from .terms import Terms
from .text import clean_line


def agreement_text(
    title: str, names: Sequence[str], terms: Terms, clauses: Iterable[tuple[str, str]], besides: str, signposts: str
) -> str:
    """The text as Markdown, without a newline at its end; `clauses` are pairs of a label and what it says."""
    until = f" until {written_out(terms.ends)}" if terms.ends else ""
    about = [
        f"- From {written_out(terms.starts)}{until}",
        f"- We meet {terms.rhythm}" if terms.rhythm else "",
        f"- {terms.hours} {'hour' if terms.hours == 1 else 'hours'} a month for each of us" if terms.hours else "",
        f"- We answer within {_days(terms.reply_days)}" if terms.reply_days else "",
        f"- We look at this again on {written_out(terms.review)}" if terms.review else "",
    ]
    parts = [f"# {clean_line(title)}", f"This is what {listed(list(names))} hold each other to."]
    if terms.focus:
        parts.append(f"What for: {clean_line(terms.focus)}")
    parts.append("\n".join(line for line in about if line))
    parts += [f"## {clean_line(label)}\n\n{_inside(words)}" for label, words in clauses if words.strip()]
    if besides.strip():
        parts.append(f"## Besides\n\n{_inside(besides)}")
    if signposts.strip():
        parts.append(f"## Where else to turn\n\n{_inside(signposts)}")
    return "\n\n".join(parts).rstrip()


def _days(number: int) -> str:
    return "a day" if number == 1 else f"{number} days"


def _inside(words: str) -> str:
    """Somebody's words as a part of the text: no heading of theirs stands as high as those around it."""
    lines = (f"##{line}" if line.startswith(("# ", "## ")) else line for line in words.strip().split("\n"))
    return "\n".join(lines)
