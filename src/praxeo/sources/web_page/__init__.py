"""Pages of the web, and files behind links: fetched once, kept as they were, then read like any document."""
