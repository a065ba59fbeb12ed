"""An extraction as JSON: how it is stored, and how it comes back from the parser's process."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any, get_args

from praxeo.domain.blocks import (
    Aside,
    Block,
    BlockKind,
    Cell,
    Extraction,
    Formula,
    Locator,
    Mark,
    MarkStyle,
    Metadata,
    Picture,
    ReadingWarning,
    ReadSource,
)
from praxeo.domain.errors import Refused
from praxeo.domain.reading_ledger import CHANNELS
from praxeo.sources.documents.ledger_json import line_in, line_out

FORMAT = 1


def to_json(extraction: Extraction) -> str:
    """One JSON document; fields at their default are left out. Pictures stand in it in base64."""
    out: dict[str, Any] = {
        "format": FORMAT,
        "metadata": _filled(extraction.metadata, Metadata),
        "blocks": [_block_out(block) for block in extraction.blocks],
        "warnings": [_filled(warning, ReadingWarning) for warning in extraction.warnings],
    }
    if extraction.asides:
        out["asides"] = [
            {"channel": aside.channel, "after": aside.after, **_block_out(aside.block)}
            for aside in extraction.asides
        ]
    if extraction.ledger:
        out["ledger"] = [line_out(line) for line in extraction.ledger]
    if extraction.sources:
        out["sources"] = [_filled(source, ReadSource) for source in extraction.sources]
    if extraction.pictures:
        out["pictures"] = {
            name: b64encode(data).decode("ascii") for name, data in extraction.pictures.items()
        }
    return json.dumps(out, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> Extraction:
    """What `to_json` wrote; raises Refused("bad_extraction") on anything else."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise Refused("bad_extraction", "The stored text was written by another version.")
        sources = tuple(_source_in(source) for source in data.get("sources", ()))
        return Extraction(
            metadata=_metadata_in(data["metadata"]),
            blocks=tuple(_block_in(block, len(sources)) for block in data["blocks"]),
            warnings=tuple(_warning_in(warning) for warning in data["warnings"]),
            sources=sources,
            pictures={
                _text(name): b64decode(_text(encoded), validate=True)
                for name, encoded in data.get("pictures", {}).items()
            },
            asides=tuple(_aside_in(aside, len(sources)) for aside in data.get("asides", ())),
            ledger=tuple(line_in(line) for line in data.get("ledger", ())),
        )
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise Refused("bad_extraction", "The stored text of the document is damaged.") from error


def _filled(record: Any, kind: type[Any]) -> dict[str, Any]:
    values = {name: getattr(record, name) for name in kind.__dataclass_fields__}
    return {name: value for name, value in values.items() if value not in (None, "", (), 0, {})}


def _block_out(block: Block) -> dict[str, Any]:
    out = _filled(block, Block)
    out["locator"] = _filled_locator(block.locator)
    if block.marks:
        out["marks"] = [_mark_json(mark) for mark in block.marks]
    if block.cells:
        out["cells"] = [
            [c.text, c.row, c.column, c.row_span, c.column_span, int(c.header)]
            + ([[_mark_json(mark) for mark in c.marks]] if c.marks else [])
            for c in block.cells
        ]
    if block.picture:
        out["picture"] = _filled(block.picture, Picture)
    return out


def _filled_locator(locator: Locator) -> dict[str, Any]:
    values = {name: getattr(locator, name) for name in Locator.__dataclass_fields__}
    return {name: value for name, value in values.items() if value is not None}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("whole number expected")
    return value


def _number_or_none(value: Any) -> int | None:
    return None if value is None else _number(value)


