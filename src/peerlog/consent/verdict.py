"""What the papers of a space add up to: which texts are agreed, who has signed, and what counts for nothing.

A function of the set of papers, the texts and the roster alone: neither the order in which they came nor any clock
decides. A text is agreed once a good signature of each member whom its statement names is there. That never goes away:
later edits, answers, devices, retirements and forks are shown and take nothing back, so that a journal says of a text
what whoever holds the signed copy can check without one. What somebody signed cannot be unsigned by signing something
else, else a liar could let two honest members see two different things.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from ..domain.text import clean_text
from ..history.roster import Roster
from .answer import Answer
from .paper import Paper
from .statement import ConsentStatement, Signer, content_of

Fits = Callable[[Paper], bool]


@dataclass(frozen=True)
class Objection:
    """A paper, or a text, that does not count: `why` in one sentence without its end, and who sent it (a member id)."""

    why: str
    sender: str = ""


@dataclass(frozen=True)
class Carried:
    """A paper as it came: in an entry by `sender`, a member id (empty when nobody knows), who says it was `at`."""

    paper: Paper
    sender: str = ""
    at: str = ""


@dataclass
class Asked:
    """One statement and what has been said about it, each by the id of the member.

    `text` is None while no text here has its digest. `signed_at` and the stamps of answers are claims. `beside` are
    members who are not named in it.
    """

    statement: ConsentStatement
    text: str | None
    signed: dict[str, Paper] = field(default_factory=dict)
    signed_at: dict[str, str] = field(default_factory=dict)
    declined: dict[str, Answer] = field(default_factory=dict)
    withdrawn: dict[str, Answer] = field(default_factory=dict)
    beside: tuple[str, ...] = ()
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

    @property
    def drawn_from(self) -> str:
        """What state of the draft its proposer signed, see `Paper`."""
        paper = self.signed.get(self.proposer)
        return paper.drawn_from if paper else ""


@dataclass(frozen=True)
class Verdict:
    """`asked` are the texts that count, in the order of document, revision and statement id."""

    asked: tuple[Asked, ...]
    objections: tuple[Objection, ...]


def judge(roster: Roster, papers: Iterable[Carried], texts: Iterable[str], fits: Fits = Paper.fits) -> Verdict:
    """What these papers add up to in the space of this roster."""
    carried = sorted(papers, key=lambda each: (each.paper.says.text, each.paper.key, each.paper.signature))
    by_digest = {sha256(content_of(text)).digest(): text for text in texts if clean_text(text).rstrip() == text}
    asked: dict[bytes, Asked] = {}
    refused: dict[tuple[str, str], Objection] = {}

    def refuse(each: Carried, why: str) -> None:
        refused[why, each.sender] = Objection(why, each.sender)

    for each in carried:
        paper = each.paper
        if not isinstance(paper.says, ConsentStatement):
            continue
        statement = paper.says
        why = _objection(statement, roster) or _not_signed(statement, paper, roster, fits)
        if why:
            refuse(each, why)
            continue
        found = asked.get(statement.id)
        if found is None:
            found = asked[statement.id] = Asked(
                statement, by_digest.get(statement.digest), beside=_beside(statement, roster)
            )
        member = statement.signers[paper.key].member
        if member not in found.signed or (each.at, not paper.drawn_from) < (found.signed_at[member], True):
            found.signed[member], found.signed_at[member] = paper, each.at
    for each in carried:
        if isinstance(each.paper.says, Answer):
            _take_answer(each, asked, roster, fits, refuse)
    for found in asked.values():
        found.proposer = _proposer(found)
        found.objections += _contradictions(found, roster)
    ordered = sorted(asked.values(), key=lambda one: (one.statement.document, one.statement.revision, one.statement.id))
    for one, rivals in _rivals(ordered).items():
        asked[one].objections.append(Objection(f"{rivals} texts bear the same number"))
    return Verdict(tuple(ordered), tuple(refused.values()))


def _objection(statement: ConsentStatement, roster: Roster) -> str:
    """Why a statement does not count here; empty for one that does."""
    if statement.space != roster.space:
        return "a text to agree that belongs to other people"
    for signer in statement.members:
        member = roster.member(signer.member)
        if member is None:
            return f"a text to agree that names somebody as {signer.name} who is not here"
        if signer.name not in (member.name, roster.names[member.id]):
            return f"a text to agree that calls {roster.names[member.id]} {signer.name}"
        if not {*signer.keys} <= {device.key for device in member.devices}:
            return f"a text to agree with a key that is called {signer.name}'s and is not known as theirs"
    return ""


def _not_signed(statement: ConsentStatement, paper: Paper, roster: Roster, fits: Fits) -> str:
    signer = statement.signers.get(paper.key)
    if signer is None:
        return f"a signature under “{statement.title}” by a key that it does not name"
    if not fits(paper):
        return f"a signature under “{statement.title}” in the name of {roster.names[signer.member]} that is not good"
    return ""


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


def _proposer(found: Asked) -> str:
    """Whoever's signature says from which draft it comes; the first of the members where several do, or none."""
    signed = [each.member for each in found.statement.members if each.member in found.signed]
    return next((each for each in signed if found.signed[each].drawn_from), signed[0])


def _contradictions(found: Asked, roster: Roster) -> list[Objection]:
    both = [each for each in found.statement.members if each.member in found.signed and each.member in found.declined]
    return [Objection(f"{roster.names[each.member]} signed both yes and no", each.member) for each in both]


def _beside(statement: ConsentStatement, roster: Roster) -> tuple[str, ...]:
    named = {each.member for each in statement.members}
    return tuple(each.id for each in roster.members if each.here and each.id not in named)


def _rivals(ordered: Iterable[Asked]) -> dict[bytes, int]:
    """The statements of one document that bear one revision, or of one kind that bear one number, and how many do."""
    by_revision: dict[tuple[object, ...], set[bytes]] = {}
    documents: dict[tuple[str, int], set[str]] = {}
    for each in ordered:
        said = each.statement
        by_revision.setdefault((said.document, said.kind, said.revision), set()).add(said.id)
        documents.setdefault((said.kind, said.number), set()).add(said.document)
    found: dict[bytes, int] = {}
    for each in ordered:
        said = each.statement
        same = max(len(by_revision[said.document, said.kind, said.revision]), len(documents[said.kind, said.number]))
        if same > 1:
            found[said.id] = same
    return found
