"""One document to be read, as a web page that needs nothing else and as a tagged PDF. Pure: a document in, text or
bytes out, nothing of it on disk.

The modules of Markdown and typst are imported when something is made with them.
"""

from .html_page import html
from .markdown_text import from_markdown
from .model import Document
from .pdf_file import pdf

__all__ = ["Document", "from_markdown", "html", "pdf"]
