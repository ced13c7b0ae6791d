"""Which statements of an update are worth keeping."""

from __future__ import annotations

from ..errors import NewerFormat
from ..history.roster_fold import keys_in
from ..history.statement import BadStatement, NewerStatement, read_statement
from ..vault.space import Space
from ..vault.statements import Signed, all_statements
from .bundle import Opened
from .checking import wrong
from .membership import fits


def worth_keeping(space: Space, opened: Opened) -> list[Signed]:
    """Those of the statements in an update that are signed by whom they name, as far as is known who that is.

    One that is not would stand in the way of the true one, which has the same text. Raises `Refused`, or
    `NewerFormat`, for what is no statement: nobody passes that on who could read it.
    """
    given = opened.manifest.roster
    try:
        read = {text: read_statement(text) for text, _ in [*all_statements(space), *given]}
    except NewerStatement as error:
        raise NewerFormat(
            "This update says who is among you in a way that a newer peerlog understands.",
            "Install a newer peerlog, then take it in again.",
        ) from error
    except BadStatement as error:
        raise wrong(opened, "This update says in a way that cannot be read who is among you.") from error
    keys = keys_in(read.values())
    return [
        (text, signature)
        for text, signature in given
        if read[text].space == space.id and fits(keys.get(read[text].device, b""), text, signature)
    ]
