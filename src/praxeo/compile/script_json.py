"""How values get into the scripts of apps, without all that makes an app."""

from __future__ import annotations

import json
import re

# Characters that could end the script element or a line of script, as JSON escapes.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_HALF = re.compile("[\ud800-\udfff]")  # half of a character, which UTF-8 cannot hold


def script_json(value: object) -> str:
    """JSON that may stand in a script element."""
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return _HALF.sub(lambda found: f"\\u{ord(found.group()):04x}", made)
