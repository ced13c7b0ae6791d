from __future__ import annotations

from ...agreeing.subject import THANKS
from ...agreeing.withdraw import withdraw_command

command = withdraw_command(THANKS)
