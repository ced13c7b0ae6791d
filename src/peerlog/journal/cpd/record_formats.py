"""The formats that a record is written in, by the endings of their files."""

from __future__ import annotations

FORMATS = ("md", "html", "pdf", "docx", "csv", "xlsx", "json")
