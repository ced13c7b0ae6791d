"""The signed changes of a space: each is what was signed, by whom it says, with the words that were signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..crypto import sshsig
from ..history.chain import Link, chains_of
from ..history.change import BadChange, Change, read_change
from ..history.people import People
from ..history.value import matches
from .finding import Finding
from .space import Row, Space

EVERY = 500
"""How many changes are read at a time."""

_ALTERED = "{} not what was signed"
_FORGED = "{} not signed by the device that is named in them"
_OTHER_WORDS = "{} kept with words that were not signed with them"
_UNKNOWN = "{} from a device that nobody here has introduced"


def check_edits(
    space: Space, label: str, people: People, own: set[str], restore_hint: str, step: Callable[[], None]
) -> tuple[int, list[Finding]]:
    """How many changes there are, and what is wrong with them. `own` are the ids of this device, earlier ones too.

    `step` is called after each `EVERY`.
    """
    wrong: dict[str, int] = {}
    links: list[Link] = []
    for rows in _portions(space):
        readable: list[tuple[Row, Change]] = []
        for row in rows:
            if change := _read(row, space.id):
                readable.append((row, change))
                links.append((change.device, change.seq, change.id, change.prev))
            else:
                _count(wrong, _ALTERED)
        for rule, many in (
            *_signatures(readable, people).items(),
            (_OTHER_WORDS, _with_other_words(space, rows, {change.id: change for _, change in readable})),
        ):
            _count(wrong, rule, many)
        step()
    orphans = space.rows("SELECT count(*) FROM change_value WHERE change NOT IN (SELECT number FROM change)")[0][0]
    _count(wrong, _OTHER_WORDS, orphans)
    findings = [
        Finding("note", f"{label}: {_said(rule, many)}.")
        if rule == _UNKNOWN
        else Finding("problem", f"{label}: {_said(rule, many)}.", restore_hint)
        for rule, many in wrong.items()
        if many
    ]
    return len(links), findings + _chains(label, links, own, restore_hint)


def _portions(space: Space) -> Iterator[list[Row]]:
    after = 0
    while rows := space.rows(
        "SELECT number, id, entry, device, seq, text, signature FROM change WHERE number > ? ORDER BY number LIMIT ?",
        (after, EVERY),
    ):
        after = rows[-1][0]
        yield rows


def _read(row: Row, space: str) -> Change | None:
    """The change in a row; None unless the row's columns and the space are those that its text gives."""
    _, id_, entry, device, seq, text, _ = row
    try:
        change = read_change(text.encode())
    except (BadChange, ValueError):
        return None
    said = (change.id, bytes.fromhex(change.entry), change.device, change.seq, change.space)
    return change if said == (bytes(id_), bytes(entry), device, seq, space) else None


def _signatures(readable: list[tuple[Row, Change]], people: People) -> dict[str, int]:
    signed = [(people.key_of(change.device), change.text, bytes(row[-1])) for row, change in readable]
    known = [(key, sshsig.CHANGE, text, signature) for key, text, signature in signed if key is not None]
    return {_FORGED: sshsig.verify_all(known).count(False), _UNKNOWN: len(signed) - len(known)}


def _with_other_words(space: Space, rows: list[Row], changes: dict[bytes, Change]) -> int:
    """How many of the changes have a value that does not fit the digest in them, or none of their registers."""
    values = space.rows(
        "SELECT c.id, v.register, v.salt, v.value FROM change AS c JOIN change_value AS v ON v.change = c.number"
        " WHERE c.number BETWEEN ? AND ?",
        (rows[0][0], rows[-1][0]),
    )
    unfit = set()
    for id_, register, salt, value in values:
        change = changes.get(bytes(id_))
        if change and not (register in change.sets and matches(change.sets[register].digest, (bytes(salt), value))):
            unfit.add(change.id)
    return len(unfit)


def _chains(label: str, links: list[Link], own: set[str], restore_hint: str) -> list[Finding]:
    """Holes in what this device wrote are damage; in what others wrote they are updates that have not come."""
    findings = []
    missing = 0
    for device, chain in chains_of(links).items():
        holes = sum(last - first + 1 for first, last in chain.gaps)
        if device not in own:
            missing += holes
        elif holes or chain.strays:
            sentence = f"{label}: your own signed edits have a hole of {holes or len(chain.strays):,} in them."
            findings.append(Finding("problem", sentence, restore_hint))
        if chain.forks:
            whose = "This device has" if device in own else "A device has"
            findings.append(
                Finding("note", f"{label}: {whose} written on in two ways, as an older copy of a journal does.")
            )
    if missing:
        findings.append(Finding("note", f"{label}: of what others sent {_edits(missing)} may still come."))
    return findings


def _count(wrong: dict[str, int], rule: str, many: int = 1) -> None:
    wrong[rule] = wrong.get(rule, 0) + many


def _said(rule: str, many: int) -> str:
    return rule.format(f"{_edits(many)} {'is' if many == 1 else 'are'}")


def _edits(many: int) -> str:
    return f"{many:,} signed edit{'' if many == 1 else 's'}"
