"""What the people work on together, and what they have agreed about it."""

from __future__ import annotations

from ..entry import Entry
from ..kinds import AGREEMENT, CIRCLE
from ..said_names import listed
from ..terms import Terms
from ..text import clean_line
from .excerpt import ended
from .material import Shared
from .numbers import some
from .prose import paragraphs, running


def focus(shared: Shared) -> str:
    agreed = _agreement(shared)
    founded = next(iter(shared.of(CIRCLE.name)), None)
    said = (agreed.line("focus") if agreed else "") or (founded.line("focus") if founded else "")
    aim = ended(f"This is what we set out to do: {_lower(clean_line(said), shared)}") if clean_line(said) else ""
    return paragraphs([aim, _terms(shared, agreed)])


def _agreement(shared: Shared) -> Entry | None:
    """The latest that was more than a draft on some day of the period."""
    found = [each for each in shared.of(AGREEMENT.name) if Terms.of(each).state != "draft"]
    running_then = [each for each in found if _overlaps(Terms.of(each), shared)]
    return max(running_then, key=lambda each: (Terms.of(each).starts, each.id), default=None)


def _overlaps(terms: Terms, shared: Shared) -> bool:
    return terms.starts <= shared.until and (terms.ends is None or terms.ends >= shared.since)


def _terms(shared: Shared, agreed: Entry | None) -> str:
    if agreed is None:
        return ""
    terms = Terms.of(agreed)
    runs = "ran" if terms.ends and terms.ends < shared.until else "runs"
    ends = f" to {shared.day(terms.ends)}" if terms.ends else ""
    promised = [
        f"meet {terms.rhythm}" if terms.rhythm else "",
        f"give it {some(terms.hours, 'hour')} a month each" if terms.hours else "",
        f"answer each other within {some(terms.reply_days, 'day')}" if terms.reply_days else "",
    ]
    said = listed(list(filter(None, promised)))
    sentences = [f"Our agreement {runs} from {shared.day(terms.starts)}{ends}."]
    return running([*sentences, f"In it we said that we would {said}." if said else ""])


def _lower(said: str, shared: Shared) -> str:
    """Within a sentence: without the capital of its own first word, unless that is a name or stands in capitals."""
    first = said.split()[0]
    is_name = any(first.casefold() in name.casefold().split() for name in shared.naming.members)
    is_usual = first == "A" or first[1:].islower()
    return said[0].lower() + said[1:] if is_usual and not is_name else said
