"""Claims: what an item says is so, and whether its source says it: quoted, restated or not found.

The one gate for every author, edit and topic. Rules refuse, similarity only says where to look.
"""
