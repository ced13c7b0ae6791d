"""Which version of each text to agree I last looked at, and in which state: what is new since is told on Today.

Kept in the private space as a setting of its own, so that it never leaves.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..journal import Journal
from .texts_to_agree import TextToAgree, newest_texts, texts_to_agree

_TOLD = ("agreed", "withdrawn", "declined", "void")


def mark_looked_at(journal: Journal, text: TextToAgree) -> TextToAgree:
    """Note that I have seen this version, its text, as it stands now; the version."""
    seen = journal.private.value(_looked_at(text), "").split()
    if text.id not in seen[:1]:
        _keep(journal, _looked_at(text), " ".join([text.id, *seen[:1]]))
    return mark_told(journal, text)


def mark_told(journal: Journal, text: TextToAgree) -> TextToAgree:
    """Note that I know how this version stands, whether or not I have seen its text; the version."""
    _keep(journal, _told(text), f"{text.id} {text.state}")
    return text


def has_news(journal: Journal, text: TextToAgree) -> bool:
    """Whether this version, or its state, is another one than I was told of last."""
    return journal.private.value(_told(text), "") != f"{text.id} {text.state}"


def seen_before(journal: Journal, text: TextToAgree, texts: Iterable[TextToAgree]) -> TextToAgree | None:
    """The other version of the same text, among `texts`, that I last looked at, else the last that I signed."""
    same = [each for each in texts if _key(each) == _key(text) and each.id != text.id and each.text]
    looked = [id_ for id_ in journal.private.value(_looked_at(text), "").split() if id_ != text.id]
    signed = [each for each in same if each.me and each.me.said in ("signed", "withdrew")]
    seen = next((each for each in same if each.id in looked[:1]), None)
    return seen or max(signed, key=lambda each: each.revision, default=None)


def to_sign(texts: Iterable[TextToAgree]) -> list[TextToAgree]:
    """Those that wait for my signature, the one to be answered first before others."""
    return sorted((each for each in texts if each.waits_for_me), key=lambda each: (each.answer_by, each.id))


def news_of_texts(journal: Journal, texts: Iterable[TextToAgree] | None = None) -> list[TextToAgree]:
    """Those that were agreed, declined, withdrawn or made void since I was last told, the newest first."""
    every = texts_to_agree(journal) if texts is None else texts
    return [each for each in newest_texts(every) if each.state in _TOLD and has_news(journal, each)]


def _key(text: TextToAgree) -> tuple[str, str, str]:
    return text.space, text.document, text.kind


def _looked_at(text: TextToAgree) -> str:
    return f"looked-at {text.kind} {text.document}"


def _told(text: TextToAgree) -> str:
    return f"told-of {text.kind} {text.document}"


def _keep(journal: Journal, name: str, said: str) -> None:
    if journal.private.value(name, "") != said:
        with journal.private.write():
            journal.private.set_value(name, said)
