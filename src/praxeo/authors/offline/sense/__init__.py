"""Sense before showing: whether an item is whole, stands alone, says something and does not answer itself."""
