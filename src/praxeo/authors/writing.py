"""Who writes an example's spec and code: a model where that is wanted, else the offline author and compiler."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from praxeo.authors.choosing import no_model
from praxeo.authors.model.changes import (
    Broken,
    Coded,
    CodeUnusable,
    Edited,
    EditUnusable,
    Present,
    SpecUnusable,
    Wish,
)
from praxeo.authors.model.strategies import Strategy
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.input_records import InputWarning
from praxeo.domain.records import (
    Example,
    Settings,
)
from praxeo.domain.spec import SpecDocument
from praxeo.ports.authoring import Author, Compiler
from praxeo.ports.models import Ask, ModelRun, ModelUnavailable

if TYPE_CHECKING:
    from praxeo.authors.model.author import ModelAuthor, Written
    from praxeo.authors.model.by_section import SectionAuthor
    from praxeo.authors.model.coder import ModelCoder
    from praxeo.authors.model.editor import ModelEditor
    from praxeo.authors.prompts.rendering import Fence

# Refusals of a model after which the offline author can still do the work.
FALL_BACK_AFTER = frozenset({"cap_reached", "model_blocked", "spec_unusable", "no_model"})

Accept = Callable[[str], object]  # raises Refused for a text that cannot be
Waive = Callable[[str, Sequence[str]], None]


@dataclass(frozen=True, kw_only=True)
class ModelWriters:
    """What asks models by `ask`; each part is loaded when it first writes.

    Marks around untrusted text are made of `secret`. `waive` takes calls of an owner off what is charged: they
    came to nothing. `asked_for` says whether there is a model for an owner, `too_dear` why a run
    (for so many words, bespoke or not) is not to be begun, `is_small` whether an owner's model is to be asked a
    section at a time.
    """

    ask: Ask
    secret: Callable[[], bytes]
    waive: Waive
    asked_for: Callable[[str], bool] = lambda owner: True
    too_dear: Callable[[ModelRun, int, bool], str] = lambda run, words, bespoke: ""
    is_small: Callable[[str], bool] = lambda owner: False

    @property
    def author(self) -> ModelAuthor:
        """Who writes specs."""
        from praxeo.authors.model.author import ModelAuthor

        return ModelAuthor(ask=self.ask, fence=self._fence())

    @property
    def section_author(self) -> SectionAuthor:
        """Who writes specs a section at a time."""
        from praxeo.authors.model.by_section import SectionAuthor

        return SectionAuthor(ask=self.ask, fence=self._fence())

    @property
    def coder(self) -> ModelCoder:
        """Who writes and mends apps."""
        from praxeo.authors.model.coder import ModelCoder

        return ModelCoder(ask=self.ask, fence=self._fence())

    @property
    def editor(self) -> ModelEditor:
        """Who changes specs and apps as their owner asks."""
        from praxeo.authors.model.editor import ModelEditor

        return ModelEditor(ask=self.ask, fence=self._fence())

    def _fence(self) -> Fence:
        from praxeo.authors.prompts.rendering import Fence

        return Fence(self.secret())


@dataclass(frozen=True, kw_only=True)
class WrittenSpec:
    """A spec and what a person should know about how it was written."""

    document: SpecDocument
    warnings: tuple[InputWarning, ...] = ()


@dataclass(frozen=True, kw_only=True)
class WrittenCode:
    """An app; `author` is "" for a compiled one. `calls` are what was paid for it."""

    html: str
    author: str = ""
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Writing:
    """Writes specs and code as each example wants them; `models` is None where none is configured."""

    offline: Author
    compiler: Compiler
    models: ModelWriters | None
    settings: Callable[[str], Settings]

    def spec(
        self, example: Example, extraction: Extraction, *, name: str, tried: int
    ) -> WrittenSpec:
        """The spec. Where no model answers, the offline author steps in if the example allows it, and
        says so; else raises as `Ask` does. `tried` counts the specs that the example has already."""
        if example.wanted_author == "offline":
            return self._offline(extraction, name)
        try:
            made = self._written(example, extraction, name, self._run(example, tried))
        except (ModelUnavailable, Refused) as trouble:
            falls = isinstance(trouble, ModelUnavailable) or trouble.code in FALL_BACK_AFTER
            if not (falls and example.offline_fallback):
                raise
            written = self._offline(extraction, name)
            fell_back = _fell_back(trouble, unheard=example.wish)
            return replace(written, warnings=(fell_back, *written.warnings))
        return WrittenSpec(document=made.document, warnings=tuple(map(_warning, made.warnings)))

    def _written(
        self, example: Example, extraction: Extraction, name: str, run: ModelRun
    ) -> Written:
        """The model's spec. Refused("cap_reached") before anything is paid, where the whole run is too dear."""
        words, models = extraction.metadata.word_count, self._models()
        if refusal := models.too_dear(run, words, example.route == "bespoke"):
            raise Refused("cap_reached", refusal)
        how: dict[str, Any] = {
            "name": name,
            "unsupported": example.unsupported,
            "wish": example.wish,
            "run": run,
        }
        by_section = example.route == "compiled" and models.is_small(example.owner)
        try:
            if by_section:
                made = models.section_author.write_spec(extraction, **how)
            else:
                made = models.author.write_spec(extraction, route=example.route, **how)
        except SpecUnusable as unusable:
            self.waive(example.owner, unusable.calls)
            raise
        self.waive(example.owner, made.wasted)
        return made

    def _offline(self, extraction: Extraction, name: str) -> WrittenSpec:
        made = self.offline(extraction, name=name)
        return WrittenSpec(document=made.document, warnings=tuple(map(_warning, made.warnings)))

    def code(
        self,
        example: Example,
        document: SpecDocument,
        extraction: Extraction,
        *,
        tried: int,
        present: Present | None = None,
    ) -> WrittenCode:
        """The app of the spec: compiled, or by a model if it is to be written as a whole; where there is
        a `present` one, that one is changed as little as can be.

        Answers that held no code are not charged. Refused("code_unusable"), or raises as `Ask` does.
        """
        if document.bespoke is None:
            return WrittenCode(html=self.compiler(document, extraction))
        run = self._run(example, tried)
        if present:
            with suppress(CodeUnusable):  # its calls are not charged, and the app is written anew
                return self._uncharged_waste(
                    example,
                    lambda models: models.coder.follow(document, extraction, present, run=run),
                )
        return self._uncharged_waste(
            example,
            lambda models: models.coder.write(document, extraction, wish=example.wish, run=run),
        )

    def mended(
        self,
        example: Example,
        strategy: Strategy,
        document: SpecDocument,
        extraction: Extraction,
        broken: Broken,
    ) -> WrittenCode:
        """The app mended in this way. Raises as `code` does."""
        run = self._run(example, 0)
        return self._uncharged_waste(
            example,
            lambda models: models.coder.mend(
                strategy, document, extraction, broken, wish=example.wish, run=run
            ),
        )

    def looked_at(
        self,
        example: Example,
        document: SpecDocument,
        html: str,
        pictures: tuple[bytes, ...],
    ) -> WrittenCode:
        """The app mended by what its pictures show, or as it is. Raises as `code` does."""
        run = self._run(example, 0)
        return self._uncharged_waste(
            example, lambda models: models.coder.look_at(document, html, pictures, run=run)
        )

    def edited(
        self,
        example: Example,
        wish: Wish,
        accept: Accept,
        accept_spec: Accept | None = None,
        *,
        tried: int,
    ) -> Edited:
        """The spec or code changed as its owner asks; answers that did not fit are not charged.

        Refused("change_unusable"), or raises as `Ask` does.
        """
        try:
            made = self._models().editor.edit(
                wish, accept=accept, accept_spec=accept_spec, run=self._run(example, tried)
            )
        except EditUnusable as unusable:
            self.waive(example.owner, unusable.calls)
            raise Refused(
                "change_unusable",
                f"The model's edits could not be applied; say it in other words. {unusable.message}",
            ) from unusable
        self.waive(example.owner, made.wasted)
        return made

    def waive(self, owner: str, calls: Sequence[str]) -> None:
        """Take these calls off what the owner is charged."""
        if calls:
            self._models().waive(owner, calls)

    def _uncharged_waste(
        self, example: Example, work: Callable[[ModelWriters], Coded]
    ) -> WrittenCode:
        try:
            coded = work(self._models())
        except CodeUnusable as unusable:
            self.waive(example.owner, unusable.calls)
            raise
        self.waive(example.owner, coded.wasted)
        return WrittenCode(html=coded.html, author=coded.author, calls=coded.calls)

    def _models(self) -> ModelWriters:
        if self.models is None:
            raise no_model()
        return self.models

    def _run(self, example: Example, tried: int) -> ModelRun:
        return ModelRun(
            owner=example.owner,
            example_id=example.id,
            job_id=example.job_id,
            cap_microusd=self.settings(example.owner).run_cap_microusd,
            try_number=tried,
        )


def _warning(warning: ReadingWarning) -> InputWarning:
    return InputWarning(
        code=warning.code,
        message=warning.message,
        page=warning.page,
        details=warning.details,
    )


def _fell_back(trouble: PraxeoError, *, unheard: str) -> InputWarning:
    told = f"{trouble.message} The offline author wrote this instead."
    return InputWarning(
        code="fell_back", message=f"{told} It follows no wishes." if unheard else told
    )
