"""The formats that a record is written in, by the endings of their files."""

from __future__ import annotations

FORMATS = ("md", "html", "pdf", "docx", "csv", "xlsx", "json")

WHAT_FOR = {
    "pdf": ("PDF", "to hand in, print and sign as it is"),
    "docx": ("Word", "to go on laying it out: real headings and tables"),
    "html": ("Web page", "one file that every browser opens"),
    "md": ("Markdown", "plain text, for any editor"),
    "xlsx": ("Excel", "its logs alone, a sheet for each"),
    "csv": ("CSV", "its logs alone, for other programs"),
    "json": ("JSON", "all of it, for programs; the schema is published"),
}
"""What each is called, and what it is for; what is handed in most comes first."""
