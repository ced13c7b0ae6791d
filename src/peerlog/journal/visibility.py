"""Who can see an entry, in the words of the screen."""

from __future__ import annotations

from ..domain.entry import PRIVATE, Entry


def who_can_see(entry: Entry) -> str:
    """One or two sentences for the question “Who can see this?”."""
    if entry.space != PRIVATE:
        raise ValueError("a shared space names its members")
    if entry.fields.get("vent"):
        return "Only you. It lets off steam, so it can never be copied to anybody."
    return "Only you. It is in your private journal, and nothing in it can leave."
