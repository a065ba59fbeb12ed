"""Reads the inside of an OpenDocument paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.office.odf_form_fields import form_sign
from praxeo.sources.documents.office.odf_formulas import OdfFormulas, stands_alone
from praxeo.sources.documents.office.odf_styles import OdfStyles
from praxeo.sources.documents.xml_tree import attribute, child, local

SPACES_LIMIT = 200
ON_A_GROUND = frozenset({"table-cell", "text-box", "custom-shape", "frame", "g", "page"})
FRAMES = {
    *(
        "frame",
        "custom-shape",
        "g",
        "rect",
        "ellipse",
        "text-box",
        "line",
        "path",
        "polygon",
        "circle",
    ),
    *("polyline", "regular-polygon", "connector", "measure", "caption"),
}
DROPPED = {"annotation-end", "tracked-changes", "page-number"}


@dataclass(kw_only=True)
class OdfText:
    """What one paragraph holds."""

    inline: InlineText
    formulas: OdfFormulas
    notes: list[tuple[Any, str]] = field(default_factory=list)
    frames: list[Any] = field(default_factory=list)
    leading: int = 0  # of the frames: pictures that stand in the line before all text
    hidden: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    comments: list[Any] = field(default_factory=list)


def read_text(
    element: Any,
    styles: OdfStyles,
    style: str,
    *,
    formulas: OdfFormulas,
    verbatim: bool = False,
    sign: str = "",
) -> OdfText:
    """The text, marks, notes and frames of a text:p or text:h element in the named style.

    `sign` is that of the note which begins here.
    """
    text = OdfText(inline=InlineText(verbatim=verbatim), formulas=formulas)
    text.inline.add(sign, ("raised", "note"))
    text.inline.add(" " if sign else "")
    _walk(element, styles, styles.marks(style) if local(element) != "h" else (), text)
    return text


def _walk(element: Any, styles: OdfStyles, marks: tuple[RunStyle, ...], text: OdfText) -> None:
    text.inline.add(element.text or "", marks)
    for node in element:
        name = local(node)
        match name:
            case "s":
                text.inline.add(_spaces(attribute(node, "c")), marks)
            case "tab":
                text.inline.add("\t", marks)
            case "line-break":
                text.inline.add("\n")
            case "note":
                _note(node, text)
            case "fieldmark":
                text.inline.add(form_sign(node), marks)
            case "annotation":
                text.comments.append(node)
            case "ruby":
                _ruby(node, styles, marks, text)
            case _ if name in FRAMES:
                formula = text.formulas.of(node, display=stands_alone(node, element))
                if formula is None:
                    if text.inline.is_empty and _is_picture_in_line(node):
                        text.leading += text.leading == len(text.frames)
                    text.frames.append(node)
                else:
                    text.inline.add_formula(*formula)
            case "hidden-text" | "hidden-paragraph":
                text.hidden.append(attribute(node, "string-value") or "".join(node.itertext()))
            case _ if name in DROPPED or not name:
                pass
            case _:
                style = attribute(node, "style-name")
                if styles.is_hidden(style):
                    text.hidden.append("".join(node.itertext()))
                elif styles.is_white(style) and _lies_on_white(node, styles):
                    text.unseen.append("".join(node.itertext()))
                else:
                    _walk(node, styles, tuple(dict.fromkeys((*marks, *styles.marks(style)))), text)
        text.inline.add(node.tail or "", marks)


def _spaces(count: str) -> str:
    wide = int(count) if count.isdigit() and len(count) < 5 else 1
    return " " * min(SPACES_LIMIT, wide)


def _lies_on_white(node: Any, styles: OdfStyles) -> bool:
    """Whether nothing but a white page is known to lie below it."""
    outer = list(node.iterancestors())
    if styles.coloured_pages or any(local(one) in ON_A_GROUND for one in outer):
        return False
    return not any(styles.is_on_ground(attribute(one, "style-name")) for one in outer)


def _note(node: Any, text: OdfText) -> None:
    """Keep a note, and the sign by which the text refers to it."""
    body, citation = child(node, "note-body"), child(node, "note-citation")
    sign = "".join(citation.itertext()) if citation is not None else ""
    text.inline.add(sign, ("raised", "note"))
    if body is not None:
        text.notes.append((body, sign))


def _ruby(node: Any, styles: OdfStyles, marks: tuple[RunStyle, ...], text: OdfText) -> None:
    base, reading = child(node, "ruby-base"), child(node, "ruby-text")
    if base is not None:
        _walk(base, styles, marks, text)
    if reading is not None and reading.text:
        text.inline.add(f"({reading.text})", marks)


def _is_picture_in_line(frame: Any) -> bool:
    return attribute(frame, "anchor-type") == "as-char" and child(frame, "image") is not None
