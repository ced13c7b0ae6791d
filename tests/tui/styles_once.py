"""Styles that are read once for all the apps of a run: text and variables alone decide what they say.

Each app keeps what it has read already; a new one in the same process would read the same twenty files again.
"""

from __future__ import annotations

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

_read: dict[tuple[object, ...], list[RuleSet]] = {}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let stylesheets share what they have read."""
    parse = Stylesheet._parse_rules

    def parsed(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        said = (css, read_from, is_default_rules, tie_breaker, scope)
        key = (frozenset(self._variables.items()), *said)
        if key not in _read:
            _read[key] = parse(self, *said)
        return _read[key]

    patch.setattr(Stylesheet, "_parse_rules", parsed)
