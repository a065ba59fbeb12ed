"""What an update would change for readers, told item by item."""

from __future__ import annotations

import pytest

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example, Spec, changed, created
from praxeo.embeds.difference import Difference, compared, difference
from praxeo.embeds.service import Embeds

SPEC = """---
spec: 1
title: Water
language: en
source: A text
---

## Section: The cycle {p. 1}

Water goes round.

### Terms: Words

- **Evaporation**: liquid water becoming vapour {p. 1}
- **Condensation**: vapour becoming small drops of water {p. 1}
- **Runoff**: water that flows over the land {p. 1}
"""
CHANGED = (
    SPEC.replace("small drops of water", "small drops of liquid water")
    .replace("- **Runoff**: water that flows over the land {p. 1}\n", "")
    .replace("- **Evap", "- **Transpiration**: what plants release through leaves {p. 1}\n- **Evap")
)


def test_items_added_changed_and_dropped_are_told_by_their_words() -> None:
    told = compared(SPEC, CHANGED)
    assert told.added == ("Transpiration: what plants release through leaves",)
    assert told.dropped == ("Runoff: water that flows over the land",)
    [item] = told.changed
    assert item.before == "Condensation: vapour becoming small drops of water"
    assert item.after == "Condensation: vapour becoming small drops of liquid water"
    assert not told.texts
    assert compared(SPEC, SPEC.replace("goes round", "goes on")) == Difference(texts=True)


def test_another_order_or_place_changes_nothing_for_readers() -> None:
    moved = SPEC.replace("- **Runoff**: water that flows over the land {p. 1}\n", "").replace(
        "- **Evap", "- **Runoff**: water that flows over the land {p. 2}\n- **Evap"
    )
    assert compared(SPEC, moved) == Difference()


def test_what_is_no_spec_is_other_code() -> None:
    assert compared("no spec", SPEC) == Difference(code=True)


@pytest.mark.parametrize("same_spec", [True, False])
def test_an_embed_is_compared_with_its_examples_present_app(
    embeds: Embeds, example: Example, same_spec: bool
) -> None:
    now, actor = embeds.clock.now(), local_user()
    embed = embeds.publish(actor, example.id)
    assert difference(embeds, actor, embed) == Difference()
    live = embeds.records.get(CodeSnippet, embed.code_snippet_id)
    assert live is not None
    newer = "spc_1" if same_spec else "spc_2"
    for name, text in (("spc_1", SPEC), ("spc_2", CHANGED)):
        blob = embeds.blobs.put(f"specs/{name}", text.encode()).key
        embeds.records.save(
            created(
                Spec,
                now,
                id=name,
                owner="local",
                example_id=example.id,
                number=1,
                text_blob=blob,
                size=len(text),
                author="you",
            )
        )
    snippet = created(
        CodeSnippet,
        now,
        id=embeds.ids.new("cod"),
        owner="local",
        example_id=example.id,
        spec_id=newer,
        number=2,
        code_blob=live.code_blob,
        size=1,
        content_hash="other",
        check_status="passed",
    )
    stored = embeds.records.get(Example, example.id)
    assert stored is not None
    embeds.records.save(snippet, changed(stored, now, code_snippet_id=snippet.id))
    told = difference(embeds, actor, embed)
    assert told == (Difference(code=True) if same_spec else compared(SPEC, CHANGED))
