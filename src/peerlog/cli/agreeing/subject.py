"""What the commands about texts to agree are about: one object for each group that has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...domain.entry import Entry
from ...journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Subject:
    """A group of commands (`summary`) and how its document is found by an id, or without one.

    `noun` is what a document is called; `may_close` says that it has a closing statement too, chosen by --closing.
    """

    group: str
    noun: str
    kind: str
    meant: Callable[[Journal, str | None], Entry]
    may_close: bool = False

    def kind_of(self, *, closing: bool) -> str:
        """The kind of text that is meant."""
        return "closing" if closing else self.kind


def _summary(journal: Journal, prefix: str | None) -> Entry:
    from ...journal.joint_summary.summaries import summary_meant

    return summary_meant(journal, prefix)


def _agreement(journal: Journal, prefix: str | None) -> Entry:
    from ...journal.agreements import agreement_meant

    return agreement_meant(journal, prefix)


def _thanks(journal: Journal, prefix: str | None) -> Entry:
    from ...errors import BadInput
    from ...journal.expected_kind import require_at_hand, require_kind

    if prefix is None:
        raise BadInput("It is not clear which thanks are meant.", "“peerlog thanks list” shows their ids.")
    found = require_kind(journal, journal.entries.resolve(prefix), "thanks", "“peerlog thanks list” shows the thanks.")
    return require_at_hand(journal, found)


SUMMARY = Subject("summary", "summary", "summary", _summary)
AGREEMENT = Subject("agreement", "agreement", "agreement", _agreement, may_close=True)
THANKS = Subject("thanks", "thank-you", "thanks", _thanks)
