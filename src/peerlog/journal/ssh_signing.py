"""A signature by somebody's own SSH key, made by `ssh-keygen`: the private key is never read here."""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64decode
from binascii import Error as NoBase64
from pathlib import Path

from ..errors import Refused

_ARMOR = ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----")


def public_of(path: Path) -> bytes:
    """The public half (32 bytes) of the Ed25519 key at `path`, from the file beside it that ends in `.pub`.

    Raises `Refused` for a key of another type, and where there is none.
    """
    beside = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")
    try:
        said = beside.read_text("utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"There is no {beside.name} to read.", "Name your SSH key, such as ~/.ssh/id_ed25519.") from error
    if len(said) < 2 or said[0] != "ssh-ed25519":
        raise Refused("Only SSH keys of the type Ed25519 can sign here.", "Leave it out: a key is made for this alone.")
    return _key_in(_decoded(said[1]))


def sign_with_ssh(path: Path, key: bytes, text: bytes) -> bytes:
    """The 64 bytes of the signature over `text`. `ssh-keygen` asks for the key's own passphrase where it has one."""
    from ..crypto import sshsig

    program = shutil.which("ssh-keygen")
    if program is None:
        raise Refused("ssh-keygen is not installed here.", "Leave the SSH key out: a key is made for this alone.")
    private = path.with_suffix("") if path.suffix == ".pub" else path
    made = subprocess.run(
        [program, "-Y", "sign", "-q", "-f", str(private), "-n", sshsig.CONSENT],
        input=text,
        stdout=subprocess.PIPE,
        check=False,
    )
    if made.returncode:
        raise Refused("ssh-keygen did not sign with this key.", "What it says stands above.")
    signature = _signature_in(made.stdout.decode("ascii", "replace"))
    if not sshsig.verify(key, sshsig.CONSENT, text, signature):
        raise Refused("ssh-keygen has signed with another key than the one in the file beside it.")
    return signature


def _signature_in(armored: str) -> bytes:
    """The 64 bytes at the end of an armored SSHSIG by an Ed25519 key (PROTOCOL.sshsig)."""
    body = armored.partition(_ARMOR[0])[2].partition(_ARMOR[1])[0]
    return _decoded("".join(body.split()))[-64:]


def _decoded(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except (NoBase64, ValueError) as error:
        raise Refused("That is no SSH key, or no signature by one.") from error


def _key_in(blob: bytes) -> bytes:
    if len(blob) != 51 or blob[:19] != b"\0\0\0\x0bssh-ed25519\0\0\0 ":
        raise Refused("That is no SSH key of the type Ed25519.")
    return blob[-32:]
