"""Form fields of OpenDocument texts: the box that is ticked or not, the entry that is chosen from a list."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.xml_tree import attribute, children


def form_sign(field: Any) -> str:
    """What a field:fieldmark element shows; "" where it is of another kind."""
    stated = [
        (attribute(each, "name"), attribute(each, "value")) for each in children(field, "param")
    ]
    kind, values = attribute(field, "type").rpartition(".")[2], dict(stated)
    if kind == "FORMCHECKBOX":
        return "☑" if values.get("Checkbox_Checked") == "true" else "☐"
    if kind == "FORMDROPDOWN":
        entries = [value for name, value in stated if name == "Dropdown_ListEntry"]
        chosen = values.get("Dropdown_Selected", "")
        at = int(chosen) if chosen.isdecimal() and len(chosen) < 6 else -1
        return entries[at] if 0 <= at < len(entries) else ""
    return ""
