"""Spec to code: one self-contained HTML file, as docs/reference/app-contract.md describes it."""

from __future__ import annotations

import dataclasses
import hashlib
import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from praxeo.compile.code_colours import CodeColours
from praxeo.compile.figure_links import figure_numbers, with_figure_links
from praxeo.compile.html import block_html, table_rows
from praxeo.compile.ids import Identifier
from praxeo.compile.item_notes import add_notes, picture_payload
from praxeo.compile.option_meanings import meanings_of
from praxeo.compile.pictures import shown_pictures
from praxeo.compile.script_json import script_json
from praxeo.compile.sources import Source, read_source, refuse_missing
from praxeo.compile.stages import stages_of
from praxeo.compile.verdicts import add_verdicts
from praxeo.domain.blocks import Block, Extraction, ReadSource
from praxeo.domain.errors import Refused
from praxeo.domain.spec import UNSUPPORTED, Activity, Item, Section, SpecDocument
from praxeo.sources.formulas.in_text import in_words
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.rules import document_faults

FORMAT = 1
OWN = "own"  # stands in place of evidence where an editor answers for the item

Payload = dict[str, Any]

_PLACEHOLDER = re.compile(r"%PRAXEO_(TITLE|LANG|CSS|JS|PAYLOAD)%")


@dataclass(frozen=True, kw_only=True, slots=True)
class RuntimeFiles:
    """The app's own program, as the front end builds it: a page with placeholders, script, style.

    `formula_style` brings the font of formulas; only apps that show one carry it.
    """

    template: str
    script: str
    style: str
    formula_style: str = ""


def compile_app(doc: SpecDocument, extraction: Extraction | None, *, runtime: RuntimeFiles) -> str:
    """The app that `doc` describes, as HTML. The same arguments always give the same bytes.

    SpecInvalid if the spec breaks a rule of the grammar, Refused("evidence_missing") if it names
    places that the source does not have, Refused("spec_is_bespoke") if there is nothing to compile.
    """
    if doc.bespoke:
        raise Refused(
            "spec_is_bespoke",
            "This spec describes an app that is written as a whole; there is nothing to compile. "
            "Edit the app's code, or have a model write it anew.",
        )
    payload = build_payload(doc, extraction)
    values = {
        "TITLE": html.escape(doc.title),
        "LANG": html.escape(doc.language),
        "CSS": runtime.style + (runtime.formula_style if _shows_formulas(payload) else ""),
        "JS": runtime.script,
        "PAYLOAD": script_json(payload),
    }
    return _PLACEHOLDER.sub(lambda found: values[found.group(1)], runtime.template)


def build_payload(doc: SpecDocument, extraction: Extraction | None) -> Payload:
    """All that the app shows and asks. Raises as `compile_app` does."""
    # Imported here, so that what only looks at an app does not load what draws formulas and prose.
    from praxeo.compile.answering import add_ways
    from praxeo.compile.prose import plain_paragraphs

    faults = document_faults(doc)
    if faults:
        raise SpecInvalid(faults)
    source = read_source(extraction, doc.language)
    refuse_missing(doc, source)
    activities = build_activities(doc)
    pictures = shown_pictures(doc, source.blocks, extraction)
    add_ways(doc, activities)
    add_notes(doc, activities, source, pictures)
    add_verdicts(doc, activities, extraction)
    figures = figure_numbers(
        source.blocks[block] for section in doc.sections for block in section.reading
    )
    colours = CodeColours()
    payload: Payload = {
        "format": FORMAT,
        "title": doc.title,
        "language": doc.language,
        "summary": plain_paragraphs(doc.summary),
        "author": doc.author,
        "source": _credit(doc, extraction),
        "goals": [
            {"text": in_words(goal).text, "evidence": list(goal.evidence)} for goal in doc.goals
        ],
        "sections": [
            _section(section, made, source, pictures, figures, colours)
            for section, made in zip(doc.sections, activities, strict=True)
        ],
        "evidence": _evidence(doc, source),
    }
    payload |= _where_there_are_some(doc, extraction, source, pictures)
    payload["hash"] = hashlib.sha256(script_json(payload).encode("utf-8")).hexdigest()
    return payload


def _where_there_are_some(
    doc: SpecDocument, extraction: Extraction | None, source: Source, pictures: Mapping[str, str]
) -> Payload:
    """What not every app has, left out where there is none."""
    from praxeo.compile.formulas import formulas_of

    made = {
        "pictures": pictures,
        "meanings": meanings_of(doc, source, extraction.blocks if extraction else ()),
        "formulas": formulas_of(doc),
    }
    return {name: held for name, held in made.items() if held}


