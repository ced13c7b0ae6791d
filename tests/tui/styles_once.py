"""Styles that are read once for all the apps of a run: text and variables alone decide what they say.

Each app keeps what it has read already; a new one in the same process would read the same twenty files again, and
look up again, with each kind of widget that appears for the first time, which names they speak of.
"""

from __future__ import annotations

from collections import defaultdict
from weakref import WeakKeyDictionary

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation

_read: dict[tuple[object, ...], list[RuleSet]] = {}
_by_name: dict[tuple[RuleSet, ...], dict[str, list[RuleSet]]] = {}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let stylesheets share what they have read."""
    parse, set_variables = Stylesheet._parse_rules, Stylesheet.set_variables
    variables: WeakKeyDictionary[Stylesheet, frozenset[tuple[str, str]]] = WeakKeyDictionary()

    def varied(self: Stylesheet, given: dict[str, str]) -> None:
        variables.pop(self, None)
        set_variables(self, given)

    def parsed(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        said = (css, read_from, is_default_rules, tie_breaker, scope)
        if self not in variables:
            variables[self] = frozenset(self._variables.items())
        key = (variables[self], *said)
        if key not in _read:
            _read[key] = parse(self, *said)
        return _read[key]

    def by_name(self: Stylesheet) -> dict[str, list[RuleSet]]:
        if self._rules_map is None:
            rules = tuple(self.rules)
            if rules not in _by_name:
                _by_name[rules] = _named(rules)
            self._rules_map = _by_name[rules]
        return self._rules_map

    patch.setattr(RuleSet, "__hash__", object.__hash__)  # of its identity as well, but not in Python
    patch.setattr(Stylesheet, "set_variables", varied)
    patch.setattr(Stylesheet, "_parse_rules", parsed)
    patch.setattr(Stylesheet, "rules_map", property(by_name))


def _named(rules: tuple[RuleSet, ...]) -> dict[str, list[RuleSet]]:
    """As `Stylesheet.rules_map` has it."""
    named: dict[str, list[RuleSet]] = defaultdict(list)
    for rule in rules:
        for name in rule.selector_names:
            named[name].append(rule)
    return dict(named)
