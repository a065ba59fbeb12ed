"""Imported first by the Lambda of the API: modules are loaded without the garbage collector.

While thousands of functions and classes are made, the collector looks through them again and again and finds
nothing to throw away: an eighth of a cold start.
"""

from __future__ import annotations

import gc

gc.disable()


def is_over() -> None:
    """Collect as usual from here on; what was loaded stays and is not looked through again."""
    gc.freeze()
    gc.enable()
