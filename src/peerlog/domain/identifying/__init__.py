"""What in a text could tell who it is about, and names to put in its place before the text leaves."""

from __future__ import annotations

from .finding import Finding, Known, find
from .folding import folded, key_of
from .pseudonyms import pseudonyms_for, replaced

__all__ = ["Finding", "Known", "find", "folded", "key_of", "pseudonyms_for", "replaced"]
