from __future__ import annotations

from ...agreeing.export import export_command
from ...agreeing.subject import THANKS

command = export_command(THANKS)
