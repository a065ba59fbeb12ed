"""`python -m benchmarks.cost` writes docs/reference/cost.md anew."""

from benchmarks.cost.page import write

write()
