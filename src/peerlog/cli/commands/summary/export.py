from __future__ import annotations

from ...agreeing.export import export_command
from ...agreeing.subject import SUMMARY

command = export_command(SUMMARY)
