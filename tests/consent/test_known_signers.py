"""Files that say whose keys are known, and what comes of them."""

from __future__ import annotations

import pytest
from tests.consent.golden_copies import FOLDER, kept, key

from peerlog.consent.checking import check_files, with_known
from peerlog.consent.known_signers import BadSigners, read_signers
from peerlog.crypto import sshsig

KIM, SAM, ADA = (sshsig.public_line(key(name)) for name in ("Kim", "Sam", "Ada"))
CHECKED = check_files(kept("two"))


def verdict(*lines: str) -> dict[str, str]:
    found = with_known(CHECKED, read_signers("\n".join(lines).encode()))
    return {each.name: each.known for each in found.signatures}


def test_plain_keys_and_allowed_signers_are_read() -> None:
    both = {"Kim": "yes", "Sam": "yes"}
    assert verdict(f"{KIM} Kim Tan", f"{SAM} sam") == both
    assert verdict(f"kim {KIM}", f'sam namespaces="consent@peerlog.v1" {SAM}') == both
    assert (
        verdict("# people", "", f"kim,kim@example.org {KIM} work", f'sam namespaces="git,consent@peerlog.v1" {SAM}')
        == both
    )
    assert verdict(f'"kim" {KIM}', f"\tsam   {SAM}  ") == both
    assert verdict(KIM, SAM) == both
    assert verdict(f"kim {ADA}", f"kim {KIM}", f"sam {SAM}") == both


def test_the_file_of_a_copy_itself_is_one() -> None:
    known = read_signers((FOLDER / "two" / "allowed_signers").read_bytes())
    assert with_known(CHECKED, known).is_established


def test_who_is_not_known() -> None:
    assert verdict(f"kim {KIM}") == {"Kim": "yes", "Sam": "no"}
    assert verdict(f"ada {ADA}") == {"Kim": "no", "Sam": "no"}
    found = with_known(CHECKED, read_signers(f"kim {KIM}".encode()))
    assert (found.is_established, found.is_forged) == (False, False)
    assert "Your file knows neither this key nor Sam." in " ".join(found.sentences)


def test_a_line_for_other_signatures_says_nothing_of_these() -> None:
    assert verdict(f"kim {KIM}", f'sam namespaces="git" {SAM}') == {"Kim": "yes", "Sam": "no"}
    assert verdict(f"kim {KIM}", f"*.org cert-authority {SAM}") == {"Kim": "yes", "Sam": "no"}


def test_another_key_for_one_of_them() -> None:
    found = with_known(CHECKED, read_signers(f"Kim {KIM}\nSAM {ADA}".encode()))
    assert [each.known for each in found.signatures] == ["yes", "differs"]
    assert found.is_forged
    assert "Your file has another key for Sam" in " ".join(found.sentences)


def test_a_key_that_is_somebody_elses_here() -> None:
    found = with_known(CHECKED, read_signers(f"kim {SAM}".encode()))
    assert [each.known for each in found.signatures] == ["differs", "differs"]
    assert "Your file knows it as kim, who is somebody else here" in " ".join(found.sentences)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no Ed25519 key"),
        (b"# nothing\n", "no Ed25519 key"),
        (b"ssh-rsa AAAAB3NzaC1yc2E Kim\n", "no Ed25519 key"),
        (b"\xff\xfe", "not text in UTF-8"),
        (b"ssh-ed25519 AAAA Kim", "line 1 .* has a key that is none"),
        (b"ssh-ed25519", "line 1 .* has a key that is none"),
        (b"kim", "line 1 .* neither a key nor a signer"),
        (f"{KIM}\nkim valid-before=20200101 {KIM}".encode(), "line 2 .* option valid-before, which is not understood"),
        (b"kim nothing here", "line 1 .* has no key"),
        (b"x" * 20_000, "line 1 is far too long"),
        (b"x\n" * 600_000, "far too large"),
    ],
)
def test_what_says_nothing(content: bytes, says: str) -> None:
    with pytest.raises(BadSigners, match=says):
        read_signers(content)


def test_a_known_key_under_another_name_is_not_taken_for_the_members() -> None:
    found = with_known(CHECKED, read_signers(f"kim {KIM}\nmallory@example.org {SAM}".encode()))
    assert [each.known for each in found.signatures] == ["yes", "other name"]
    assert (found.is_established, found.is_forged) == (False, False)
    assert "knows it as mallory@example.org. Whether that is Sam, only you can say" in " ".join(found.sentences)
    for name in ("!sam,*", "*", "ada@sam.org", '"somebody"'):
        assert verdict(f"kim {KIM}", f"{name} {SAM}")["Sam"] == "other name", name
    for name in ("sam@example.org", "sam.lee@example.org", "sam_lee", "x,SAM"):
        assert verdict(f"kim {KIM}", f"{name} {SAM}")["Sam"] == "yes", name
    assert verdict(KIM, f"{SAM} root@laptop")["Sam"] == "other name"


def test_namespaces_are_patterns_as_ssh_keygen_reads_them() -> None:
    for wanted, says in (("*@peerlog.v?", "yes"), ("*,!consent@peerlog.v1", "no"), ("consent@peerlogXv1", "no")):
        assert verdict(f"kim {KIM}", f'sam namespaces="{wanted}" {SAM}')["Sam"] == says, wanted


def test_only_a_newline_ends_a_line() -> None:
    for odd in ("\u2028", "\x0c", "\x85"):
        assert verdict(f"{KIM} kim{odd}sam {SAM}")["Sam"] == "no"
    assert verdict(f"kim {KIM}\r", f"sam {SAM}\r") == {"Kim": "yes", "Sam": "yes"}
