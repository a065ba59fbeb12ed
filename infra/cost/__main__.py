"""`python -m infra.cost` writes docs/reference/cost.md anew."""

from infra.cost.page import write

write()
