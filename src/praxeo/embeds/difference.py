"""What readers of an embed will find different once a newer version is published: told before anybody decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from praxeo.domain.access import Actor, permitted
from praxeo.domain.records import CodeSnippet, Embed, Example, Spec
from praxeo.embeds.service import Embeds
from praxeo.merging.outline import Node, read_outline
from praxeo.merging.pairing import paired
from praxeo.spec.canonical import canonical
from praxeo.spec.faults import SpecInvalid

LISTED_MAX = 200  # items of each kind; nobody reads more before a press of a button
LINE_CHARS_MAX = 240


@dataclass(frozen=True, kw_only=True)
class ChangedItem:
    """The first line of an item as it is published, and as it would be."""

    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Items by their first lines. `texts`: what is to be read differs; `code`: it is other code, of the same spec or
    of one that cannot be compared."""

    added: tuple[str, ...] = ()
    changed: tuple[ChangedItem, ...] = ()
    dropped: tuple[str, ...] = ()
    texts: bool = False
    code: bool = False


def difference(embeds: Embeds, actor: Actor, embed: Embed) -> Difference:
    """Between what is published and the example's present app. Raises NotFound, Forbidden."""
    records = embeds.records
    example = permitted(records.get(Example, embed.example_id), actor, Example)
    live = permitted(records.get(CodeSnippet, embed.code_snippet_id), actor, CodeSnippet)
    newest = permitted(records.get(CodeSnippet, example.code_snippet_id), actor, CodeSnippet)
    if live.spec_id == newest.spec_id:
        return Difference(code=live.content_hash != newest.content_hash)
    specs = [permitted(records.get(Spec, each.spec_id), actor, Spec) for each in (live, newest)]
    before, after = (embeds.blobs.read(each.text_blob).decode() for each in specs)
    return compared(before, after)


def compared(before: str, after: str) -> Difference:
    """What differs between two spec texts, wherever an item stands by now."""
    try:
        old, new = (_leaves(read_outline(canonical(text))) for text in (before, after))
    except SpecInvalid:
        return Difference(code=before != after)
    pairs = paired(old["item"], new["item"])
    kept = set(pairs.values())
    return Difference(
        added=_lines(item for at, item in enumerate(new["item"]) if at not in pairs),
        changed=tuple(
            ChangedItem(before=_line(old["item"][was]), after=_line(new["item"][at]))
            for at, was in sorted(pairs.items())
            if old["item"][was].words != new["item"][at].words
        )[:LISTED_MAX],
        dropped=_lines(item for at, item in enumerate(old["item"]) if at not in kept),
        texts=[each.own for each in old["prose"]] != [each.own for each in new["prose"]],
    )


def _leaves(spec: Node) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {"item": [], "prose": []}
    for leaf in spec.leaves():
        if leaf.kind in found:
            found[leaf.kind].append(leaf)
    return found


def _lines(items: Iterable[Node]) -> tuple[str, ...]:
    return tuple(_line(item) for item in islice(items, LISTED_MAX))


def _line(item: Node) -> str:
    first = item.key.strip().splitlines()[0]
    return first.removeprefix("- ").removeprefix("1. ").replace("**", "")[:LINE_CHARS_MAX]
