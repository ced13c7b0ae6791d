from __future__ import annotations

from ...agreeing.subject import SUMMARY
from ...agreeing.withdraw import withdraw_command

command = withdraw_command(SUMMARY)
