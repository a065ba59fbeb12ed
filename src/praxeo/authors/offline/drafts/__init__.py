"""What the rules make of plain sentences: half of it and less is good, so it waits for a person to take it."""
