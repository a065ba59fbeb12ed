"""Changes to texts: located diffs that are applied or refused, and merges that lose nothing."""
