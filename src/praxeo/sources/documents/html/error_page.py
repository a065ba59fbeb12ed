"""Pages that are no content: errors, log-ins, offers of a subscription, questions for consent, checks for robots,
requests to run scripts."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.message_words import ALONE, SAID
from praxeo.sources.documents.html.text_unit import TextUnit
from praxeo.sources.documents.html.tree import Element

MOST_WORDS = 150  # of text that is no link; a page with more has something of its own to say
BARE_WORDS = 30  # a page with no more is there for its field for a password, or still loads
LONGEST_QUOTE = 120  # characters


def refuse_error_page(units: Sequence[TextUnit], title: str, root: Element) -> None:
    """Raise Refused("error_page") for a short page that says that it is none, with what it says.

    Where links lead on (a list of contents, a shop) a message somewhere among them is not what the page is
    about: there its title or a heading has to say so.
    """
    unlinked = [unit for unit in units if unit.link_characters * 2 < len(unit.text)]
    if sum(len(unit.text.split()) for unit in unlinked) > MOST_WORDS:
        return
    whole = sum(len(unit.text.split()) for unit in units)
    telling = [unit.text for unit in unlinked if whole <= MOST_WORDS or unit.kind == "heading"]
    bare = whole <= BARE_WORDS
    said = next((text for text in [title, *telling] if _is_message(text, bare)), "")
    if not said and bare and root.xpath("//input[@type='password']"):
        said = title or units[0].text
    if not said:
        return
    quoted = " ".join(said.split())
    quoted = quoted if len(quoted) <= LONGEST_QUOTE else quoted[: LONGEST_QUOTE - 1].rstrip() + "…"
    raise Refused(
        "error_page",
        f"This page holds a message in place of its text: “{quoted}”. Open it in a browser until the text is "
        "there, save it, and add the saved file.",
        details={"says": quoted},
    )


def _is_message(text: str, bare: bool) -> bool:
    return any(words.search(text) for words in SAID) or (bare and bool(ALONE.fullmatch(text)))
