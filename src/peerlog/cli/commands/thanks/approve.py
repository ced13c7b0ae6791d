from __future__ import annotations

from ...agreeing.propose import propose_command
from ...agreeing.subject import THANKS

command = propose_command(THANKS)
