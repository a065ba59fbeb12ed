"""Tables on PDF pages: where they stand and what their cells say."""

from praxeo.sources.documents.pdf.tables.find import find_tables
from praxeo.sources.documents.pdf.tables.table import Table

__all__ = ["Table", "find_tables"]
