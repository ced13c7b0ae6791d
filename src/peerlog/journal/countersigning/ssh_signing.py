"""A signature by somebody's own SSH key, made by `ssh-keygen`: the private key is never read here."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from ...errors import Refused

_WITHOUT = "Leave --ssh-key out: a key is made for this alone."
_LARGEST = 16 * 1024


def public_of(path: Path) -> bytes:
    """The public half (32 bytes) of the Ed25519 key at `path`, from the file beside it that ends in `.pub`.

    Raises `Refused` for a key of another type, and where there is none.
    """
    from ...crypto.sshsig import UnfitKey, key_of_blob, require_key
    from ...importing.files import open_plain

    beside = path if path.suffix == ".pub" else path.with_name(f"{path.name}.pub")
    try:
        with open_plain(beside) as file:
            said = file.read(_LARGEST).decode("utf-8").split()
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"There is no {beside.name} to read.", "Name your SSH key, such as ~/.ssh/id_ed25519.") from error
    if len(said) < 2 or said[0] != "ssh-ed25519":
        raise Refused("Only SSH keys of the type Ed25519 can sign here.", _WITHOUT)
    try:
        return require_key(key_of_blob(said[1]))
    except (UnfitKey, ValueError) as error:
        raise Refused(f"What stands in {beside.name} is no SSH key.", _WITHOUT) from error


def sign_with_ssh(path: Path, key: bytes, text: bytes) -> bytes:
    """The 64 bytes of the signature over `text`. `ssh-keygen` asks for the key's own passphrase where it has one."""
    from ...crypto import sshsig

    program = shutil.which("ssh-keygen")
    if program is None:
        raise Refused("ssh-keygen is not installed here.", _WITHOUT)
    made = subprocess.run(
        [program, "-Y", "sign", "-q", "-f", str(path), "-n", sshsig.CONSENT],
        input=text,
        stdout=subprocess.PIPE,
        check=False,
    )
    if made.returncode:
        raise Refused("ssh-keygen did not sign with this key.", "What it says stands above.")
    try:
        signer, signature = sshsig.read_armored(made.stdout.decode("ascii"), sshsig.CONSENT)
    except ValueError as error:
        raise Refused("ssh-keygen wrote a signature that cannot be read here.", _WITHOUT) from error
    if signer != key or not sshsig.verify(key, sshsig.CONSENT, text, signature):
        raise Refused(f"ssh-keygen has signed with another key than the one in {path.name}.pub.", _WITHOUT)
    return signature
