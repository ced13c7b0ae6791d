"""What was typed about a text before it was put forward, when one left: kept in the private space, by document."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..journal import Journal


def keep_typed(journal: Journal, document: str, kind: str, typed: Mapping[str, str]) -> bool:
    """Keep what was typed, by field; nothing for nothing."""
    said = json.dumps(dict(typed), ensure_ascii=False) if typed else ""
    if journal.private.value(_name(document, kind), "") != said:
        with journal.private.write():
            journal.private.set_value(_name(document, kind), said)
    return True


def typed_before(journal: Journal, document: str, kind: str) -> dict[str, str]:
    """What was typed when one left, by field."""
    said = journal.private.value(_name(document, kind), "")
    return {str(name): str(value) for name, value in json.loads(said).items()} if said else {}


def _name(document: str, kind: str) -> str:
    return f"put-forward {kind} {document}"
