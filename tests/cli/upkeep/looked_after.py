"""What a journal that is looked after holds, and how one is spoilt."""

from __future__ import annotations

from tests.cli.conftest import Program

NEW = "copper violin meadow drizzle"


def headlines(cli: Program, **environment: str) -> list[str]:
    result = cli.run("list", **environment)
    assert result.exit_code == 0, result.stderr
    return [line.split("  ")[-1] for line in result.stdout.splitlines()]


def spoil(cli: Program, *names: str) -> None:
    for name in names:
        path = cli.home.vault / name
        path.write_bytes(path.read_bytes()[:-20])
