"""`python -m fuzz.make_corpus`: write the corpus anew, a small file for everything that a reader tells apart.

Keys come from numbers and no clock is read, so the files are the same each time. Age files alone hold chance: they are
copies of the golden ones, and one for the identity of the targets, which is written once and then left alone.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.consent.golden_copies import copy_of, key, seed, statement_of
from tests.history.founded import AT, SPACE, Hand, Signed

from fuzz.targets import SEED
from peerlog.age import HybridIdentity, encrypt
from peerlog.consent.answer import write_answer
from peerlog.consent.copy_layout import SUMS, sums
from peerlog.consent.copy_zip import write_zip
from peerlog.consent.paper import sign_paper, write_paper
from peerlog.consent.receipt import Renderings
from peerlog.crypto.sshsig import public_line
from peerlog.exchange.bundle import Carried, Manifest, open_bundle, write_bundle
from peerlog.history.encoding import b64
from peerlog.history.statement import Does, Found, Leave, Retire, Smaller

CORPUS = Path(__file__).parent / "corpus"
GOLDEN = Path(__file__).parents[1] / "tests" / "age" / "golden"
ID = b64(bytes(range(32)))
KIM, SAM = Hand(1), Hand(2)
CHANGE: dict[str, object] = {
    "v": 1,
    "space": SPACE,
    "device": KIM.id,
    "seq": 7,
    "prev": ID,
    "entry": "0f" * 32,
    "kind": "goal",
    "at": AT,
    "sets": {"when": [ID, []], "title": [ID, [ID]], "tags/AAAAAAAAAAAAAAAAAAAAAA": [ID, []]},
}


def main() -> None:
    """Write every file of the corpus."""
    for folder, files in {
        "age_header": age_files(),
        "change": changes(),
        "statement": statements(),
        "bundle": bundles(),
        "consent": consents(),
        "paper": papers(),
        "signed_copy": signed_copies(),
        "signers": signers(),
    }.items():
        (CORPUS / folder).mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (CORPUS / folder / name).write_bytes(content)


def signed_copies() -> dict[str, bytes]:
    """A whole copy, and such as are wrong in one way each; their pages are small."""
    whole = copy_of(("Kim", "Sam"), Renderings(b"<p>Ask before advising.</p>", b"%PDF"))
    statement = whole["statement.json"]
    odd = {
        "no-statement": {**whole, "statement.json": b"{}"},
        "other-text": {**whole, "summary.md": b"Something else\n"},
        "one-more": {**whole, "ada.sig": whole["kim.sig"]},
        "of-version-2": {**whole, "statement.json": statement.replace(b'"v":1', b'"v":2')},
    }
    files = {f"{name}.zip": write_zip({**each, SUMS: sums(each)}, "copy") for name, each in odd.items()}
    return {**files, "whole.zip": write_zip(whole, "copy"), "empty.zip": write_zip({}, "copy")}


def signers() -> dict[str, bytes]:
    """Lines of each form that is told apart."""
    line = public_line(key("Kim"))
    return {
        "plain": f"{line} Kim\n".encode(),
        "allowed": f'# people\nkim,k {line}\n"sam" namespaces="git,consent@peerlog.v1" {line}\n'.encode(),
        "authority": f"*.org cert-authority {line}\n".encode(),
        "option": f'kim valid-before="20200101" {line}\n'.encode(),
    }


def age_files() -> dict[str, bytes]:
    """Golden files, and headers that are wrong in one way each."""
    files = {path.name: path.read_bytes() for path in GOLDEN.glob("*.age")}
    whole = files["x25519.age"]
    head, _, payload = whole.partition(b"\n---")
    for_targets = CORPUS / "age_header" / "opens.age"
    if for_targets.exists():
        files["opens.age"] = for_targets.read_bytes()
    else:
        files["opens.age"] = b"".join(encrypt([HybridIdentity(SEED).recipient], [b"Ask before advising."]))
    return {
        **files,
        "cut-short.age": whole[: len(whole) // 2],
        "no-recipient.age": b"age-encryption.org/v1\n---" + payload,
        "two-recipients.age": head + head.removeprefix(b"age-encryption.org/v1") + b"\n---" + payload,
        "unknown-recipient.age": b"age-encryption.org/v1\n-> joint a b\nAAAA\n---" + payload,
        "version-2.age": whole.replace(b"/v1", b"/v2", 1),
    }


def changes() -> dict[str, bytes]:
    """A change of every shape, and some that are refused."""
    shapes: dict[str, dict[str, object]] = {
        "sets": {},
        "creates": {"seq": 1, "prev": None, "nonce": b64(bytes(16))},
        "forgets": {"sets": None, "forget": True},
        "of-version-2": {"v": 2},
        "of-no-kind": {"kind": "Goal!"},
        "number-too-large": {"seq": 2**60},
    }
    files = {f"{name}.json": dumped(CHANGE, changed) for name, changed in shapes.items()}
    return {
        **files,
        "name-twice.json": files["sets.json"].replace(b'"seq"', b'"v"'),
        "deep.json": b"[" * 40 + b"]" * 40,
    }


def statements() -> dict[str, bytes]:
    """Everything that a statement can say."""
    every: dict[str, Signed] = {
        "found": KIM.founds(3, "Kim"),
        "seat": KIM.seats(2, SAM, "Zoë"),
        "device": KIM.adds(SAM, KIM.member),
        **{f"does-{type(does).__name__.lower()}": KIM.says(does) for does in other_acts()},
    }
    files = {f"{name}.json": text for name, (text, _) in every.items()}
    return {**files, "found-in-version-2.json": files["found.json"].replace(b'"v":1', b'"v":2')}


def other_acts() -> list[Does]:
    """What needs no proof by another key."""
    return [
        Found(2, KIM.person()),
        Retire(SAM.id, 41),
        Leave(KIM.member),
        Smaller(tuple(sorted((KIM.member, SAM.member)))),
    ]


def bundles() -> dict[str, bytes]:
    """The plaintext of updates: empty, with changes and a roster, and wrongly made."""
    one = Carried(changes()["sets.json"], bytes(64), {"title": (bytes(16), '"Chair a meeting well"')})
    other = Carried(changes()["forgets.json"], bytes(64), {})
    full = plain([one, other], [KIM.founds(3, "Kim")])
    return {
        "empty.ndjson": plain([], []),
        "two-changes.ndjson": full,
        "one-line-too-many.ndjson": full.rstrip(b" ") + b"{}\n",
        "no-signature.ndjson": full.partition(b"\n")[0],
        "of-version-2.ndjson": full.replace(b'"v":1', b'"v":2', 1),
    }


def consents() -> dict[str, bytes]:
    """Statements and answers of every shape, and some that are refused."""
    whole = statement_of(("Kim", "Sam")).text
    answer = write_answer(bytes(32), "decline", AT).text
    return {
        "statement.json": whole,
        "replaces.json": statement_of(("李梅", "Kim", "Zoë"), replaces=bytes(range(32))).text,
        "of-eight.json": statement_of(tuple("ABCDEFGH")).text,
        "of-version-2.json": whole.replace(b'"v":1', b'"v":2'),
        "key-of-low-order.json": whole.replace(b64(key("Kim")).encode(), b64(bytes(32)).encode()),
        "reordering.json": whole.replace(b"CPD", b"CPD\xe2\x80\xae"),
        "decline.json": answer,
        "withdraw.json": answer.replace(b"decline", b"withdraw"),
    }


def papers() -> dict[str, bytes]:
    """A signature of each sort, and some that are refused."""
    signed = sign_paper(statement_of(("Kim", "Sam")), seed("Kim"), key("Kim"), "0" * 64)
    whole = write_paper(signed).encode()
    answer = write_paper(sign_paper(write_answer(bytes(32), "withdraw", AT), seed("Sam"), key("Sam"))).encode()
    return {
        "statement.json": whole,
        "answer.json": answer,
        "not-good.json": whole.replace(b64(signed.signature).encode(), b64(bytes(64)).encode()),
        "one-for-the-other.json": whole.replace(b'"statement":', b'"answer":', 1),
        "no-key.json": whole.replace(b'"key":', b'"kea":'),
        "source-of-none.json": whole.replace(b"0" * 64, b"0" * 63),
    }


def plain(carried: list[Carried], roster: list[Signed]) -> bytes:
    """An update as it is before it is locked."""
    heads = {KIM.id: (7, bytes(range(32)))}
    manifest = Manifest(SPACE, KIM.id, 4, (KIM.id, SAM.id), AT, 0, b"", heads, tuple(roster))
    file = write_bundle(manifest, carried, lambda _: bytes(64), [HybridIdentity(SEED).recipient.public])
    opened = open_bundle(file, [SEED])
    assert opened is not None
    signed = json.dumps({"signature": b64(opened.signature)}, separators=(",", ":")).encode()
    return opened.text + b"\n" + signed + b"\n" + opened.body + b"   "


def dumped(said: dict[str, object], changed: dict[str, object]) -> bytes:
    """`said` with some members changed, and those left out that are None."""
    members = {name: value for name, value in {**said, **changed}.items() if value is not None}
    return json.dumps(members, ensure_ascii=False, separators=(",", ":")).encode()


if __name__ == "__main__":
    main()
