"""Sentences into paragraphs, and what is too much for a sentence into a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

MOST_IN_A_SENTENCE = 3
"""From one more on, items stand in a list."""

MOST_IN_A_LIST = 60
MORE = "And {} more."


def paragraphs(parts: Iterable[str]) -> str:
    """Joined with empty lines; what is empty is left out."""
    return "\n\n".join(part for part in parts if part)


def running(sentences: Iterable[str]) -> str:
    """Sentences as one paragraph."""
    return " ".join(each for each in sentences if each)


def bullets(items: Sequence[str], further: str = MORE) -> str:
    """A list; of very many the first ones, and `further` says that there are more (`{}` for how many)."""
    shown = list(items[:MOST_IN_A_LIST])
    if left := len(items) - len(shown):
        shown.append(further.format(left))
    return "\n".join(f"- {item}" for item in shown)


def told(sentences: Sequence[str], lead: str) -> str:
    """A few sentences as a paragraph, and several as a list below `lead`, which ends with a colon."""
    if len(sentences) <= MOST_IN_A_SENTENCE:
        return running(sentences)
    return paragraphs([lead, bullets(sentences)])


def capital(sentence: str) -> str:
    """With a capital letter at the beginning."""
    return sentence[:1].upper() + sentence[1:]


def is_figure(words: str) -> bool:
    """Whether it is a number, which needs no quotation marks."""
    return words.replace(".", "").replace(",", "").replace("%", "").replace(" ", "").isdigit()
