"""What in a text could tell who it is about, and names to put in its place before the text leaves."""

from __future__ import annotations

from .finding import Finding, Known, find
from .pseudonyms import pseudonyms_for, replaced

__all__ = ["Finding", "Known", "find", "pseudonyms_for", "replaced"]
