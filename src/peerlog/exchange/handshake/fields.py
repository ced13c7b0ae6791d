"""What the files hold besides keys: people, and fields such as those of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping

from peerlog.domain.text import clean_line, clean_text
from peerlog.exchange.handshake.refusals import DoesNotHold, UnfitKey, UnfitName
from peerlog.exchange.handshake.sealed import require_recipient
from peerlog.history.person import DeviceKeys, Person, clean_name, read_keys, read_person
from peerlog.history.person import UnfitKey as BadKey
from peerlog.history.strict_json import BadText

FieldValue = str | int | tuple[str, ...]
Fields = Mapping[str, FieldValue]
"""Fields of an entry by their names: text, whole numbers, yes, or several lines."""

_NAME = re.compile("[a-z][a-z0-9_]{0,63}")
_MOST = 64
_MOST_LINES = 100


def read_named_person(found: object, what: str) -> Person:
    """A person whose name is as names are kept and whose keys are fit. Raises UnfitName, UnfitKey, DoesNotHold."""
    try:
        person = read_person(found)
    except BadKey as error:
        raise UnfitKey(what) from error
    except BadText as error:
        raise DoesNotHold(what, str(error)) from error
    if not person.name or clean_name(person.name) != person.name:
        raise UnfitName(what)
    require_recipient(person.keys.recipient, what)
    return person


def read_device_keys(found: Mapping[str, object], what: str) -> DeviceKeys:
    """The keys `key` and `recipient` of a device. Raises UnfitKey, DoesNotHold."""
    try:
        keys = read_keys(dict(found))
    except BadKey as error:
        raise UnfitKey(what) from error
    except BadText as error:
        raise DoesNotHold(what, str(error)) from error
    require_recipient(keys.recipient, what)
    return keys


def read_line(found: object, most: int, what: str) -> str:
    """A clean line of at most `most` characters, which may be empty. Raises UnfitName."""
    if not isinstance(found, str) or len(found) > most or clean_line(found) != found:
        raise UnfitName(what)
    return found


def read_fields(found: object, what: str) -> dict[str, FieldValue]:
    """Fields with every text cleaned. Raises DoesNotHold."""
    if not isinstance(found, dict) or len(found) > _MOST or not all(_NAME.fullmatch(name) for name in found):
        raise DoesNotHold(what, "a card is a list of named fields")
    return {name: _value(value, what) for name, value in found.items()}


def write_fields(fields: Fields) -> dict[str, object]:
    """The fields as JSON has them."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}


def _value(found: object, what: str) -> FieldValue:
    if isinstance(found, str):
        return clean_text(found)
    if isinstance(found, int):
        return found
    if isinstance(found, list) and len(found) <= _MOST_LINES:
        lines = tuple(clean_line(each) for each in found if isinstance(each, str))
        if len(lines) == len(found):
            return lines
    raise DoesNotHold(what, "a field is text, a whole number or several lines")
