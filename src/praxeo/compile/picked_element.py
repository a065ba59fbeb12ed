"""What a person pointed at in an app, and where in the spec of a compiled one that stands."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.compile.ids import words_of
from praxeo.domain.edit_records import ChangeRequest
from praxeo.domain.spec import SpecDocument
from praxeo.sources.formulas.in_text import in_words


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """What a person pointed at in the app: a selector, its text, the id of its section or exercise,
    its role and name, and the beginning of its outer HTML. All of it comes out of the app."""

    path: str = ""
    text: str = ""
    id: str = ""
    role: str = ""
    name: str = ""
    html: str = ""


def place_in_spec(document: SpecDocument, app_id: str) -> str:
    """The section, activity and item that have this id in the app; "" if nothing has it."""
    from praxeo.compile.app import build_activities  # here: an API names elements and looks none up

    for section, activities in zip(document.sections, build_activities(document), strict=True):
        told = f"section “{section.title}”"
        if app_id == section.id:
            return told
        for activity, made in zip(section.activities, activities, strict=True):
            place = f"{told}, activity “{activity.title}”"
            if app_id == made["id"]:
                return place
            for item, shown in zip(activity.items, made["items"], strict=True):
                if app_id == shown["id"]:
                    return f"{place}, item “{next(iter(words_of(in_words(item))), '')}”"
    return ""


def told_element(request: ChangeRequest, place: str = "") -> str:
    """The element for the prompt, a line for each thing that is known of it."""
    given = {
        "in the spec": place,
        "id": request.element_id,
        "selector": request.element_path,
        "role": request.element_role,
        "name": request.element_name,
        "text": request.element_text,
        "html": request.element_html,
    }
    return "\n".join(f"{name}: {value}" for name, value in given.items() if value)
