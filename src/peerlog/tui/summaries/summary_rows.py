"""The joint summaries on the page of those who write them: drafts, what waits, and what is agreed."""

from __future__ import annotations

from textual.content import Content

from ...domain.summary.days import said_span
from ...journal.circle.circles import Circle
from ...journal.joint_summary.summaries import period_of
from ...journal.joint_summary.summary_rows import SummaryRow, summary_rows
from ...journal.journal import Journal
from ..signing.signed_rows import TEXT
from ..signing.text_lines import text_line
from ..widgets.line import Line, labelled
from ..widgets.list_pane import Contents
from ..widgets.plain import plain_line
from ..widgets.rows import row

_MOST = 8
_GROUP = "summary"


def add_summaries(shown: Contents, journal: Journal, circle: Circle) -> None:
    """A row for each, the newest first; where there is none yet, what a summary is and the key that begins it."""
    found = summary_rows(journal, circle.space)
    is_open = not (circle.joining or circle.archived)
    if found or (is_open and circle.others):
        shown.head("Summaries")
    for each in found[:_MOST]:
        if each.entry is None and each.text is not None:
            shown.options.append(row(_line(journal, each), TEXT + each.text.id))
        elif each.entry is not None:
            shown.add(_line(journal, each), each.entry, _GROUP)
    if not found and is_open and circle.others:
        said = " puts together what you did, learned and decided, for all of you to sign"
        shown.read(Content.assemble(("S", "bold $accent"), (said, "$quiet")))


def _line(journal: Journal, found: SummaryRow) -> Line:
    if found.text is None:
        return labelled("Draft", found.title, _period(journal, found))
    line = text_line(journal, found.text)
    if found.text.waits_for_me:
        line.label = Content("Waits for you").stylize("$quiet")  # what there is to sign stands first on the page
    if found.stands.endswith("has changed since"):
        line.right = Content.assemble(line.right, plain_line(" · draft changed").stylize("$quiet"))
    return line


def _period(journal: Journal, found: SummaryRow) -> str:
    if found.entry is None:
        return ""
    return said_span(*period_of(journal, found.entry))
