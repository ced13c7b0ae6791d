"""Entries as Day One exports them, with every key that matters here and some that do not."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

UUID = "DF8B32A3FE25400BBBB3A7BBFCD23CE7"
ENTRY: dict[str, object] = {
    "uuid": UUID,
    "creationDate": "2024-04-16T21:15:30Z",
    "modifiedDate": "2024-04-19T21:55:51Z",
    "timeZone": "Europe/Dublin",
    "isAllDay": False,
    "isPinned": False,
    "starred": False,
    "text": "# Castle\n\nWell\\-kept lawns\\. \\(Again\\!\\)\n\n![](dayone-moment://646FD9CE9D924262ADB1FA7AF3A2F4DB)",
    "richText": '{"contents": [{"text": "ignored"}]}',
    "tags": ["day trip", "family"],
    "location": {"placeName": "Dundas Castle", "localityName": "Edinburgh", "country": "United Kingdom", "latitude": 1},
    "weather": {"conditionsDescription": "Mostly Sunny"},
    "photos": [{"identifier": "646FD9CE9D924262ADB1FA7AF3A2F4DB", "type": "jpeg", "md5": "31c8"}],
    "editingTime": 10.5,
}


def document(*entries: object) -> str:
    return json.dumps({"metadata": {"version": "1.0"}, "entries": list(entries)})


def plain(folder: Path, *entries: object, name: str = "Journal.json") -> Path:
    path = folder / name
    path.write_text(document(*entries), "utf-8")
    return path


def packed(folder: Path, members: dict[str, str | bytes], name: str = "export.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path
