"""From a draft to a spec: support is looked for, what breaks a rule is left out and told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from praxeo.authors.model.answers import Draft, DraftActivity, DraftItem, DraftSection
from praxeo.authors.support.prose import Named, hold_prose
from praxeo.authors.support.source_formulas import SourceFormulas
from praxeo.claims.gate import Gate
from praxeo.claims.statements import claim_of
from praxeo.domain.acceptance import Bespoke
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.domain.spec import UNSUPPORTED, Activity, Goal, Item, Section, SpecDocument
from praxeo.sources.formulas.in_text import in_words
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.lines import write_prose
from praxeo.spec.marks import write_plain
from praxeo.spec.rules import LANGUAGE, activity_faults
from praxeo.spec.text import parse_spec

Unsupported = Literal["mark", "drop"]

READING_BLOCKS_MAX = 5_000  # in one section
TOLD_MAX = 5
FAULTS_TOLD_MAX = 20
_BLOCKS = re.compile(r"\[?b(\d{1,7})(?:\s*[-–]\s*b?(\d{1,7}))?\]?")


@dataclass
class Assembly:
    """Makes a spec of a draft; afterwards `warnings` tell what was marked or left out."""

    extraction: Extraction
    gate: Gate
    unsupported: Unsupported
    warnings: list[ReadingWarning] = field(default_factory=list)
    _named: Named = field(init=False)
    _left: list[str] = field(default_factory=list)
    _beyond: list[str] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=lambda: {"items": 0, "unsupported": 0})

    def __post_init__(self) -> None:
        self._named = Named.of(self.extraction)

    def spec(self, draft: Draft, *, name: str, author: str, bespoke: bool) -> SpecDocument:
        """The spec. Raises SpecInvalid if what is left of the draft is none."""
        self._left.extend(draft.left_out)
        sections = [made for each in draft.sections if (made := self._section(each))]
        document = SpecDocument(
            title=draft.title or name,
            language=self._language(draft),
            source=name,
            author=author,
            summary=self._prose(
                draft.summary, drop=True
            ),  # it is shown in plain words, without marks
            goals=tuple(Goal(text=goal) for goal in draft.goals),
            sections=SourceFormulas.of(self.extraction.blocks).in_sections(
                tuple(replace(each, id=f"s{number}") for number, each in enumerate(sections, 1))
            ),
            bespoke=read_bespoke(draft) if bespoke else None,
        )
        self._tell()
        return document

    def _language(self, draft: Draft) -> str:
        for language in (draft.language, self.extraction.metadata.language):
            if LANGUAGE.fullmatch(language):
                return language
        return "en"

    def _section(self, draft: DraftSection) -> Section | None:
        activities = [made for each in draft.activities if (made := self._activity(each))]
        reading, prose = self._reading(draft.reading), self._prose(draft.prose)
        if not (reading or prose or activities):
            self._left.append(f"The section “{draft.title}”, which held nothing.")
            return None
        return Section(
            id="s0",
            title=draft.title or "…",
            reading=reading,
            prose=prose,
            activities=tuple(activities),
        )

    def _reading(self, given: tuple[str, ...]) -> tuple[str, ...]:
        known = {block.id for block in self.extraction.blocks}
        wanted: dict[str, None] = {}
        for part in ",".join(given).split(","):
            found = _BLOCKS.fullmatch(part.strip())
            first = int(found[1]) if found else 1
            last = min(int(found[2] or first), first + READING_BLOCKS_MAX) if found else 0
            for number in range(first, last + 1):
                if f"b{number}" in known:
                    wanted[f"b{number}"] = None
        return tuple(wanted)[:READING_BLOCKS_MAX]

    def _activity(self, draft: DraftActivity) -> Activity | None:
        items = [made for each in draft.items if (made := self._item(each))]
        activity = Activity(kind=draft.kind, title=draft.title or "…", items=tuple(items))
        faults = list(activity_faults(activity))
        wrong = {place for place, _ in faults if place is not None}
        if wrong:
            self._left += [message for place, message in faults if place is not None]
            kept = tuple(item for place, item in enumerate(items) if place not in wrong)
            activity = replace(activity, items=kept)
            faults = list(activity_faults(activity))
        if faults:
            self._left.append(f"“{activity.title}”: {faults[0][1]}")
            return None
        return activity

    def _item(self, draft: DraftItem) -> Item | None:
        found = self.gate.judge(
            claim_of(in_words(draft.item)), quote=draft.quote, references=(draft.block,)
        )
        self._counts["items"] += 1
        if found.verdict == "not_found":
            self._counts["unsupported"] += 1
            if self.unsupported == "drop":
                return None
        return replace(draft.item, evidence=found.evidence or UNSUPPORTED)

    def _prose(self, text: str, *, drop: bool = False) -> str:
        held = hold_prose(text, self._named, drop=drop or self.unsupported == "drop")
        self._beyond += held.beyond
        return held.text

    def _tell(self) -> None:
        count, items = self._counts["unsupported"], self._counts["items"]
        if count:
            done = "were left out" if self.unsupported == "drop" else "are marked as unsupported"
            self.warnings.append(
                ReadingWarning(
                    code="claims_unsupported",
                    message=f"For {count} of {items} items nothing was found in the source; "
                    f"they {done}.",
                )
            )
        if self._beyond:
            quoted = " ".join(f"“{sentence}”" for sentence in self._beyond[:TOLD_MAX])
            more = f" And {len(self._beyond) - TOLD_MAX} more." * (len(self._beyond) > TOLD_MAX)
            self.warnings.append(
                ReadingWarning(
                    code="prose_unsupported",
                    message="The model's own words name a number or a name that the source does not; "
                    f"they are marked or left out: {quoted}{more}",
                )
            )
        if self._left:
            told = " ".join(self._left[:TOLD_MAX])
            more = f" And {len(self._left) - TOLD_MAX} more." * (len(self._left) > TOLD_MAX)
            self.warnings.append(
                ReadingWarning(
                    code="answer_left_out",
                    message=f"Parts of the model's answer broke a rule and were left out: {told}{more}",
                )
            )


def read_bespoke(draft: Draft) -> Bespoke:
    """What the app has and must do, read by the grammar.

    Raises Refused("spec_invalid") with every fault and the line that has it.
    """
    lines = "\n".join(_bespoke_lines(draft)).split("\n")
    try:
        bespoke = parse_spec("\n".join(lines)).bespoke
    except SpecInvalid as invalid:
        told = [f"“{lines[fault.line - 1]}”: {fault.message}" for fault in invalid.faults]
        raise Refused("spec_invalid", " ".join(told[:FAULTS_TOLD_MAX])) from invalid
    assert bespoke is not None
    return bespoke


def _bespoke_lines(draft: Draft) -> Iterator[str]:
    yield from ("---", "spec: 2", "title: x", "language: en", "---")
    yield from ("", "## Mechanics", write_prose(draft.mechanics))
    yield from ("", "## Controls", *(f"- {line}" for line in draft.controls))
    yield from ("", "## State", *(f"- {line}" for line in draft.state))
    yield from ("", "## Tests")
    for test in draft.tests:
        yield from ("", f"### Test: {write_plain(test.title)}")
        # “For any …” holds for the whole test, wherever a model wrote it.
        steps = sorted(test.steps, key=lambda line: not line.startswith("For any "))
        yield from (f"- {line}" for line in steps)
