"""Other implementations open what is written here, and the other way round.

With Debian's `age`, with `pyrage` (Rust) and with `age-encryption` (JavaScript), each fetched where it is not
installed, and skipped, with the reason, where it cannot be had.
"""

from __future__ import annotations

import hashlib
import importlib
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.fetching import NotFetched, Run, fetched, needed
from tests.programs import MUST_BE_HERE, program

from peerlog.age import (
    HybridIdentity,
    ScryptIdentity,
    ScryptRecipient,
    X25519Identity,
    armored,
    decrypt,
    encrypt,
    parse_identity,
    read_header,
    recipient_kinds,
)

PLAINTEXTS = [b"", b"Ask before advising.\n", bytes(range(256)) * 256, bytes(range(251)) * 800]
PASSPHRASE = "correct horse battery staple"
NPM_FOLDER = Path(__file__).parent / "npm"
ROOT = Path(__file__).parents[2]

each_plaintext = pytest.mark.parametrize("plaintext", PLAINTEXTS, ids=lambda plaintext: f"{len(plaintext)} bytes")
as_text = pytest.mark.parametrize("text", [False, True], ids=["binary", "armored"])
# Starting node takes half a second.
each_size_in_either_form = pytest.mark.parametrize(
    ("plaintext", "text"),
    [(PLAINTEXTS[0], False), (PLAINTEXTS[2], True), (PLAINTEXTS[3], False)],
    ids=["empty, binary", "one full chunk, armored", "several chunks, binary"],
)


def written(recipient: Any, plaintext: bytes, text: bool = False) -> bytes:
    file = encrypt([recipient], [plaintext])
    return b"".join(armored(file) if text else file)


def run(command: list[str], stdin: bytes = b"") -> bytes:
    done = subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout


@pytest.fixture(scope="session")
def oracles(request: pytest.FixtureRequest) -> Path:
    """The folder that others' programs are fetched into, once for all runs."""
    assert request.config.cache is not None
    return request.config.cache.mkdir("oracles")


# age, the Go program


@pytest.fixture(scope="session")
def age_folder(oracles: Path) -> Path | None:
    """Where Debian's package was unpacked; None where its programs are installed."""
    if MUST_BE_HERE or (shutil.which("age") and shutil.which("age-keygen")):
        return None

    def fetch(folder: Path, run: Run) -> None:
        unpack, apt = needed("dpkg-deb"), needed("apt-get")
        run([apt, "download", "age"], folder)
        for package in folder.glob("age_*.deb"):
            run([unpack, "-x", str(package), str(folder)], folder)

    return fetched(oracles, "age", "debian", fetch) / "usr" / "bin"


@pytest.fixture
def age_program(age_folder: Path | None) -> str:
    return str(age_folder / "age") if age_folder else program("age")


@pytest.fixture
def age_keygen(age_folder: Path | None) -> str:
    return str(age_folder / "age-keygen") if age_folder else program("age-keygen")


@pytest.fixture
def classic(tmp_path: Path) -> tuple[X25519Identity, str]:
    """An identity, and the path of a file that age reads it from."""
    identity = X25519Identity.generate()
    path = tmp_path / "identity.txt"
    path.write_text(identity.secret_text() + "\n", encoding="ascii")
    return identity, str(path)


@each_plaintext
@as_text
def test_age_opens_ours(age_program: str, classic: tuple[X25519Identity, str], plaintext: bytes, text: bool) -> None:
    identity, path = classic
    assert run([age_program, "-d", "-i", path], written(identity.recipient, plaintext, text)) == plaintext


@each_plaintext
@as_text
def test_we_open_age_s(age_program: str, classic: tuple[X25519Identity, str], plaintext: bytes, text: bool) -> None:
    identity, _ = classic
    others = [X25519Identity.generate().recipient for _ in range(2)]
    named = [option for recipient in (*others, identity.recipient) for option in ("-r", str(recipient))]
    file = run([age_program, *named, *(["-a"] if text else [])], plaintext)
    assert decrypt([identity], file) == plaintext


def test_age_keygen_and_we_know_each_other_s_keys(age_keygen: str, classic: tuple[X25519Identity, str]) -> None:
    identity, path = classic
    assert run([age_keygen, "-y", path]).decode().strip() == str(identity.recipient)
    made = [line for line in run([age_keygen]).decode().splitlines() if line]
    public = next(line for line in made if line.startswith("# public key: ")).removeprefix("# public key: ")
    assert str(parse_identity(made[-1]).recipient) == public


def answered(command: list[str], questions: int) -> None:
    """Run a program that asks for the passphrase on a terminal."""
    pexpect = pytest.importorskip("pexpect")
    if not hasattr(pexpect, "spawn"):
        pytest.skip("no pseudo-terminals here")
    with pexpect.spawn(command[0], command[1:], timeout=60) as child:
        for _ in range(questions):
            child.expect("passphrase.*: ")
            child.sendline(PASSPHRASE)
        child.expect(pexpect.EOF)
    assert child.exitstatus == 0


