"""What the papers of a space add up to: which texts are agreed, who has signed, and what counts for nothing.

A function of the set of papers, the texts and the roster alone: neither the order in which they came nor any clock
decides. A text is agreed once a good signature of each member whom its statement names is there. That never goes away:
later edits, answers, devices, retirements and forks are shown and take nothing back, so that a journal says of a text
what whoever holds the signed copy can check without one. What somebody signed cannot be unsigned by signing something
else, else a liar could let two honest members see two different things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from ..domain.text import clean_text
from ..history.roster import Roster
from .answer import Answer
from .naming import name_in, never_true, not_by_writer, not_true_now
from .paper import Paper
from .statement import ConsentStatement, Signer, content_of

Fits = Callable[[Paper], bool]

_BROKEN = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Objection:
    """A paper, or a text, that does not count: `why` in one sentence without its end, and who sent it (a member id)."""

    why: str
    sender: str = ""


@dataclass(frozen=True)
class Carried:
    """A paper as it came: in an entry by `sender`, a member id (empty when nobody knows), who says it was `at`.

    `late`: by a device that had been taken out of use before.
    """

    paper: Paper
    sender: str = ""
    at: str = ""
    late: bool = False


@dataclass
class Asked:
    """One statement and what has been said about it, each by the id of the member.

    `text` is None while no text here has its digest. `signed_at` and the stamps of answers are claims. `beside` are
    members who are not named in it. `late` are those of whom there is no signature but with a device that was out of
    use by then, as far as anybody can tell. `drawn_from` are the states of the draft that its signers say they signed
    for, in the order of their digests. `rivals` is how many texts bear its number, itself among them.
    """

    statement: ConsentStatement
    text: str | None
    signed: dict[str, Paper] = field(default_factory=dict)
    signed_at: dict[str, str] = field(default_factory=dict)
    declined: dict[str, Answer] = field(default_factory=dict)
    withdrawn: dict[str, Answer] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    drawn_from: tuple[str, ...] = ()
    rivals: int = 1
    objections: list[Objection] = field(default_factory=list)
    proposer: str = ""

    @property
    def is_signed_by_all(self) -> bool:
        """Whether every member whom it names has signed exactly this, and the text is here."""
        return self.text is not None and all(each.member in self.signed for each in self.statement.members)

    @property
    def missing(self) -> tuple[Signer, ...]:
        """Who has not signed yet."""
        return tuple(each for each in self.statement.members if each.member not in self.signed)


@dataclass(frozen=True)
class Verdict:
    """`asked` are the texts that count, in the order of document, revision and statement id."""

    asked: tuple[Asked, ...]
    objections: tuple[Objection, ...]


def judge(
    roster: Roster,
    papers: Iterable[Carried],
    texts: Iterable[str],
    fits: Fits = Paper.fits,
    writers: Mapping[str, str] | None = None,
) -> Verdict:
    """What these papers add up to in the space of this roster.

    `writers` are the members who wrote thanks, by the ids of these; thanks of which it is not known count for nothing.
    """
    carried = sorted(set(papers), key=_place)
    every = {sha256(content_of(text)).digest(): text for text in texts if not _BROKEN.search(text)}
    good: dict[bytes, list[Carried]] = {}
    refused: dict[tuple[str, str], Objection] = {}

    def refuse(each: Carried, why: str) -> None:
        refused[why, each.sender] = Objection(why, each.sender)

    for each in carried:
        if isinstance(each.paper.says, ConsentStatement):
            statement = each.paper.says
            why = never_true(statement, roster) or not_by_writer(statement, roster, writers or {})
            if why := why or _not_signed(statement, each.paper, roster, fits):
                refuse(each, why)
            else:
                good.setdefault(statement.id, []).append(each)
    asked = {id_: _asked(some, every, roster) for id_, some in good.items()}
    for each in carried:
        if isinstance(each.paper.says, Answer):
            _take_answer(each, asked, roster, fits, refuse)
    ordered = sorted(asked.values(), key=lambda one: (one.statement.document, one.statement.revision, one.statement.id))
    bearing = documents_by_number(ordered)
    for found in ordered:
        found.rivals = _rivals(found, ordered, bearing)
        found.objections += _objections(found, every, roster)
    return Verdict(tuple(ordered), tuple(refused.values()))


def _place(each: Carried) -> tuple[object, ...]:
    """An order that does not depend on how they came."""
    paper = each.paper
    return paper.says.text, paper.key, paper.signature, paper.drawn_from, each.sender, each.at, each.late


def _not_signed(statement: ConsentStatement, paper: Paper, roster: Roster, fits: Fits) -> str:
    signer = statement.signers.get(paper.key)
    if signer is None:
        return f"a signature under “{statement.title}” by a key that it does not name"
    if not fits(paper):
        return f"a signature under “{statement.title}” in the name of {name_in(roster, signer)} that is not good"
    return ""


def _asked(good: list[Carried], texts: Mapping[bytes, str], roster: Roster) -> Asked:
    """One statement with those who signed it.

    Only the signature itself is signed: when it was made and from what the text was drawn counts where its own signer
    says so, for anybody can hand a signature on with other words beside it.
    """
    statement = good[0].paper.says
    assert isinstance(statement, ConsentStatement)
    text = texts.get(statement.digest)
    fit = text is not None and statement.is_about(content_of(text)) and _can_be_shown(text)
    found = Asked(statement, text if fit else None, beside=_beside(statement, roster))
    drawn: set[str] = set()
    in_time: set[str] = set()
    for each in sorted(good, key=lambda each: (not _own(each, statement), each.at, not each.paper.drawn_from)):
        member = statement.signers[each.paper.key].member
        found.signed.setdefault(member, each.paper)
        found.signed_at.setdefault(member, each.at)
        if _own(each, statement):
            drawn |= {each.paper.drawn_from} - {""}
        if not each.late and (_own(each, statement) or not _is_cut(each.paper.key, roster)):
            in_time.add(member)
    found.late = tuple(each.member for each in statement.members if each.member in found.signed.keys() - in_time)
    found.drawn_from = tuple(sorted(drawn))
    found.proposer = _proposer(found, {statement.signers[each.paper.key].member for each in good if _draws(each)})
    return found


def _own(each: Carried, statement: ConsentStatement) -> bool:
    return statement.signers[each.paper.key].member == each.sender


def _draws(each: Carried) -> bool:
    says = each.paper.says
    return isinstance(says, ConsentStatement) and bool(each.paper.drawn_from) and _own(each, says)


def _is_cut(key: bytes, roster: Roster) -> bool:
    return any(device.key == key and device.last is not None for one in roster.members for device in one.devices)


def _can_be_shown(text: str) -> bool:
    return clean_text(text).rstrip() == text


def _proposer(found: Asked, drew: set[str]) -> str:
    """Whoever says from which draft it comes; of several, or none, who says that they signed first."""
    signed = [each.member for each in found.statement.members if each.member in found.signed]
    return min([each for each in signed if each in drew] or signed, key=lambda each: found.signed_at[each])


def _take_answer(
    each: Carried,
    asked: Mapping[bytes, Asked],
    roster: Roster,
    fits: Fits,
    refuse: Callable[[Carried, str], None],
) -> None:
    answer = each.paper.says
    assert isinstance(answer, Answer)
    found = asked.get(answer.statement)
    if found is None:
        return  # the text may come later, or belongs elsewhere; an answer alone says nothing
    signer = found.statement.signers.get(each.paper.key)
    if signer is None or not fits(each.paper):
        refuse(each, f"an answer about “{found.statement.title}” that nobody named in it has signed")
        return
    kept = found.declined if answer.says == "decline" else found.withdrawn
    before = kept.get(signer.member)
    if before is None or (answer.at, answer.text) < (before.at, before.text):
        kept[signer.member] = answer


def _objections(found: Asked, texts: Mapping[bytes, str], roster: Roster) -> Iterator[Objection]:
    """What is odd about a text that counts."""
    names = {each.member: name_in(roster, each) for each in found.statement.members}
    for member in names:
        if member in found.signed and member in found.declined:
            yield Objection(f"{names[member]} signed both yes and no", member)
    for member in found.late:
        yield Objection(f"{names[member]} signed with a device that was out of use by then", member)
    if why := not_true_now(found.statement, roster):
        yield Objection(why)
    if found.text is None and found.statement.digest in texts:
        yield Objection("the text that came is not one that can be shown as it stands, so nobody can sign it")
    if found.rivals > 1:
        yield Objection(f"{found.rivals} texts bear the same number")


def _beside(statement: ConsentStatement, roster: Roster) -> tuple[str, ...]:
    named = {each.member for each in statement.members}
    return tuple(each.id for each in roster.members if each.here and each.id not in named)


def documents_by_number(ordered: Iterable[Asked]) -> Mapping[tuple[str, int], set[str]]:
    """By kind and number the documents that bear it: with the newest of their texts, or with one that is agreed.

    A number that was given up by putting the same document forward again is free.
    """
    ordered = list(ordered)
    newest: dict[tuple[str, str], int] = {}
    for each in ordered:
        said = each.statement
        newest[said.document, said.kind] = max(said.revision, newest.get((said.document, said.kind), 0))
    found: dict[tuple[str, int], set[str]] = {}
    for each in ordered:
        said = each.statement
        if each.is_signed_by_all or said.revision == newest[said.document, said.kind]:
            found.setdefault((said.kind, said.number), set()).add(said.document)
    return found


def _rivals(found: Asked, ordered: Iterable[Asked], bearing: Mapping[tuple[str, int], set[str]]) -> int:
    """How many statements of its document bear its revision, or how many documents its number."""
    said = found.statement
    like = (said.document, said.kind, said.revision)
    same = sum((each.statement.document, each.statement.kind, each.statement.revision) == like for each in ordered)
    documents = bearing.get((said.kind, said.number), set())
    return max(same, len(documents) if said.document in documents else 1)
