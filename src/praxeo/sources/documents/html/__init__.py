"""Web pages: HTML to the ordered blocks of its main content."""
