"""A document with everything that requirements can say, for the tests to change."""

from __future__ import annotations

from datetime import date

from .documents import Document

REQUIREMENT: Document = {"name": "all", "label": "All", "unit": "hours", "least": 30}
VERSION: Document = {
    "checked": date(2026, 11, 27),
    "sources": ["somewhere"],
    "period": {"kind": "fixed", "begins": "07-01", "months": 12},
    "requirements": [REQUIREMENT],
}
SMALL: Document = {"label": "L", "about": "A", "versions": [VERSION]}

FULL: Document = {
    "label": "L",
    "about": "A",
    "source": "S",
    "body": "B",
    "judged_by": "first-day",
    "variants": [{"name": "one", "label": "One"}, {"name": "two", "label": "Two"}],
    "versions": [
        {
            "until": date(2024, 6, 30),
            "checked": date(2026, 11, 27),
            "sources": ["here", "there"],
            "confidence": "confirmed",
            "note": "N",
            "points_per_hour": 2,
            "period": {"kind": "renewal", "months": 36, "asks": "Your day", "due_days": -60},
            "hand_in": {"how": "portal", "where": "W", "asked": True, "note": "H"},
            "gaps": {"note": "G", "explain_after_months": 3},
            "keep": {"months": 36, "note": "K"},
            "disclosure": {"note": "D", "sources": ["where"]},
            "lists": [
                {"name": "themes", "label": "Themes", "about": "a", "where": "w", "expects": 4, "many": False},
                {"name": "focus", "label": "Focus", "values": ["x", "y"]},
            ],
            "cosigns": [
                {
                    "name": "talk",
                    "label": "Talk",
                    "meaning": "took-place",
                    "who": "Somebody",
                    "may": ["colleague"],
                    "may_not": ["relative", "friend"],
                    "registrant": True,
                    "contact": ["name", "email"],
                    "consent": True,
                    "form": "typed",
                    "summary_only": True,
                    "note": "n",
                },
                {
                    "name": "whole",
                    "label": "Whole",
                    "meaning": "checked",
                    "covers": "record",
                    "times": 2,
                    "who": "Anybody",
                    "form": "letter",
                    "advised": True,
                    "confidence": "unconfirmed",
                },
            ],
            "requirements": [
                {"name": "all", "label": "All", "unit": "hours", "least": 30, "most": 90, "categories": ["learning"]},
                {
                    "name": "yearly",
                    "label": "Yearly",
                    "unit": "hours",
                    "least": 7.5,
                    "of": "all",
                    "each_months": 12,
                    "only": ["two"],
                    "advised": True,
                    "confidence": "unconfirmed",
                    "note": "y",
                },
                {
                    "name": "read",
                    "label": "Read",
                    "unit": "hours",
                    "cap": 5,
                    "of": "all",
                    "types": ["reading"],
                    "except_categories": ["discussion"],
                    "participatory": False,
                    "planned": True,
                    "evidence": True,
                    "with_fields": ["peer"],
                    "cosign": "talk",
                    "marked": {"focus": ["x"]},
                },
                {
                    "name": "spread",
                    "label": "Spread",
                    "unit": "entries",
                    "of": "all",
                    "coverage": {"over": "themes", "least": 2, "among": 4},
                },
            ],
            "parts": [
                {
                    "name": "log",
                    "label": "Log",
                    "holds": "items",
                    "of": "all",
                    "most_words": 250,
                    "fields": [
                        {"name": "day", "label": "Day", "shape": "day", "draws": "day"},
                        {
                            "name": "what",
                            "label": "What",
                            "least_words": 20,
                            "most_words": 100,
                            "most_characters": 900,
                            "hint": "h",
                            "confidence": "unconfirmed",
                        },
                        {"name": "theme", "label": "Theme", "shape": "list", "list": "themes", "required": False},
                    ],
                },
                {
                    "name": "peer",
                    "label": "Peer",
                    "holds": "peer",
                    "cosign": "talk",
                    "summary_only": True,
                    "fields": [{"name": "peer", "label": "Peer"}],
                },
            ],
        },
        {"as_before": True, "from": date(2024, 7, 1), "checked": date(2026, 11, 27), "note": "later"},
    ],
}
