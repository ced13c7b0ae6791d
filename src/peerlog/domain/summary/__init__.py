"""A joint summary: its sections, the first text that is composed for them, and the whole as one text to agree."""

from __future__ import annotations

from .composing import compose
from .differences import Mark, MarkedLine, reflowed_differences
from .joining import joined
from .material import Material
from .period import period_for
from .sections import SECTIONS, Section

__all__ = [
    "SECTIONS",
    "Mark",
    "MarkedLine",
    "Material",
    "Section",
    "compose",
    "joined",
    "period_for",
    "reflowed_differences",
]
