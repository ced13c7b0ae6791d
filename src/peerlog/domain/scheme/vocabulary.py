"""The words that all requirements share, whichever body they come from, each with the word for the screen."""

from __future__ import annotations

CATEGORIES = {
    "learning": "learning",
    "practice": "practice hours",
    "feedback": "feedback received",
    "account": "written account",
    "discussion": "discussion with a peer",
    "peer-review": "review of cases with peers",
    "plan": "development plan",
    "project": "project",
    "competency": "competency form",
}
"""What an entry is for a record; one entry can be several of these."""

RELATIONS = {
    "colleague": "colleague",
    "manager": "line manager",
    "employer": "employer",
    "employee": "somebody I employ or manage",
    "mentor": "mentor",
    "supervisor": "supervisor",
    "same-profession": "of the same profession",
    "other-profession": "of another profession",
    "client": "client or patient",
    "relative": "relative",
    "partner": "partner in life",
    "friend": "close friend",
}
"""How somebody who signs stands to the person whose record it is; somebody can be several of these."""

MEANINGS = {
    "took-place": "it took place",
    "read": "I have read it and believe it accurate",
    "checked": "I checked it against the requirements",
    "supports": "I support it",
}
"""The four different things that another person may sign; none of them stands for another."""

CONTACTS = {
    "name": "name",
    "role": "role",
    "organisation": "organisation",
    "registration": "registration number",
    "email": "e-mail",
    "phone": "telephone",
    "address": "address and postcode",
    "date": "date",
    "place": "place or medium",
    "relation": "how we know each other",
}
"""What may have to be said about whoever signs."""

SIGNATURES = {
    "none": "nothing is signed; the body may ask the person",
    "typed": "a typed name is enough",
    "letter": "a signed letter",
    "statement": "a short statement",
    "official-form": "the body's own form, signed",
    "online": "confirmed online",
}

UNITS = ("hours", "points", "entries")

HAND_IN = {"document": "as a document", "form": "on the body's own form", "portal": "on the body's website"}

CONFIDENCE = ("confirmed", "unconfirmed")

HOLDS = ("items", "accounts", "statement", "peer")
"""What a part of a record holds: one set of fields for each item or account, one for all, or what a peer says."""

SHAPES = ("prose", "line", "day", "minutes", "number", "yes", "list", "people")
"""What a field of a record holds; `list` takes values of a list."""

DRAWS = ("title", "text", "day", "minutes", "type", "people", "evidence", "participatory", "planned")
"""What of an entry can fill a field before anybody writes."""
