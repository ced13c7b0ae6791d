"""Lists of entries and reading them: pages, filters, versions."""