def test_age_opens_our_passphrase_file(age_program: str, tmp_path: Path) -> None:
    (tmp_path / "ours.age").write_bytes(written(ScryptRecipient(PASSPHRASE, 10), PLAINTEXTS[-1]))
    answered([age_program, "-d", "-o", str(tmp_path / "plain"), str(tmp_path / "ours.age")], 1)
    assert (tmp_path / "plain").read_bytes() == PLAINTEXTS[-1]


def test_we_open_age_s_passphrase_file(age_program: str, tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(PLAINTEXTS[-1])
    answered([age_program, "-p", "-o", str(tmp_path / "theirs.age"), str(tmp_path / "plain")], 2)
    assert decrypt([ScryptIdentity(PASSPHRASE)], (tmp_path / "theirs.age").read_bytes()) == PLAINTEXTS[-1]


# pyrage, the Rust library


@pytest.fixture(scope="session")
def pyrage(oracles: Path) -> Iterator[Any]:
    """The library, in the version and with the hashes of requirements/oracles.txt."""
    lock = ROOT / "requirements" / "oracles.txt"

    def fetch(folder: Path, run: Run) -> None:
        options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--retries=0", "--timeout=10"]
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        run([*pip, "install", "-q", *options, "--target", str(folder), "-r", str(lock)], folder)

    tag = f"{sys.implementation.cache_tag}-{platform.machine()}"
    folder = fetched(oracles, "pyrage", f"{_digest(lock)}-{tag}", fetch)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield importlib.import_module("pyrage")


@each_plaintext
@as_text
def test_pyrage_opens_ours(pyrage: Any, plaintext: bytes, text: bool) -> None:
    identity = X25519Identity.generate()
    theirs = pyrage.x25519.Identity.from_str(identity.secret_text())
    assert str(theirs.to_public()) == str(identity.recipient)
    assert pyrage.decrypt(written(identity.recipient, plaintext, text), [theirs]) == plaintext


@each_plaintext
@as_text
def test_we_open_pyrage_s(pyrage: Any, plaintext: bytes, text: bool) -> None:
    theirs = pyrage.x25519.Identity.generate()
    file = pyrage.encrypt(plaintext, [theirs.to_public()], armored=text)
    assert decrypt([parse_identity(str(theirs))], file) == plaintext


# age-encryption, the JavaScript package, in the version and with the hashes of npm/package-lock.json


@pytest.fixture(scope="session")
def javascript(oracles: Path) -> Callable[..., bytes]:
    """Runs one step of npm/age.mjs."""

    def fetch(folder: Path, run: Run) -> None:
        npm, node = needed("npm"), needed("node")
        found = run([node, "--version"], folder).stdout.strip()
        if int(found.lstrip("v").split(".")[0]) < 20:
            raise NotFetched(f"age-encryption needs node 20, and this is node {found}")
        shutil.copytree(NPM_FOLDER, folder, dirs_exist_ok=True)
        options = ["--ignore-scripts", "--fetch-retries=0", "--fetch-timeout=10000", "--no-audit", "--no-fund"]
        run([npm, "ci", *options], folder)

    installed = fetched(oracles, "age-encryption", _digest(*sorted(NPM_FOLDER.iterdir())), fetch)
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    return lambda *arguments, stdin=b"": run([node, str(installed / "age.mjs"), *arguments], stdin)


def _digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


@each_size_in_either_form
def test_javascript_opens_ours(javascript: Callable[..., bytes], plaintext: bytes, text: bool) -> None:
    identity = HybridIdentity.generate()
    file = written(identity.recipient, plaintext, text)
    assert javascript("decrypt", identity.secret_text(), stdin=file) == plaintext


@each_size_in_either_form
def test_we_open_javascript_s(javascript: Callable[..., bytes], plaintext: bytes, text: bool) -> None:
    identities = [HybridIdentity.generate() for _ in range(3)]
    recipients = [str(identity.recipient) for identity in identities]
    file = javascript("armor" if text else "encrypt", *recipients, stdin=plaintext)
    for identity in identities:
        assert decrypt([identity], file) == plaintext
    assert recipient_kinds(read_header(file)) == {"mlkem768x25519"}


def test_javascript_and_we_know_each_other_s_keys(javascript: Callable[..., bytes]) -> None:
    ours = HybridIdentity.generate()
    assert javascript("recipient", ours.secret_text()).decode() == str(ours.recipient)
    theirs = javascript("generate").decode()
    identity = parse_identity(theirs)
    assert isinstance(identity, HybridIdentity)
    assert identity.secret_text() == theirs
    assert javascript("recipient", theirs).decode() == str(identity.recipient)


def test_javascript_opens_our_classic_file(javascript: Callable[..., bytes]) -> None:
    identity = X25519Identity.generate()
    file = written(identity.recipient, PLAINTEXTS[1])
    assert javascript("decrypt", identity.secret_text(), stdin=file) == PLAINTEXTS[1]
