"""Which rules of the styles fit a widget, worked out once for all widgets that look the same to selectors.

Each app of a run asks it again for every widget that appears, takes focus or comes back from behind another screen,
and matching selectors took a tenth of the time of these tests. What selectors can ask is the whole of what is
remembered by: the rules that could fit at all, and of the widget and of all that it is in, the class, the id, the CSS
classes, and the states that those rules name.
"""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

_Wanted = tuple[int, tuple[str, ...]]
"""A number for the rules that could fit, and the states that they name."""
_Flags = tuple[bool, bool, bool, bool]

_could_fit: dict[tuple[int, frozenset[str]], _Wanted] = {}
_numbers: dict[tuple[RuleSet, ...], int] = {}
_fitting: dict[tuple[object, ...], tuple[RulesMap, _Flags]] = {}


def use(patch: pytest.MonkeyPatch) -> None:
    """Let stylesheets share what they have matched. `styles_once` has to be used before it."""
    apply = Stylesheet.apply

    def applied(
        self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: dict[tuple[Any, ...], RulesMap] | None = None
    ) -> None:
        number, states = _wanted(self, node)
        key = (number, *[_seen(each, states) for each in node.css_path_nodes])
        if key in _fitting:
            rules, flags = _fitting[key]
            node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even = flags
            self.replace_rules(node, rules, animate=animate)
            self._process_component_classes(node)
            return
        own: dict[tuple[Any, ...], RulesMap] = {}
        apply(self, node, animate=animate, cache=own)
        for rules in own.values():
            flags = node._has_hover_style, node._has_focus_within, node._has_order_style, node._has_odd_or_even
            _fitting[key] = rules, flags

    patch.setattr(Stylesheet, "apply", applied)
    # Textual says in the cache what fits only where no other widget has a say; here all of it is part of the key.
    patch.setattr(Stylesheet, "_EXCLUDE_PSEUDO_CLASSES_FROM_CACHE", frozenset())


def _wanted(stylesheet: Stylesheet, node: DOMNode) -> _Wanted:
    by_name = stylesheet.rules_map  # kept for good by `styles_once`, and so is its id
    names = frozenset(by_name.keys() & node._selector_names)
    key = (id(by_name), names)
    if key not in _could_fit:
        wanted = {rule for name in names for rule in by_name[name]}
        rules = tuple(rule for rule in stylesheet.rules if rule in wanted)
        states = {state for rule in rules for state in rule.pseudo_classes}
        _could_fit[key] = _numbers.setdefault(rules, len(_numbers)), tuple(sorted(states))
    return _could_fit[key]


def _seen(node: DOMNode, states: tuple[str, ...]) -> tuple[object, ...]:
    """What selectors can ask of a node."""
    known = node._PSEUDO_CLASSES
    # mypy does not know that a node's class names the states of its own.
    are: list[bool | None] = [known[state](node) if state in known else None for state in states]  # type: ignore[arg-type]
    return node.__class__, node._id, frozenset(node._classes), *are
