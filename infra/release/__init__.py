"""What a release is made of, and how it goes out: bill of materials, archive, front end, smoke test."""
