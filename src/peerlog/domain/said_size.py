"""Sizes of files in words."""

from __future__ import annotations


def say_size(size: int) -> str:
    """`712 bytes`, `13.5 kB`, `2.1 MB`; in thousands, as file managers count."""
    if size < 1000:
        return "1 byte" if size == 1 else f"{size} bytes"
    return f"{size / 1000:,.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"
