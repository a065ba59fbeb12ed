"""The model as a programmer: writes an app for a spec, and mends it in three ways.

Each way is another strategy, the smallest change first: located edits with the evidence of the check;
the part that is wrong anew, with a picture; the whole app anew from the spec, with the list of failures.
None of them can touch the spec: it goes into the prompt, and only code comes out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from praxeo.authors.model.changes import Broken, Coded, CodeUnusable, Present
from praxeo.authors.model.code import edited_or_as_it_was, whole_file, with_edits, with_parts
from praxeo.authors.model.differing import difference
from praxeo.authors.model.strategies import Strategy
from praxeo.authors.prompts.rendering import Fence, render
from praxeo.compile.sources import read_source
from praxeo.domain.blocks import Extraction
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import Refused
from praxeo.domain.spec import UNSUPPORTED, SpecDocument
from praxeo.ports.models import Ask, Completion, ModelRun, ModelUnavailable, Prompt
from praxeo.spec.text import print_spec

TRIES = 2  # answers asked for until one holds a whole file
FINDINGS_TOLD_MAX = 20
QUOTES_MAX = 200


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelCoder:
    """Writes and mends apps with a model."""

    ask: Ask
    fence: Fence

    def write(
        self,
        document: SpecDocument,
        extraction: Extraction | None,
        *,
        run: ModelRun,
        wish: str = "",
        failures: str = "",
    ) -> Coded:
        """The app. Refused("code_unusable") if no answer holds one; else raises as `Ask` does."""
        texts = {
            "spec": print_spec(document),
            "quotes": _quotes(document, extraction),
            "failures": failures,
            "wish": wish,
        }
        prompt = render("write_code", texts, fence_with=self.fence)
        if failures:
            prompt = replace(prompt, purpose="repair_code")
        return self._first_usable(prompt, run, whole_file)

    def follow(
        self,
        document: SpecDocument,
        extraction: Extraction | None,
        present: Present,
        *,
        run: ModelRun,
    ) -> Coded:
        """The present app after the changes of its spec, by the smallest edits. Raises as `write` does."""
        spec = print_spec(document)
        changes = difference(present.spec, spec)
        if not changes:
            return Coded(html=present.html, author=present.author, calls=())
        texts = {"changes": changes, "spec": spec, "code": present.html}
        texts["quotes"] = _quotes(document, extraction)
        prompt = render("follow_spec", texts, fence_with=self.fence)
        return self._first_usable(prompt, run, partial(edited_or_as_it_was, present.html))

    def mend(
        self,
        strategy: Strategy,
        document: SpecDocument,
        extraction: Extraction | None,
        broken: Broken,
        *,
        run: ModelRun,
        wish: str = "",
    ) -> Coded:
        """The app mended in this way. Raises as `write` does."""
        failures = told(broken.report)
        if strategy.name == "whole":
            start = "An earlier try failed its check with these failures. Do not repeat them.\n"
            return self.write(document, extraction, wish=wish, run=run, failures=start + failures)
        texts = {"spec": print_spec(document), "code": broken.html, "failures": failures}
        name, images = f"repair_{strategy.name}", (broken.picture,)
        prompt = shown = render(name, texts, fence_with=self.fence)
        if broken.picture and strategy.name == "part":
            shown = render(name, texts, fence_with=self.fence, images=images)
        change = with_edits if strategy.name == "patch" else with_parts
        try:
            answer = self.ask(shown, run=run)
        except ModelUnavailable as trouble:
            # Not every model sees; the words alone may do.
            if shown is prompt or trouble.code != "model_request_refused":
                raise
            answer = self.ask(prompt, run=run)
        return self._coded(prompt, answer, lambda text: change(broken.html, text))

    def look_at(
        self, document: SpecDocument, html: str, pictures: tuple[bytes, ...], *, run: ModelRun
    ) -> Coded:
        """The app with what looks wrong in its `pictures` (PNG) mended, or as it is. Raises as `write` does."""
        texts = {"spec": print_spec(document), "code": html}
        prompt = render("critique", texts, fence_with=self.fence, images=pictures)
        answer = self.ask(prompt, run=run)
        return self._coded(prompt, answer, partial(edited_or_as_it_was, html))

    def _first_usable(self, prompt: Prompt, run: ModelRun, read: Callable[[str], str]) -> Coded:
        wasted: tuple[str, ...] = ()
        for number in range(TRIES):
            asked = replace(run, try_number=run.try_number * TRIES + number)
            try:
                made = self._coded(prompt, self.ask(prompt, run=asked), read)
            except CodeUnusable as refused:
                wasted += refused.calls
                if number == TRIES - 1:
                    raise CodeUnusable(refused.message, wasted) from refused
            else:
                return replace(made, wasted=wasted)
        raise AssertionError("the loop ends by itself")

    def _coded(self, prompt: Prompt, completion: Completion, read: Callable[[str], str]) -> Coded:
        try:
            html = read(completion.text)
        except Refused as refused:
            raise CodeUnusable(refused.message, completion.ledger_entry_ids) from refused
        return Coded(
            html=html,
            author=f"{completion.model}, {prompt.version}",
            calls=completion.ledger_entry_ids,
        )


def told(report: CheckReport) -> str:
    """The findings of a check as a programmer needs them."""
    lines = [
        f"- {finding.where}: {finding.message}" if finding.where else f"- {finding.message}"
        for finding in report.findings[:FINDINGS_TOLD_MAX]
    ]
    if report.finding_count > len(lines):
        lines.append(f"- and {report.finding_count - len(lines)} more")
    return "\n".join(lines)


def _quotes(document: SpecDocument, extraction: Extraction | None) -> str:
    """The quotes behind the spec's evidence, one a line, with their places."""
    source = read_source(extraction, document.language)
    references = dict.fromkeys(
        reference
        for section in document.sections
        for activity in section.activities
        for item in activity.items
        for reference in item.evidence
        if item.evidence != UNSUPPORTED
    )
    lines = []
    for reference in list(references)[:QUOTES_MAX]:
        label = source.labels.get(reference.partition(".")[0], "")
        lines.append(f"{{{reference}}} {label}: {source.quote(reference) or ''}")
    return "\n".join(lines)
