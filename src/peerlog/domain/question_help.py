"""A gentle word about a question that is closed, leading, double, or advice in disguise.

The rules look at the words alone, know English only, and miss much: a hint is an offer, and no hint is no praise. Texts
in other scripts, and sentences that do not look English, are left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from . import question_rules as rules

MOST_LOOKED_AT = 500
"""Characters; nobody asks longer questions."""

Sort = Literal["advice", "leading", "double", "closed"]


@dataclass(frozen=True, slots=True)
class Hint:
    """What there is to say about a question: `said` describes it, `suggestion` is one thing to try instead."""

    sort: Sort
    said: str
    suggestion: str


ADVICE = Hint("advice", "There may be advice in this question.", "Ask what has been tried, or offer it as an idea.")
LEADING = Hint(
    "leading", "This question says which answer you expect.", "Say your view first as yours, or leave it out."
)
DOUBLE = Hint("double", "These are two questions.", "Ask the first one, wait, and keep the other.")
EITHER_OR = Hint("closed", "This question offers two answers.", "Leave both out; there may be a third.")
CLOSED = Hint("closed", "A yes or a no would answer this.", "Begin with what or how, and see what else comes.")


def hint_for(question: str) -> Hint | None:
    """One gentle word about `question`, or None. Advice comes before leading, double and closed."""
    said = " ".join(question[:MOST_LOOKED_AT].replace("’", "'").split())
    if not _in_latin_script(said):
        return None
    sentences = [bare for each in re.findall(r"[^?.!…]+[?.!…]*", said) if (bare := _bare(each))]
    if not sentences:
        return None
    asked = [each for each in sentences if each.endswith("?")]
    if any(rule.search(each) for each in sentences for rule in rules.ADVICE):
        return ADVICE
    if any(rule.search(each) for each in asked for rule in rules.LEADING):
        return LEADING
    last = rules.BEFORE.sub("", (asked or sentences)[-1])
    if _either_or(last):
        return EITHER_OR
    if sum(1 for each in asked if rules.ASKS.match(each)) > 1 or _is_double(last):
        return DOUBLE
    return CLOSED if _is_closed(last) else None


def _in_latin_script(said: str) -> bool:
    letters = [letter for letter in said if letter.isalpha()]
    latin = [letter for letter in letters if letter < "\u0250" or "\u1e00" <= letter < "\u1f00"]
    return bool(letters) and len(latin) * 10 >= len(letters) * 9


def _bare(sentence: str) -> str:
    """The sentence without “So,” and “Sam,” before it."""
    return rules.LEAD_IN.sub("", rules.VOCATIVE.sub("", rules.LEAD_IN.sub("", sentence.strip())))


def _is_double(asked: str) -> bool:
    if rules.DIRECT.match(asked) and rules.SECOND_AFTER_COMMA.search(asked):
        return True
    second = rules.SECOND_AFTER_AND.search(asked)
    # “When and where did you meet?” is one question.
    return bool(second and rules.ASKS.match(asked) and " " in asked[: second.start()].strip())


def _is_closed(asked: str) -> bool:
    found = rules.CLOSED.match(asked)
    if not found or rules.REQUEST.match(asked) or rules.COURTESY.match(asked):
        return False
    subject = found["subject"].strip(",;:")
    if subject.casefold() in rules.PRONOUNS:
        return True
    if not asked.endswith("?"):
        return False
    if subject[:1].isupper() and found["aux"].casefold() in rules.NAMED:
        return True
    following = {word.strip("?,;:.").casefold() for word in asked.split()[1:]}
    return subject.casefold() in rules.SUBJECTS or bool(following & rules.ENGLISH)


def _either_or(asked: str) -> bool:
    return _is_closed(asked) and bool(rules.TWO_ANSWERS.search(asked))
