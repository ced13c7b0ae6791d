from __future__ import annotations

from ...agreeing.subject import AGREEMENT
from ...agreeing.withdraw import withdraw_command

command = withdraw_command(AGREEMENT)
