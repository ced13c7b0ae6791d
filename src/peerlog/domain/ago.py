"""How long ago something was, in days."""

from __future__ import annotations


def say_ago(days: int) -> str:
    """`today`, `yesterday`, `12 days ago`, `5 weeks ago`, `4 months ago`, `2 years ago`."""
    if days <= 1:
        return "today" if days <= 0 else "yesterday"
    for length, unit in ((730, "year"), (90, "month"), (28, "week")):
        if days >= length:
            count = days // {"year": 365, "month": 30, "week": 7}[unit]
            return f"{count} {unit}s ago"
    return f"{days} days ago"
