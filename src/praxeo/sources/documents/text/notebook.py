"""Notebooks (nbformat 4, https://nbformat.readthedocs.io): Markdown cells, code with its language, outputs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.markdown import read_markdown
from praxeo.sources.documents.text.notebook_pictures import KINDS, files_of_cell, picture_of
from praxeo.sources.documents.text.seen_markdown import seen_words
from praxeo.sources.documents.word_count import Words, words_of

OUTPUT_CHARACTERS_AT_MOST = 5_000
READABLE = {*KINDS, "text/plain"}
RAW_CELLS = "Raw cells, which a notebook shows to nobody, were left out."
DAMAGED = "This notebook is damaged: its cells cannot be read. Export it as Markdown or HTML and add that."


def read_notebook_file(path: Path) -> Extraction:
    """The cells of a notebook in order. Raises Refused("damaged") for what is none."""
    return read_notebook(path.read_bytes(), no_files)


def read_notebook(data: bytes, files: Files) -> Extraction:
    """The same for a notebook that came with its pictures."""
    try:
        notebook = json.loads(decode(data))
        cells = notebook["cells"]
        stated = notebook.get("metadata", {})
        language = str(stated.get("language_info", {}).get("name", "python"))
        blocks = BlockList()
        seen: Words = Counter()
        for cell in cells:
            blocks.files = files_of_cell(cell, files)
            _add(cell, language, blocks)
            seen += _seen(cell)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise Refused("damaged", DAMAGED) from error
    return blocks.extraction(Metadata(title=str(stated.get("title", ""))), seen=seen)


def _add(cell: dict[str, Any], language: str, blocks: BlockList) -> None:
    source = _text(cell.get("source", ""))
    if cell["cell_type"] == "markdown":
        read_markdown(source, blocks)
    elif cell["cell_type"] == "raw":
        with blocks.aside("hidden"):
            blocks.add("paragraph", source.strip())
        if source.strip():
            blocks.warn("hidden_text_removed", RAW_CELLS)
    elif cell["cell_type"] == "code":
        blocks.add("code", source.strip("\n"), language=language)
        if unread := _unread(cell.get("outputs", ())):
            blocks.ledger.leave_out("parts", "not_readable", len(unread))
            blocks.tell_embedded(unread)
        for output in _outputs(cell.get("outputs", ())):
            if not isinstance(output, str):
                blocks.add_figure(blocks.album.take(output))
                continue
            output = output.strip("\n")
            blocks.add("code", output[:OUTPUT_CHARACTERS_AT_MOST])
            if cut := output[OUTPUT_CHARACTERS_AT_MOST:]:
                blocks.ledger.leave_out_text("not_readable", cut)
                blocks.warn(
                    "outputs_cut",
                    f"Of long outputs only the first {OUTPUT_CHARACTERS_AT_MOST:,} characters were read.",
                    details={"limit": OUTPUT_CHARACTERS_AT_MOST},
                )


def _seen(cell: dict[str, Any]) -> Words:
    """The words of a cell, counted by what it holds alone."""
    source = _text(cell.get("source", ""))
    if cell["cell_type"] == "markdown":
        return seen_words(source)
    said = [output for output in _outputs(cell.get("outputs", ())) if isinstance(output, str)]
    return words_of((source, *said))


def _outputs(outputs: list[dict[str, Any]]) -> Iterator[str | bytes]:
    """What the cell printed and gave, as text or picture; its errors are nothing to learn from."""
    for output in outputs:
        if output.get("output_type") == "stream" and output.get("name") != "stderr":
            yield _text(output.get("text", ""))
        elif output.get("output_type") in ("execute_result", "display_data"):
            picture = picture_of(output.get("data", {}))
            # "<Figure size 640x480 with 1 Axes>" stands beside the picture that it speaks of.
            yield picture or _text(output.get("data", {}).get("text/plain", ""))


def _unread(outputs: list[dict[str, Any]]) -> list[str]:
    """What is given in forms alone that only a program shows, by the name of the form."""
    given = [output.get("data", {}) for output in outputs]
    return [next(iter(data)) for data in given if data and not {*data} & READABLE]


def _text(stated: Any) -> str:
    """A text, which may be stored as a list of its lines."""
    return "".join(map(str, stated)) if isinstance(stated, list) else str(stated)