def _shows_formulas(payload: Payload) -> bool:
    return "formulas" in payload or any(
        "<math" in part
        for section in payload["sections"]
        for part in (section["prose"], *(block["html"] for block in section["reading"]))
    )


def build_activities(doc: SpecDocument) -> list[list[Payload]]:
    """The activities of each section as the app holds them, with their ids."""
    identifier = Identifier()
    return [
        [
            _activity(activity, identifier, sourced=bool(doc.source))
            for activity in section.activities
        ]
        for section in doc.sections
    ]


def _credit(doc: SpecDocument, extraction: Extraction | None) -> Payload | None:
    if not doc.source:
        return None
    stated = extraction.metadata if extraction else None
    origins = [_origin(each) for each in extraction.sources] if extraction else []
    return {
        "name": doc.source,
        "title": stated.title if stated else "",
        "authors": list(stated.authors) if stated else [],
        "licence": stated.licence if stated else "",
        "date": stated.date if stated else "",
        **({"origins": origins} if origins else {}),
    }


def _origin(source: ReadSource) -> dict[str, str]:
    """What the app says of a source, as far as it is known."""
    said = {"title": source.title, "address": source.address, "date": source.date}
    return {name: value for name, value in said.items() if value}


def _section(
    section: Section,
    activities: list[Payload],
    source: Source,
    pictures: Mapping[str, str],
    figures: Mapping[str, str],
    colours: CodeColours,
) -> Payload:
    return {
        "id": section.id,
        "title": section.title,
        "prose": _prose(section.prose),
        "reading": [
            _reading_block(source.blocks[block], source.labels[block], pictures, figures, colours)
            for block in section.reading
        ],
        "activities": activities,
        "stages": stages_of(
            section.activities, activities, [source.blocks[block] for block in section.reading]
        ),
    }


def _prose(markdown: str) -> str:
    from praxeo.compile.prose import prose_html

    return prose_html(markdown)


def _reading_block(
    block: Block,
    label: str,
    pictures: Mapping[str, str],
    figures: Mapping[str, str],
    colours: CodeColours,
) -> Payload:
    made: Payload = {
        "id": block.id,
        "kind": block.kind,
        "level": block.level,
        "html": _inline(block, figures, colours),
        "label": label,
    }
    if block.kind == "table":
        made["rows"] = table_rows(block)
    if block.kind == "code" and block.language:
        made["language"] = block.language
    if block.number:
        made["number"] = block.number
    if block.picture:
        made["picture"] = picture_payload(block.picture, pictures)
    return made


def _inline(block: Block, figures: Mapping[str, str], colours: CodeColours) -> str:
    """What the block says; only running text leads to the figures that it names."""
    if block.kind == "table":
        return ""
    if block.kind == "code":
        return colours.of(block.text, block.language)
    made = block_html(block)
    return with_figure_links(made, figures) if block.kind in ("paragraph", "list_item") else made


def _activity(activity: Activity, identifier: Identifier, *, sourced: bool) -> Payload:
    return {
        "id": identifier.of_activity(activity),
        "kind": activity.kind,
        "title": activity.title,
        "items": [
            _item(item, identifier.of_item(activity, item), sourced=sourced)
            for item in activity.items
        ],
    }


def _item(item: Item, item_id: str, *, sourced: bool) -> Payload:
    made: Payload = {"id": item_id}
    said = in_words(item)
    for field in dataclasses.fields(item):
        value = getattr(said, field.name)
        made[field.name] = value if isinstance(value, str) else list(value)
    if not item.evidence and sourced:
        made["evidence"] = [OWN]
    return made


def _evidence(doc: SpecDocument, source: Source) -> dict[str, Payload]:
    used = [reference for goal in doc.goals for reference in goal.evidence]
    items = [
        i for section in doc.sections for activity in section.activities for i in activity.items
    ]
    used += [reference for item in items for reference in item.evidence]
    quotes: dict[str, Payload] = {}
    for reference in used:
        if reference in UNSUPPORTED:
            continue
        block = reference.partition(".")[0]
        quote = source.quote(reference) or ""
        quotes[reference] = {"text": quote, "label": source.label(reference), "block": block}
        if origin := source.origin(reference):
            quotes[reference]["origin"] = _origin(origin)
            if film := source.film(reference):
                quotes[reference]["origin"]["film"] = film
    return quotes
