"""Each thing that a liar among the members may hand in as a signature: named, not counted, and kept as evidence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.consent.agreeing import agreeing, agreement_of, as_seen_by, put_forward
from tests.consent.papers_by_liars import everybody, hand_in, paper_by, statement_by
from tests.exchange.meeting import Peer, exchange
from tests.prebuilt import PASSPHRASE

from peerlog.consent.answer import write_answer
from peerlog.consent.paper import Paper, write_paper
from peerlog.consent.statement import Signer
from peerlog.crypto.device_keys import public_key
from peerlog.errors import Refused
from peerlog.exchange.keys import device_in_use
from peerlog.journal.agreeing.answering import decline, sign
from peerlog.journal.agreeing.texts_to_agree import objections_in, texts_to_agree
from peerlog.vault.changes import Changes

TEXT = "# Whatever Kim likes"


def key(peer: Peer) -> bytes:
    return device_in_use(peer.space).key


def by_kim(kim: Peer, document: str, **more: object) -> Paper:
    return paper_by(kim, statement_by(kim, document, TEXT, **more))


def with_kim(kim: Peer, **more: object) -> tuple[Signer, ...]:
    """Both of them, with something else said of Kim."""
    return (replace(everybody(kim)[0], **more), everybody(kim)[1])  # type: ignore[arg-type]


def a_key_called_sam(kim: Peer) -> tuple[Signer, ...]:
    """Kim, and Kim's other key under Sam's name and place."""
    other = replace(everybody(kim)[1], keys=(public_key(b"k" * 32),))
    return (everybody(kim)[0], other)


LIES: dict[str, tuple[Callable[[Peer, Peer, str], Paper | str], str]] = {
    # Kim is the liar, Sam the one who takes it in.
    "forged": (
        lambda kim, sam, on: paper_by(kim, statement_by(kim, on, TEXT), claimed=key(sam)),
        "A signature under “Agreement” in the name of Sam that is not good does not count. Kim sent it.",
    ),
    "by a key that it does not name": (
        lambda kim, sam, on: by_kim(kim, on, members=with_kim(kim, keys=(public_key(b"k" * 32),))),
        "A text to agree with a key that is called Kim's and is not known as theirs does not count. Kim sent it.",
    ),
    "a key called by another name": (
        lambda kim, sam, on: by_kim(kim, on, members=with_kim(kim, name="Kimberly")),
        "A text to agree that calls Kim Kimberly does not count. Kim sent it.",
    ),
    "a key called Sam": (
        lambda kim, sam, on: by_kim(kim, on, members=a_key_called_sam(kim)),
        "A text to agree with a key that is called Sam's and is not known as theirs does not count. Kim sent it.",
    ),
    "another circle's": (
        lambda kim, sam, on: by_kim(kim, on, space="ab" * 16),
        "A text to agree that belongs to other people does not count. Kim sent it.",
    ),
    "alone": (
        lambda kim, sam, on: by_kim(kim, on, members=everybody(kim)[:1]),
        "A text to agree that asks nobody but Kim does not count. Kim sent it.",
    ),
    "none at all": (
        lambda kim, sam, on: "signed, Sam",
        "Something in the place of a signature that is none: it is not JSON does not count. Kim sent it.",
    ),
    "of a later version": (
        lambda kim, sam, on: write_paper(by_kim(kim, on)).replace('\\"v\\":1', '\\"v\\":2'),
        "Something that was signed with a later version of peerlog does not count. Kim sent it.",
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_lie_is_named_and_not_counted_and_kept(crews: Path, name: str) -> None:
    lie, sentence = LIES[name]
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        entry = hand_in(kim, document, lie(kim, sam, document), TEXT)
        exchange(kim, sam)
        assert objections_in(sam.journal, sam.space.name) == [sentence]
        assert texts_to_agree(sam.journal) == []
        assert {register for _, register in Changes(sam.space).values_of(entry)} >= {"signed", "content"}


def refusal(peer: Peer, prefix: str = "") -> str:
    """Why the peer's program does not sign the newest text, sentence and hint."""
    text = next(each for each in texts_to_agree(peer.journal) if each.id.startswith(prefix))
    with pytest.raises(Refused) as caught:
        sign(peer.journal, text, PASSPHRASE)
    return f"{caught.value.message} {caught.value.hint}"


