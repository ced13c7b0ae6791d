"""What arrived, what would leave and what is new, as JSON. Members are added, never renamed or removed."""

from __future__ import annotations

from ..domain.word_difference import State
from ..journal.field_words import FieldWords
from ..journal.shared.whats_new import NewsItem
from ..journal.updates.arrived_words import FromSomebody, RefusedFile
from ..journal.updates.exchanging import SentUpdate
from ..journal.updates.leaving_words import LeavingWords
from .described import described


def described_arrival(each: FromSomebody) -> dict[str, object]:
    return {
        "from": each.who,
        "with": each.circle,
        "keys": each.keys,
        "updates": each.updates,
        "entries": [
            {
                "id": brought.id,
                "what": brought.what,
                "kind": brought.kind_name,
                "headline": brought.name,
                "two_versions": brought.two_versions,
            }
            for brought in each.brought
        ],
        "notices": list(each.notices),
    }


def described_refusal(each: RefusedFile) -> dict[str, object]:
    return {"file": each.name, "with": each.circle, "why": each.message, "hint": each.hint, "code": each.exit_code}


def described_leaving(each: LeavingWords) -> dict[str, object]:
    return {
        "id": each.id,
        "what": each.what,
        "kind": each.kind,
        "headline": each.name,
        "about": each.about,
        "fields": [_field(field) for field in each.fields],
    }


def described_news(item: NewsItem) -> dict[str, object]:
    return {
        "id": item.id,
        "what": item.what,
        "kind": item.kind,
        "headline": item.name,
        "by": item.who,
        "two_versions": item.two_versions,
        "sentence": item.sentence or None,
        "fields": [_field(field) for field in item.fields],
        "entry": described(item.entry) if item.entry else None,
    }


def described_sent(sent: SentUpdate) -> dict[str, object]:
    return {"file": str(sent.path), "number": sent.number, "bytes": sent.size, "for": list(sent.readers)}


def _field(field: FieldWords) -> dict[str, object]:
    found: dict[str, object] = {"label": field.label, "text": field.text}
    if field.is_changed:
        found["before"] = "".join(piece.text for piece in field.pieces if piece.state is not State.NEW)
    return found
