"""A joint summary: its sections, the first text that is composed for them, and the whole as one text to agree."""

from __future__ import annotations

from .composing import compose
from .material import Material
from .period import period_for
from .sections import SECTIONS, Section

__all__ = ["SECTIONS", "Material", "Section", "compose", "period_for"]
