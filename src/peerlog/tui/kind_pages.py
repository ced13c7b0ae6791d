"""Which kinds have a page of their own, and the panes that make it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..domain.entry import Entry
    from .widgets.entry_pane import EntryPane

PANES: dict[str, tuple[str, str]] = {
    "goal": ("goal_pane", "GoalPane"),
    "idea": ("idea_pane", "IdeaPane"),
    "meeting": ("meeting_pane", "MeetingPane"),
    "request": ("request_pane", "RequestPane"),
    "feedback": ("feedback_pane", "FeedbackPane"),
    "thanks": ("thanks_pane", "ThanksPane"),
    "agreement": ("agreement_pane", "AgreementPane"),
    "summary": ("summary_pane", "SummaryPane"),
    "card": ("card_pane", "CardPane"),
    "activity": ("activity_pane", "ActivityPane"),
    "record": ("record_pane", "RecordPane"),
    "membership": ("membership_pane", "MembershipPane"),
    "countersignature": ("countersignature_pane", "CountersignaturePane"),
}
"""By kind: the module in `widgets`, and the class of the pane. Imported when a page is opened."""


def has_page(entry: Entry) -> bool:
    return entry.kind in PANES


def page_for(entry: Entry) -> EntryPane | None:
    """The pane that shows an entry with all that belongs to it; None where its kind has none."""
    if not has_page(entry):
        return None
    module, name = PANES[entry.kind]
    pane: EntryPane = getattr(import_module(f".widgets.{module}", __package__), name)(entry.id)
    pane.entry = entry  # keys may come before the page has been read
    return pane