def test_a_statement_that_names_other_bytes(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        hand_in(kim, document, by_kim(kim, document), TEXT + ".")
        exchange(kim, sam)
        assert refusal(sam) == "The text itself has not come yet. Exchange once more."


def test_a_text_that_reads_otherwise_than_it_is(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document, text = agreement_of(kim), "# We meet \u202eyadnoM no"
        values = {"parent": document, "signed": write_paper(paper_by(kim, statement_by(kim, document, text)))}
        entry = kim.write("approval", **values, content="x")
        with kim.space.write():
            kim.space.run(
                'UPDATE entry SET fields = replace(fields, \'"content":"x"\', ?) WHERE id = ?',
                (f'"content":"{text}"', bytes.fromhex(entry)),
            )
        exchange(kim, sam)
        (found,) = texts_to_agree(sam.journal)
        assert not found.text
        assert not found.is_agreed


def test_a_version_that_is_not_the_newest(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        document = agreement_of(kim)
        old = put_forward(kim, document)
        exchange(kim, sam)
        kim.change(document, text="We meet at nine.")
        put_forward(kim, document)
        exchange(kim, sam)
        said = refusal(sam, old.id)
        assert said == "This version is void, because version 2 has taken its place. Look at the newer version."


def test_two_texts_under_one_number(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        one, other = agreement_of(kim), agreement_of(kim)
        hand_in(kim, one, by_kim(kim, one), TEXT)
        hand_in(kim, other, by_kim(kim, other), TEXT)
        exchange(kim, sam)
        assert [each.objections for each in texts_to_agree(sam.journal)] == [("2 texts bear the same number",)] * 2
        assert "There is another text under the same number" in refusal(sam)


def test_a_member_who_signs_both_yes_and_no(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        text = put_forward(kim, agreement_of(kim))
        no = write_answer(text.asked.statement.id, "decline", kim.now)
        hand_in(kim, text.document, paper_by(kim, no))
        exchange(kim, sam, ada)
        seen = as_seen_by(sam, text)
        assert seen.objections == ("Kim signed both yes and no",)
        assert (seen.state, refusal(sam)) == (
            "declined",
            "Kim said no to this version. Change the draft together, and put it forward again.",
        )


def test_a_yes_and_no_does_not_take_back_what_is_agreed(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam)
        sign(sam.journal, as_seen_by(sam, text), PASSPHRASE)
        hand_in(kim, text.document, paper_by(kim, write_answer(text.asked.statement.id, "decline", kim.now)))
        exchange(kim, sam)
        seen = as_seen_by(sam, text)
        assert (seen.state, seen.objections) == ("agreed", ("Kim signed both yes and no",))


def test_an_answer_in_anothers_name(crews: Path) -> None:
    with agreeing(crews) as (kim, sam):
        text = put_forward(kim, agreement_of(kim))
        no = write_answer(text.asked.statement.id, "decline", kim.now)
        hand_in(kim, text.document, paper_by(kim, no, claimed=key(sam)))
        exchange(kim, sam)
        assert as_seen_by(sam, text).state == "open"
        assert objections_in(sam.journal, sam.space.name) == [
            "An answer about “Agreement between Kim and Sam” that nobody named in it has signed does not count."
            " Kim sent it."
        ]


def test_a_statement_that_leaves_somebody_out(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        document = agreement_of(kim)
        hand_in(kim, document, by_kim(kim, document, members=everybody(kim)[:2]), TEXT)
        exchange(kim, sam, ada)
        assert refusal(sam) == "This version is void, because it leaves out Ada. Put it forward again."
        assert refusal(ada) == "This text does not ask for your signature. It asks Kim and Sam."


def test_another_source_beside_anothers_signature_hides_no_edit(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        text = put_forward(kim, agreement_of(kim))
        exchange(kim, sam, ada)
        sam.change(text.document, text="We meet when Sam likes.")
        paper = as_seen_by(sam, text).asked.signed[as_seen_by(sam, text).asked.proposer]
        edited = put_forward(sam, text.document).asked.drawn_from[0]
        forged = replace(paper, drawn_from=edited)
        hand_in(sam, text.document, forged, text.text)
        exchange(kim, sam, ada)
        assert as_seen_by(ada, text).state == "void"
        assert as_seen_by(ada, text).asked.drawn_from == as_seen_by(kim, text).asked.drawn_from == (paper.drawn_from,)


def test_who_has_signed_meanwhile_does_not_say_no_as_well(crews: Path) -> None:
    with agreeing(crews, 3) as (kim, sam, ada):
        put_forward(kim, agreement_of(kim))
        exchange(kim, sam, ada)
        (shown,) = texts_to_agree(sam.journal)
        sign(sam.journal, shown, PASSPHRASE)
        with pytest.raises(Refused, match="You have signed this version"):
            decline(sam.journal, shown)
