"""Where the picture of an `img` lies: the sizes it is offered in, what loads it later, its copy for pages without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.sources.documents.html.inline_drawings import drawing_address
from praxeo.sources.documents.html.tree import Element, name_of

WANTED_WIDTH = 1_600  # pixels; of larger ones nothing more would be shown
OFFERED_MAX = 60  # sizes of one picture that are looked at
SRCSET_CHARACTERS_MAX = 20_000
OFFER = re.compile(
    r"\s*(?P<address>[^\s,]\S*[^\s,]|[^\s,])(?:\s+(?P<size>[\d.]+)(?P<unit>[wx]))?\s*(?:,|$)"
)
LATER = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-url")
SETS = ("srcset", "data-srcset", "data-lazy-srcset")
PLACEHOLDER_CHARACTERS = (
    400  # of a `data:` address that only keeps the place of what is loaded later
)


def image_addresses(image: Element) -> list[str]:
    """The addresses of a picture, best first, each once."""
    if name_of(image) == "svg":
        return list(filter(None, [drawing_address(image)]))
    if name_of(image) == "image":  # of an SVG
        return [
            value for key, value in image.attrib.items() if key.rpartition("}")[2].endswith("href")
        ]
    offered = sorted(_offered(image), key=_rank)
    later = [image.get(name, "") for name in LATER]
    named = (image.get("src") or "").strip()
    placeholder = named.startswith("data:") and len(named) < PLACEHOLDER_CHARACTERS
    found = [*(address for _, address in offered), *later, *([] if placeholder else [named])]
    found += [address for copy in _copies(image) for address in image_addresses(copy)]
    found = [address for address in found if address] or [named]
    return list(dict.fromkeys(address.strip() for address in found if address.strip()))


def _rank(offer: tuple[float, str]) -> tuple[bool, float]:
    """The largest that is not too large, else the smallest of those that are."""
    width = offer[0]
    return (width > WANTED_WIDTH, width if width > WANTED_WIDTH else -width)


def _offered(image: Element) -> Iterator[tuple[float, str]]:
    """Width in pixels and address of each size that the image or the `picture` around it offers."""
    sets = [image.get(name) for name in SETS]
    around = image.getparent()
    while around is not None and name_of(around) in (
        "source",
        "picture",
    ):  # a `source` is not closed
        sets += [around.get(name) for name in SETS]
        around = around.getparent()
    for text in filter(None, sets):
        if text.lstrip().startswith("data:"):
            yield 0.0, text.strip().partition(" ")[0]
            continue
        for number, offer in enumerate(OFFER.finditer(text[:SRCSET_CHARACTERS_MAX])):
            if number >= OFFERED_MAX:
                break
            yield _width(offer), offer["address"]


def _width(offer: re.Match[str]) -> float:
    """Densities count as if the picture was shown 600 pixels wide."""
    try:
        size = float(offer["size"] or 1)
    except ValueError:
        return 0.0
    return size if offer["unit"] == "w" else 600 * size


def _copies(image: Element) -> Iterator[Element]:
    """What a `noscript` right after the image, or after what only holds it, shows in its place."""
    node = image
    for _ in range(2):
        after = node.getnext()
        if after is not None and name_of(after) == "noscript":
            yield from after.iter("img")
            return
        above = node.getparent()
        if above is None or name_of(above) not in ("picture", "a", "span"):
            return
        node = above
