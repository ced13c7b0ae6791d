"""Words for the search index: exact tokens for kind, tags and links, bigrams for CJK, and queries made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from ..domain.entry import Entry
from ..domain.kinds import APPROVAL, COUNTERSIGNATURE, DEVICE, PARTS
from ..domain.selection import Selection
from .folding import folded

# Scripts written without spaces between words: kana, Han and its extensions, Hangul, Bopomofo.
_CJK = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303b\u3040-\u30ff\u3100-\u312f"
    "\u3130-\u318f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff"
    "\uff66-\uffdc\U0001b000-\U0001b16f\U00020000-\U000323af"
)
_RUN = re.compile(f"[{_CJK}]+")


@lru_cache(1024)
def kind_token(kind: str) -> str:
    return "k" + kind.encode().hex()


def tag_token(tag: str) -> str:
    """A token that stands for exactly this tag, without regard to case."""
    return "t" + tag.casefold().encode().hex()


def link_token(entry_id: str) -> str:
    return "l" + entry_id


PARENT_IN_KEYS = "CASE WHEN instr(entry.keys, ' p') THEN unhex(substr(entry.keys, instr(entry.keys, ' p') + 2, 64)) END"
"""SQL for the id in a row's parent token, NULL for none: no other token holds a p, for all are in hex."""


def parent_token(entry_id: str) -> str:
    return "p" + entry_id


@lru_cache(1024)
def state_token(state: str) -> str:
    return "s" + state.encode().hex()


@lru_cache(1024)
def mark_token(field: str) -> str:
    """A token that stands for a yes in this field."""
    return "y" + field.encode().hex()


def key_tokens(entry: Entry) -> str:
    """The `keys` column of an entry."""
    parent = (parent_token(entry.parent),) if entry.parent else ()
    state = (state_token(entry.state),) if entry.state else ()
    marks = (mark_token(name) for name, value in sorted(entry.fields.items()) if value is True)
    return " ".join((key_tokens_of_format_1(entry), *parent, *state, *marks))


def key_tokens_of_format_1(entry: Entry) -> str:
    """The `keys` column as it was before there were parts."""
    tags, links = map(tag_token, entry.tags), map(link_token, entry.members("links"))
    return " ".join((kind_token(entry.kind), *tags, *links))


def cjk_tokens(*texts: str) -> str:
    """The `cjk` column: for each run of CJK characters its bigrams and its last character, runs kept apart.

    A run's last character stands alone so that every single character is the beginning of some token.
    """
    tokens: list[str] = []
    for text in texts:
        if text.isascii():
            continue
        for run in _RUN.findall(text):
            tokens += [first + second for first, second in pairwise(run)]
            tokens.append(run[-1])
    return " ".join(tokens)


def cjk_runs(text: str) -> list[str]:
    """The runs of CJK characters in a text."""
    return _RUN.findall(text)


def text_query(query: str) -> str:
    """An FTS5 expression that finds every word of `query`, the last one also as a beginning; empty for no words.

    Each word is quoted, so nothing that is typed is ever FTS5 syntax. Text between straight quotes is a phrase.
    """
    terms: list[tuple[str, bool]] = []
    for phrase, words in re.findall(r'"([^"]+)"|([^"]+)', query.replace("\x00", " ")):
        terms += [(phrase, True)] if phrase else [(word, False) for word in words.split()]
    last = len(terms) - 1
    return " AND ".join(
        part for number, (term, is_phrase) in enumerate(terms) for part in _term(term, whole=is_phrase or number < last)
    )


def _term(term: str, *, whole: bool) -> list[str]:
    runs = _RUN.findall(term)
    found = [_cjk_term(run) for run in runs]
    rest = _RUN.sub(" ", term)
    # A word is looked up as FTS5's own tokenizer splits it ("e-mail" is two tokens): one phrase keeps them together.
    if any(character.isalnum() for character in rest):
        star = "" if whole else "*"
        ways = dict.fromkeys((rest.strip(), folded(rest.strip())))
        alternatives = " OR ".join(f"{_quoted(way)}{star}" for way in ways)
        found += [f"{{title text more}} : {alternatives if len(ways) == 1 else f'({alternatives})'}"]
    return found


def _cjk_term(run: str) -> str:
    if len(run) == 1:
        return f"cjk : {_quoted(run)}*"
    return f"cjk : {_quoted(' '.join(first + second for first, second in pairwise(run)))}"


def selection_query(selection: Selection) -> str:
    """An FTS5 expression for the kinds, states, tags, links and parent of a selection; empty when it names none."""
    parts: list[str] = []
    if selection.kinds:
        parts.append(_any_of(kind_token(kind) for kind in sorted(selection.kinds)))
    if selection.states:
        parts.append(_any_of(state_token(state) for state in sorted(selection.states)))
    if selection.parent:
        parts.append(f"keys : {parent_token(selection.parent)}")
    parts += [f"keys : {mark_token(field)}" for field in sorted(selection.marks)]
    parts += [f"keys : {tag_token(tag)}" for tag in sorted(selection.tags)]
    if selection.linked_to:
        parts.append(f"keys : {link_token(selection.linked_to)}")
    return " AND ".join(parts)


def without_parts(expression: str) -> str:
    """The expression narrowed to kinds that are no parts."""
    return f"({expression}) NOT {_any_of(kind_token(kind) for kind in PARTS)}"


def without_machinery(expression: str) -> str:
    """The expression without what nobody reads as an entry: what devices tell each other, and texts that are signed."""
    machinery = (DEVICE.name, APPROVAL.name, COUNTERSIGNATURE.name)
    return f"({expression}) NOT {_any_of(map(kind_token, machinery))}"


def _any_of(tokens: Iterable[str]) -> str:
    return "(" + " OR ".join(f"keys : {token}" for token in tokens) + ")"


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
