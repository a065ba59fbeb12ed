"""A small model as author: asked for a little about each piece of the source, in short prompts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from praxeo.authors.model.answers import draft_of, object_in
from praxeo.authors.model.assembly import Assembly, Unsupported
from praxeo.authors.model.author import Written, shown_again
from praxeo.authors.model.changes import SpecUnusable
from praxeo.authors.model.schemas import section_schema
from praxeo.authors.model.source_pieces import Piece, pieces_of
from praxeo.authors.offline.language import language_of
from praxeo.authors.offline.phrases import phrases_for
from praxeo.authors.prompts.rendering import Fence, render
from praxeo.claims.gate import Gate
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import ActivityKind
from praxeo.ports.models import Ask, ModelRun
from praxeo.spec.forms import FORMS

TRIES = 2  # answers asked for until one can be read
PIECES_MAX = 60  # of one source; what comes after is only read, and told
KINDS: dict[str, ActivityKind] = {"terms": "terms", "cards": "flashcards", "choices": "choice"}


@dataclass
class _Said:
    """What came of the pieces so far."""

    author: str = ""
    sections: list[dict[str, Any]] = field(default_factory=list)
    wasted: tuple[str, ...] = ()
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionAuthor:
    """Writes specs of terms, cards and choices with a model that holds one section at a time."""

    ask: Ask
    fence: Fence

    def write_spec(
        self,
        extraction: Extraction,
        *,
        name: str,
        unsupported: Unsupported,
        run: ModelRun,
        wish: str = "",
    ) -> Written:
        """The spec, each claim held against the source. A piece whose answers cannot be read is only read.

        Raises SpecUnusable if nothing to practise came of any, or as `Ask` does.
        """
        pieces, said = pieces_of(extraction), _Said()
        language = language_of(extraction)
        for number, piece in enumerate(pieces):
            asked = replace(run, try_number=run.try_number * TRIES)
            found = self._found(piece, wish, asked, said) if number < PIECES_MAX else {}
            said.sections.append(_section(piece, found, language))
        assembly = Assembly(
            extraction=extraction, gate=Gate.of(extraction), unsupported=unsupported
        )
        whole = {"title": extraction.metadata.title or name, "language": language}
        draft = draft_of({**whole, "sections": said.sections})
        document = assembly.spec(draft, name=name, author=said.author, bespoke=False)
        if not any(section.activities for section in document.sections):
            raise SpecUnusable("The model's answers made no practice for any section.", said.wasted)
        warnings = (*assembly.warnings, *_told(said.unread, len(pieces)))
        return Written(document=document, warnings=warnings, wasted=said.wasted)

    def _found(self, piece: Piece, wish: str, run: ModelRun, said: _Said) -> dict[str, Any]:
        """What the model answers about a piece; {} if that cannot be read."""
        texts = {"source": piece.text, "wish": wish}
        prompt = render("write_section", texts, fence_with=self.fence, schema=section_schema())
        for number in range(TRIES):
            answer = self.ask(prompt, run=replace(run, try_number=run.try_number + number))
            said.author = f"{answer.model}, {prompt.version}"
            try:
                return object_in(answer.text)
            except Refused as refused:
                said.wasted += answer.ledger_entry_ids
                prompt = shown_again(prompt, answer.text, refused.message)
        said.unread.append(piece.title or piece.blocks[0].text[:60])
        return {}


def _section(piece: Piece, found: dict[str, Any], language: str) -> dict[str, Any]:
    """A piece with what was found for it, as a whole answer has a section."""
    phrases = phrases_for(language)
    activities = [
        {"kind": kind, "title": phrases.title(kind), "items": items}
        for name, kind in KINDS.items()
        if isinstance(items := found.get(name), list) and len(items) >= FORMS[kind].least
    ]
    reading = [block.id for block in piece.blocks]
    title = piece.title or piece.blocks[0].text[:60]
    return {"title": title, "prose": "", "reading": reading, "activities": activities}


def _told(unread: list[str], pieces: int) -> Iterator[ReadingWarning]:
    if unread:
        named = ", ".join(f"“{title}”" for title in unread[:5])
        more = f" and {len(unread) - 5} more" if len(unread) > 5 else ""
        yield ReadingWarning(
            code="answer_left_out",
            message=f"The model's answers about {named}{more} could not be read, so that they are only read.",
        )
    if pieces > PIECES_MAX:
        yield ReadingWarning(
            code="source_left_out",
            message=f"The model was asked about the first {PIECES_MAX} of {pieces} parts of the source; the others are "
            "only read. Make an example of each part to cover them all.",
        )
