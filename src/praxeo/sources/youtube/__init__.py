"""YouTube videos: their links, what is known of them, and what was said in them, by the captions that one is given."""
