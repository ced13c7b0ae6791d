"""jrnl 4.6 in an environment of its own, on an encrypted journal of the same text."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from bench import corpus, timing
from bench.timing import Taken

VERSION = "4.6"
_PASSWORD = "velvet harbor lantern mosaic dune quilt"

# jrnl asks the keyring for its password; this one answers from the environment, so that no typing is timed.
_KEYRING = """
import os
from keyring.backend import KeyringBackend
class Bench(KeyringBackend):
    priority = 9
    def get_password(self, service, username): return os.environ["BENCH_PASSWORD"]
    def set_password(self, service, username, password): pass
    def delete_password(self, service, username): pass
"""
_ENCRYPT = """
import os, sys
from jrnl.encryption.Jrnlv3Encryption import Jrnlv3Encryption
cipher = Jrnlv3Encryption("default", {})
cipher.password = os.environ["BENCH_PASSWORD"]
open(sys.argv[2], "wb").write(cipher.encrypt(open(sys.argv[1], encoding="utf-8").read()))
"""
_CONFIG = """
version: v{version}
journals:
  default:
    journal: {journal}
    encrypt: true
editor: ''
encrypt: true
template: false
default_hour: 9
default_minute: 0
timeformat: '%F %H:%M'
tagsymbols: '@'
highlight: false
linewrap: 79
indent_character: '|'
colors:
  body: none
  date: none
  tags: none
  title: none
"""


@dataclass(frozen=True, slots=True)
class Theirs:
    """An encrypted jrnl journal made for measuring."""

    environment: Path
    folder: Path

    @property
    def environ(self) -> dict[str, str]:
        return {
            **os.environ,
            "BENCH_PASSWORD": _PASSWORD,
            "PYTHON_KEYRING_BACKEND": "bench_keyring.Bench",
            "PYTHONPATH": str(self.environment),
            "XDG_CONFIG_HOME": str(self.folder),
        }

    def command(self, *arguments: str) -> Taken:
        program = self.environment / "bin" / "jrnl"
        return timing.run([str(program), "--config-file", str(self.folder / "jrnl.yaml"), *arguments], self.environ)


def install(folder: Path) -> Path:
    """jrnl's environment; installed when it is not there yet."""
    environment = folder / f"jrnl-{VERSION}"
    if not (environment / "bin" / "jrnl").exists():
        subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
        pip = [str(environment / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        subprocess.run([*pip, f"jrnl=={VERSION}"], check=True, stderr=subprocess.DEVNULL)
    (environment / "bench_keyring.py").write_text(_KEYRING)
    return environment


def build(environment: Path, folder: Path, count: int) -> Theirs:
    """The journal of `count` entries in `folder`, made when it is not there yet."""
    theirs = Theirs(environment, folder)
    encrypted = folder / "journal.jrnl"
    if not encrypted.exists():
        plain = folder / "journal.txt"
        with plain.open("w", encoding="utf-8") as file:
            for each in corpus.journal(count):
                file.write(f"[{each.when:%Y-%m-%d %H:%M}] {each.title}. @{each.tag}\n{each.text}\n\n")
        (folder / "jrnl.yaml").write_text(_CONFIG.format(version=VERSION, journal=encrypted))
        python = str(environment / "bin" / "python")
        subprocess.run([python, "-c", _ENCRYPT, str(plain), str(encrypted)], check=True, env=theirs.environ)
        plain.unlink()
    return theirs
