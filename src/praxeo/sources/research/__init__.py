"""Topics: looked up in search engines, the pages chosen, fetched, read and joined, each place with its source."""
