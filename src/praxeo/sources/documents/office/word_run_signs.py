"""What a run of a Word document says beside its text: form fields, symbols, raised and lowered, and what nobody sees."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.symbol_font import symbol_text
from praxeo.sources.documents.xml_tree import attribute, child, children, local

SMALLEST_VISIBLE_HALF_POINTS = 3
WHITE = "FFFFFF"
# In these the ground may have a colour that is stated elsewhere.
ON_A_GROUND = frozenset({"tc", "txbxContent", "hdr", "ftr"})


def form_field(field: Any) -> str:
    """What a form field of before 2007 shows at its beginning: its box, ticked or not, or the entry that is
    chosen from its list; "" for any other field.
    """
    data = child(field, "ffData")
    if (entries := child(data, "ddList")) is not None:
        return _chosen(entries)
    if (box := child(data, "checkBox")) is None:
        return ""
    state = child(box, "checked")
    state = state if state is not None else child(box, "default")
    ticked = state is not None and attribute(state, "val") in ("", "1", "true", "on")
    return "☑" if ticked else "☐"


def _chosen(entries: Any) -> str:
    stated = child(entries, "result")
    stated = stated if stated is not None else child(entries, "default")
    value = attribute(stated, "val") if stated is not None else "0"
    names = [attribute(entry, "val") for entry in children(entries, "listEntry")]
    return names[int(value)] if value.isdecimal() and int(value[:6]) < len(names) else ""


def script(properties: Any) -> RunStyle | None:
    """Whether a run is raised or lowered."""
    stated = child(properties, "vertAlign")
    value = attribute(stated, "val") if stated is not None else ""
    return {"superscript": "raised", "subscript": "lowered"}.get(value)  # type: ignore[return-value]


def is_tiny(properties: Any) -> bool:
    """Text of one point or less is there for machines, not for readers."""
    size = child(properties, "sz")
    value = attribute(size, "val") if size is not None else ""
    return value.isdigit() and int(value) < SMALLEST_VISIBLE_HALF_POINTS


def is_white(properties: Any) -> bool:
    """Whether a run is white on the white of a plain paragraph, where no other ground is stated."""
    color = child(properties, "color")
    if color is None or attribute(color, "val").upper() != WHITE or attribute(color, "themeColor"):
        return False
    run = properties.getparent()
    paragraph = next(run.iterancestors("{*}p"), None)
    if paragraph is None or any(local(outer) in ON_A_GROUND for outer in run.iterancestors()):
        return False
    own = child(paragraph, "pPr")
    if child(own, "pStyle") is not None or child(properties, "rStyle") is not None:
        return False
    grounds = (child(properties, "shd"), child(properties, "highlight"), child(own, "shd"))
    page = child(run.getroottree().getroot(), "background")
    return page is None and all(ground is None for ground in grounds)


def symbol(node: Any) -> str:
    """The sign of a w:sym element, of a font of symbols."""
    code = attribute(node, "char")
    try:
        sign = chr(int(code, 16)) if len(code) <= 5 else ""
    except ValueError:
        return ""
    return symbol_text(sign, attribute(node, "font"))
