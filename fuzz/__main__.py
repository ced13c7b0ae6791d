"""`python -m fuzz TARGET SECONDS`: atheris on one target, beginning with its corpus and with what was found before.

Finds stay in `fuzz/found/TARGET`, input that broke something in `fuzz/found/TARGET-…`; neither is in the repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(
    include=["peerlog.age", "peerlog.history", "peerlog.exchange", "peerlog.consent", "json"]
):
    from fuzz.targets import TARGETS

HERE = Path(__file__).parent
OPTIONS = ("-max_len=20000", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1")


def main() -> None:
    """Fuzz until the time is over; exit status 0 when nothing was found."""
    if len(sys.argv) != 3 or sys.argv[1] not in TARGETS or not sys.argv[2].isdigit():
        sys.exit(f"Usage: make fuzz TARGET={'|'.join(TARGETS)} SECONDS=300")
    name, seconds = sys.argv[1:]
    found = HERE / "found" / name
    found.mkdir(parents=True, exist_ok=True)
    prefix = f"-artifact_prefix={found}-"
    corpus = HERE / "corpus" / name
    arguments = [
        sys.argv[0],
        *OPTIONS,
        f"-dict={HERE / 'words.dict'}",
        f"-max_total_time={seconds}",
        prefix,
        str(found),
        str(corpus),
    ]
    atheris.Setup(arguments, TARGETS[name])
    atheris.Fuzz()


main()
