"""The journal of the golden files: one entry of each kind and what is hard about writing them down."""

from __future__ import annotations

from peerlog.domain.entry import Entry

EXPORTED = "2026-11-21T21:54:56Z"

NOTE = Entry(
    id="1f" * 32,
    kind="note",
    fields={
        "when": "2026-11-17T09:12:00+01:00[Europe/Berlin]",
        "text": "Agenda felt too long.\n\n---\n\n- [ ] ask *Sam*\n- `#not-a-tag`\n\n日本語, עברית, café 👩‍💻",
        "tags": ("agenda", "日本語"),
        "vent": True,
    },
    created="2026-11-17T08:12:30Z",
    saved="2026-11-17T08:15:02Z",
    version=3,
)
REFLECTION = Entry(
    id="a0" * 32,
    kind="reflection",
    fields={
        "when": "2026-11-17T19:40:00+01:00[Europe/Berlin]",
        "title": "Chairing the set: “yes, but …” # 1",
        "about": "meeting with Sam, 10 Nov",
        "text": "What? I let the first presenter run twelve minutes over.\n<!-- peerlog: text -->\nSo what?",
        "tags": ("chairing", "sets"),
        "minutes": 35,
        "links": ("1f" * 32,),
    },
    created="2026-11-17T18:59:59Z",
    saved="2026-11-17T18:59:59Z",
)
GOAL = Entry(
    id="0b" * 32,
    kind="goal",
    fields={
        "when": "2026-01-05T12:00:00+00:00",
        "title": "Yes",
        "why": "=HYPERLINK(1)",
        "measure": "4 → 7",
        "baseline": "4",
        "target": "7",
        "state": "active",
        "due": "2026-12-31",
    },
    created="2026-01-05T12:00:00Z",
    saved="2026-06-01T07:00:00Z",
    version=12,
)
MEETING = Entry(
    id="2c" * 32,
    kind="meeting",
    fields={
        "when": "2026-11-10T18:30:00+10:00[Australia/Brisbane]",
        "title": "Video with Sam",
        "people": ("Nguyễn, Lan", "Sam"),
        "channel": "video",
        "place": "https://example.org/room?id=1#top",
        "purpose": "solve",
        "minutes": 60,
    },
    created="2026-11-10T09:31:00Z",
    saved="2026-11-10T09:31:00Z",
    deleted="2026-11-12T06:00:00Z",
)
IDEA = Entry(
    id="3d" * 32,
    kind="idea",
    fields={
        "when": "2026-11-17T12:05:00+01:00",
        "title": "Ask before advising",
        "source": "Sam",
        "step": "- one question first",
        "state": "to-try",
        "outcome": "'quoted'",
    },
    created="2026-11-17T11:05:00Z",
    saved="2026-11-17T11:05:00Z",
)
PAGE = Entry(
    id="4e" * 32,
    kind="page",
    fields={
        "when": "2026-10-02T14:00:00+02:00[Europe/Berlin]",
        "title": "Visit to the north ward",
        "template": "visit",
        "text": "## What I saw\n\nStands in the text.",
        "page_host": "Sam",
        "page_seen": "Quiet rounds.\n\n## What I take home\n\\<!-- peerlog: page_learned -->",
        "page_learned": "---\nkind: note\n---",
        "page_on": "2026-10-02",
        "page_mood": "high",
        "page_count": -3,
        "page_present": ("Kim", "Sam"),
        "page_gone": "a field that the template has no more",
    },
    created="2026-10-02T12:30:00Z",
    saved="2026-10-03T08:00:00Z",
    version=2,
)
ENTRIES = (NOTE, REFLECTION, GOAL, MEETING, IDEA, PAGE)
