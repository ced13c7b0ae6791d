"""From the registers that somebody sets to the changes that say so: texts to be signed, and the values beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from secrets import token_bytes
from typing import NamedTuple

from .change import DELETED, VERSION, Change, read_change
from .encoding import b64
from .limits import CHANGE_BYTES
from .value import SALT_BYTES, Kept, digest, encode


class Composed(NamedTuple):
    """A change that is yet to be signed (its `text`), and the values that travel beside it, by register."""

    change: Change
    values: Mapping[str, Kept]


def compose(
    *,
    space: str,
    device: str,
    seq: int,
    prev: bytes | None,
    entry: str,
    kind: str,
    at: str,
    sets: Mapping[str, tuple[object, tuple[bytes, ...]]],
    nonce: bytes | None = None,
    element_key: bytes = b"",
    forget: bool = False,
    salt: Callable[[], bytes] = lambda: token_bytes(SALT_BYTES),
) -> list[Composed]:
    """The changes that set these registers, each to its value in place of the changes it takes over from.

    Several where one text of 4,096 bytes does not hold them; they belong together. They follow the change `seq` of
    this device, whose id is `prev` (0 and None for none). `nonce` is given when they create the entry, and then also
    the `element_key` that the registers of its sets were made with. `forget` asks for one change that forgets
    the entry and sets nothing.
    """
    made: list[Composed] = []
    named = {} if nonce is None else {"nonce": b64(nonce)}
    waiting = [(register, *sets[register]) for register in sorted(sets, key=lambda name: (name != "when", name))]
    while waiting or (forget and not made):
        after = {} if prev is None else {"prev": b64(prev)}
        about = {"v": VERSION, "space": space, "device": device, "seq": seq + 1, **after, "entry": entry, "kind": kind}
        text = json.dumps(about | named | {"at": at}, separators=(",", ":"))[:-1]
        said: list[str] = []
        values: dict[str, Kept] = {}
        rest: list[tuple[str, object, tuple[bytes, ...]]] = []
        room = CHANGE_BYTES - len(text) - len(',"sets":{}}')
        for register, value, supersedes in waiting:
            fit = (room - len(register) - _SET) // _ID
            if said and fit < len(supersedes):
                rest.append((register, value, supersedes))
                continue
            values[register] = (element_key if named and register == "when" else salt(), encode(value))
            said.append(_set(register, values[register], supersedes[:fit]))
            room -= len(said[-1]) + 1
            if supersedes[fit:]:
                rest.append((register, value, supersedes[fit:]))
        text += ',"forget":true}' if forget else ',"sets":{' + ",".join(said) + "}}"
        made.append(Composed(read_change(text.encode()), values))
        named, seq, prev = {}, seq + 1, made[-1].change.id
        # What takes over from more than one text names goes on in the next, which takes over from this one as well;
        # the parts of a deletion stand beside each other, for together they say what it knew.
        waiting = [
            (register, value, ((prev, *others) if register in values and register != DELETED else others))
            for register, value, others in rest
        ]
    return made


def _set(register: str, kept: Kept, supersedes: tuple[bytes, ...]) -> str:
    return json.dumps({register: [b64(digest(kept)), [b64(each) for each in supersedes]]}, separators=(",", ":"))[1:-1]


_SET = len(_set("", (b"", ""), ())) + 1
_ID = len(b64(bytes(32))) + 3
