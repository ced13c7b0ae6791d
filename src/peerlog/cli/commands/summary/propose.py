from __future__ import annotations

from ...agreeing.propose import propose_command
from ...agreeing.subject import SUMMARY

command = propose_command(SUMMARY)
