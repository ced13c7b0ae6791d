"""Importing a folder of Markdown files."""

from __future__ import annotations

from pathlib import Path

from bench import corpus
from bench.ours import Ours, build
from bench.timing import Taken


def markdown_folder(folder: Path, count: int) -> Path:
    """`count` Markdown files with front matter."""
    files = folder / "markdown"
    if not files.exists():
        files.mkdir(parents=True)
        for number, each in enumerate(corpus.journal(count)):
            text = (
                f"---\ntitle: {each.title}\ndate: {each.when:%Y-%m-%d %H:%M}\ntags: [{each.tag}]\n---\n\n{each.text}\n"
            )
            (files / f"{each.when:%Y-%m-%d}-{number}.md").write_text(text, encoding="utf-8")
    return files


def import_markdown(folder: Path, count: int) -> tuple[Ours, Taken]:
    """Import `count` files into a fresh journal."""
    files = markdown_folder(folder, count)
    ours = build(folder / "import", 1)
    return ours, ours.command("import", "markdown", str(files), "--yes")
