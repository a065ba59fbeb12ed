"""The desk: a spec as parts and items, and the typed operations by which a person changes them."""
