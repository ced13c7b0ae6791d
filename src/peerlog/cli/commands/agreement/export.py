from __future__ import annotations

from ...agreeing.export import export_command
from ...agreeing.subject import AGREEMENT

command = export_command(AGREEMENT)