def _one_of(value: Any, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        raise ValueError("unknown word")
    return value


KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
STYLES: tuple[MarkStyle, ...] = get_args(MarkStyle)
_SOURCE_FIELDS = tuple(ReadSource.__dataclass_fields__)


def _source_in(data: Mapping[str, Any]) -> ReadSource:
    return ReadSource(**{name: _text(data.get(name, "")) for name in _SOURCE_FIELDS})


def _block_in(data: Mapping[str, Any], sources: int) -> Block:
    return Block(
        id=_text(data.get("id", "")),
        kind=_one_of(data["kind"], KINDS),
        text=_text(data.get("text", "")),
        level=_number(data.get("level", 0)),
        number=_text(data.get("number", "")),
        language=_text(data.get("language", "")),
        marks=tuple(_mark_in(*mark) for mark in data.get("marks", ())),
        cells=tuple(_cell_in(cell) for cell in data.get("cells", ())),
        picture=_picture_in(data["picture"]) if "picture" in data else None,
        locator=_locator_in(data["locator"], sources),
        ocr_confidence=_number_or_none(data.get("ocr_confidence")),
        seconds=tuple(map(_number, data.get("seconds", ()))),
    )


def _aside_in(data: Mapping[str, Any], sources: int) -> Aside:
    return Aside(
        channel=_one_of(data["channel"], CHANNELS),
        after=_text(data["after"]),
        block=_block_in(data, sources),
    )


def _mark_json(mark: Mark) -> list[Any]:
    """Start, end and style; of a formula also its MathML and TeX."""
    shown = [mark.formula.mathml, mark.formula.tex] if mark.formula else []
    return [mark.start, mark.end, mark.style, *shown]


def _mark_in(start: Any, end: Any, style: Any, mathml: Any = "", tex: Any = "") -> Mark:
    return Mark(
        start=_number(start),
        end=_number(end),
        style=_one_of(style, STYLES),
        formula=Formula(mathml=_text(mathml), tex=_text(tex)) if mathml else None,
    )


def _cell_in(data: list[Any]) -> Cell:
    text, row, column, row_span, column_span, header, *marks = data
    return Cell(
        text=_text(text),
        row=_number(row),
        column=_number(column),
        row_span=_number(row_span),
        column_span=_number(column_span),
        header=bool(header),
        marks=tuple(_mark_in(*mark) for mark in (marks[0] if marks else ())),
    )


def _picture_in(data: Mapping[str, Any]) -> Picture:
    return Picture(
        content_hash=_text(data.get("content_hash", "")),
        width=_number(data["width"]),
        height=_number(data["height"]),
        alt=_text(data.get("alt", "")),
        credit=_text(data.get("credit", "")),
    )


def _locator_in(data: Mapping[str, Any], sources: int) -> Locator:
    source = _number_or_none(data.get("source"))
    if source is not None and not 0 <= source < sources:
        raise ValueError("no such source")
    box = data.get("box")
    if box is not None:
        left, top, right, bottom = (float(value) for value in box)
        box = (left, top, right, bottom)
    return Locator(
        page=_number_or_none(data.get("page")),
        box=box,
        slide=_number_or_none(data.get("slide")),
        chapter=_number_or_none(data.get("chapter")),
        second=_number_or_none(data.get("second")),
        offset=_number_or_none(data.get("offset")),
        source=source,
    )


def _metadata_in(data: Mapping[str, Any]) -> Metadata:
    return Metadata(
        media_type=_text(data.get("media_type", "")),
        content_hash=_text(data.get("content_hash", "")),
        title=_text(data.get("title", "")),
        authors=tuple(_text(author) for author in data.get("authors", ())),
        language=_text(data.get("language", "")),
        date=_text(data.get("date", "")),
        licence=_text(data.get("licence", "")),
        page_count=_number_or_none(data.get("page_count")),
        word_count=_number(data.get("word_count", 0)),
    )


def _warning_in(data: Mapping[str, Any]) -> ReadingWarning:
    return ReadingWarning(
        code=_text(data["code"]),
        message=_text(data["message"]),
        page=_number_or_none(data.get("page")),
        details=_details_in(data.get("details", {})),
    )


def _details_in(data: Any) -> dict[str, str | int]:
    if not isinstance(data, dict):
        raise TypeError("details expected")
    return {
        _text(name): value if isinstance(value, str) else _number(value)
        for name, value in data.items()
    }
