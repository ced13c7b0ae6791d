"""The option of every listing that scripts read."""

from __future__ import annotations

import click

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document for scripts.")
