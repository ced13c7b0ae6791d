"""What is kept of meetings for the first time between their files, in the space that they are about."""

from __future__ import annotations

from .space import Space

INVITING, JOINING = "inviting", "joining"
DEVICE_INVITING, DEVICE_JOINING = "device inviting", "device joining"
"""Between two devices of one person, until the words are compared."""
DEVICE_COMPARED, DEVICE_DIFFERS = "device compared", "device differs"


def keep_handshake(space: Space, token: str, role: str, state: str, now: str) -> None:
    """Store the state (JSON) of one side, in place of what it was before."""
    with space.write():
        space.run(
            "INSERT OR REPLACE INTO handshake(token, role, state, at) VALUES (?, ?, ?, ?)", (token, role, state, now)
        )


def handshakes(space: Space, role: str) -> list[tuple[str, str, str]]:
    """(token, state, since) of every meeting in this role, the oldest first."""
    rows = space.rows("SELECT token, state, at FROM handshake WHERE role = ? ORDER BY at, token", (role,))
    return [(str(token), str(state), str(at)) for token, state, at in rows]


def drop_handshake(space: Space, token: str) -> None:
    with space.write():
        space.run("DELETE FROM handshake WHERE token = ?", (token,))
