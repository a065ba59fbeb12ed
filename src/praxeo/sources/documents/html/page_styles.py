"""What a page's own style sheets hide: rules with one simple selector in its `<style>` elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.sources.documents.html.tree import Element, name_of

LONGEST_SHEET_CHARACTERS = 500_000
COMMENT = re.compile(r"/\*.*?\*/", re.S)
# What holds for some windows only hides from nobody for certain.
MEDIA = re.compile(r"@(?:media|supports|container)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.I)
AT_RULE = re.compile(r"@[\w-]+[^{};]*\{")
RULE = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
SIMPLE = re.compile(r"(?P<tag>[a-zA-Z][\w-]*)?(?P<rest>(?:[.#][\w-]+)*)")
HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![-\w])opacity\s*:\s*0?\.?0+(?![\d.])"
    r"|font-size\s*:\s*0(?![.\d])|(?:left|top|right|text-indent)\s*:\s*-\d{4,}"
    r"|clip\s*:\s*rect\(\s*(?:0|1px)[^)]*\)|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|transform\s*:\s*scale\(\s*0\s*\)",
    re.I,
)
SHOWS = re.compile(
    r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible|(?<![-\w])opacity\s*:\s*(?:1|0?\.\d*[1-9])",
    re.I,
)
COLOUR = re.compile(r"(?<![-\w])color\s*:\s*([^;!]+)", re.I)
GROUND = re.compile(r"background(?:-color)?\s*:\s*(#\w+|rgba?\([^)]*\)|[a-z]+)\s*(?:;|$|!)", re.I)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Selector:
    tag: str
    classes: frozenset[str]
    id: str

    def fits(self, element: Element, classes: frozenset[str]) -> bool:
        """Whether the element is one of those that the selector names."""
        return (
            (not self.tag or self.tag == name_of(element))
            and (not self.id or self.id == element.get("id"))
            and self.classes <= classes
        )


@dataclass(kw_only=True)
class PageStyles:
    """The rules that hide, by what they name; asked for each element of the page."""

    _by_class: dict[str, list[_Selector]] = field(default_factory=dict)
    _by_id: dict[str, list[_Selector]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Element) -> PageStyles:
        """The rules in the `<style>` elements of a page that hold for every window and are nowhere undone."""
        styles = cls()
        sheet = "\n".join(node.text or "" for node in root.iter("style"))[:LONGEST_SHEET_CHARACTERS]
        sheet = COMMENT.sub("", sheet)
        shown = {
            selector.strip().rpartition(" ")[2]
            for selectors, rules in RULE.findall(AT_RULE.sub("", sheet))
            if SHOWS.search(rules)
            for selector in selectors.split(",")
        }
        for selectors, rules in RULE.findall(MEDIA.sub("", sheet)):
            if HIDES.search(rules) or _unseen_colour(rules):
                for selector in {selector.strip() for selector in selectors.split(",")} - shown:
                    styles._keep(selector)
        return styles

    def hide(self, element: Element) -> bool:
        """Whether a rule hides the element. One with a class or id of its own is needed for that."""
        if not self._by_class and not self._by_id:
            return False
        classes = frozenset((element.get("class") or "").split())
        asked = self._by_id.get(element.get("id") or "", [])
        return any(
            selector.fits(element, classes)
            for selector in (*asked, *(s for name in classes for s in self._by_class.get(name, ())))
        )

    def _keep(self, text: str) -> None:
        match = SIMPLE.fullmatch(text)
        if match is None or not match["rest"]:
            return  # a whole kind of element, or one inside another: not decided by this alone
        names = re.findall(r"([.#])([\w-]+)", match["rest"])
        selector = _Selector(
            tag=(match["tag"] or "").lower(),
            classes=frozenset(name for kind, name in names if kind == "."),
            id=next((name for kind, name in names if kind == "#"), ""),
        )
        if selector.id:
            self._by_id.setdefault(selector.id, []).append(selector)
        else:
            self._by_class.setdefault(min(selector.classes), []).append(selector)


def _unseen_colour(rules: str) -> bool:
    """A colour on itself, both stated by one rule."""
    colour, ground = COLOUR.search(rules), GROUND.search(rules)
    return bool(colour and ground and colour[1].strip().lower() == ground[1].strip().lower())
