"""LaTeX: articles, books and slides, with their own macros and numbers."""
