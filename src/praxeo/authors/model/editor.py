"""The model as an editor: changes a spec or an app as its owner asks, by located edits."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.authors.model.addresses import without_addresses
from praxeo.authors.model.changes import Edited, EditUnusable, Wish
from praxeo.authors.model.code import UNCHANGED
from praxeo.authors.model.edits import Accept, applied_edits
from praxeo.authors.prompts.rendering import Fence, render
from praxeo.domain.errors import Refused
from praxeo.ports.models import Ask, ModelRun
from praxeo.sources.documents.sanitization import one_line, sanitize_text

TRIES = 2  # answers asked for until one fits; the second is told why the first did not
REASON_CHARACTERS_MAX = 300


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelEditor:
    """Asks for located edits and applies them."""

    ask: Ask
    fence: Fence

    def edit(
        self, wish: Wish, *, accept: Accept, accept_spec: Accept | None = None, run: ModelRun
    ) -> Edited:
        """The text with the change. `accept` raises Refused for a text that cannot be, `accept_spec` for a spec
        that is changed together with code; without it the spec stays.

        EditUnusable if no answer fits; else raises as `Ask` does.
        """
        text = wish.code or wish.spec
        texts = {"request": wish.request, "element": wish.element, "spec": wish.spec}
        name, wasted, refusal = "edit_spec", tuple[str, ...](), ""
        if wish.code:
            name, texts["code"] = "edit_code", wish.code
        for _ in range(TRIES):
            prompt = render(name, {**texts, "refusal": refusal}, fence_with=self.fence)
            answer = self.ask(prompt, run=run)
            calls = answer.ledger_entry_ids
            if said := UNCHANGED.fullmatch(answer.text):
                return _unchanged(text, said[1], calls, wasted)
            try:
                made = applied_edits(wish, answer.text, accept, accept_spec)
            except Refused as refused:
                refusal, wasted = refused.message, wasted + calls
                continue
            applied = made.applied
            if not (applied.changed or made.spec):
                return _unchanged(text, "The text is so already.", calls, wasted)
            return Edited(
                text=applied.text,
                changed=True,
                spec=made.spec,
                lines_added=applied.lines_added,
                lines_removed=applied.lines_removed,
                calls=calls,
                wasted=wasted,
            )
        raise EditUnusable(refusal, wasted)


def _unchanged(text: str, said: str, calls: tuple[str, ...], wasted: tuple[str, ...]) -> Edited:
    reason = one_line(without_addresses(sanitize_text(said)))[:REASON_CHARACTERS_MAX]
    reason = reason or "The model gave no reason."
    return Edited(text=text, changed=False, reason=reason, calls=calls, wasted=wasted)
