"""What a pane about an entry offers for having it signed by somebody outside."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.containers import Horizontal

from ...domain.entry import Entry

if TYPE_CHECKING:
    from ..actions.countersigning import CountersigningActions


_ACTIONS = frozenset({"ask_for_signature", "page_to_sign", "keep_scan"})


class Signable(Horizontal):
    """It is about its `entry`, where it is a page, else about its `current_entry`."""

    @property
    def signable_entry(self) -> Entry | None:
        """What can be signed here; None for nothing."""
        return getattr(self, "entry", None) or getattr(self, "current_entry", None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self.signable_entry is not None if action in _ACTIONS else super().check_action(action, parameters)

    def action_ask_for_signature(self) -> None:
        if self.signable_entry:
            self._signing.ask_for_signature(self.signable_entry)

    def action_page_to_sign(self) -> None:
        if self.signable_entry:
            self._signing.page_to_sign(self.signable_entry)

    def action_keep_scan(self) -> None:
        if self.signable_entry:
            self._signing.keep_scan_of(self.signable_entry)

    @property
    def _signing(self) -> CountersigningActions:
        return cast("CountersigningActions", self.app)
