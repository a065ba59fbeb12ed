"""Pages that are no content: errors, log-ins, questions for consent and checks for robots."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.text_unit import TextUnit

MOST_WORDS = 150  # of text that is no link; a page with more has something of its own to say
SAYS_ERROR = re.compile(
    r"\b(?:40[134]|410|429|50[0234])\b.{0,40}\b(?:error|not found|forbidden|unavailable|gateway|fehler)"
    r"|\b(?:error|fehler|erreur)\s*:?\s*(?:40[134]|410|429|50[0234])\b"
    r"|(?:page|seite|article|site)\b.{0,40}\b(?:not found|cannot be found|could not be found|doesn.t exist|does not exist|nicht gefunden"
    r"|existiert nicht|no longer (?:available|exists))|page introuvable|página no encontrada"
    r"|we.ll be right back|(?:be|come|try) (?:back|again) (?:soon|later|in a few (?:minutes|moments))"
    r"|(?:temporarily|currently) unavailable|down for maintenance|wartungsarbeiten|vorübergehend nicht (?:verfügbar|erreichbar)"
    r"|access (?:denied|to this page has been denied)|zugriff verweigert|you don.t have permission"
    r"|something went wrong|having (?:some )?trouble|internal server error"
    r"|(?:enable|activate) (?:javascript|cookies)|javascript (?:is|ist) (?:disabled|deaktiviert|required)"
    r"|(?:verify|confirm|checking|prüfen).{0,30}\b(?:human|browser|robot|mensch)|captcha|unusual traffic"
    r"|(?:log|sign) in to (?:continue|view|read)|please (?:log|sign) in|melden sie sich an"
    r"|we (?:value|respect) your privacy|(?:accept|manage) (?:all )?cookies|cookie[- ](?:consent|einstellungen)"
    r"|before you continue|bevor sie fortfahren",
    re.I | re.S,
)


def refuse_error_page(units: Sequence[TextUnit], title: str) -> None:
    """Raise Refused("error_page") for a short page that says that it is none.

    Where links lead on (a list of contents, a shop) a message somewhere among them is not what the page is
    about: there its title or a heading has to say so.
    """
    own = sum(len(unit.text.split()) for unit in units if unit.link_characters * 2 < len(unit.text))
    whole = sum(len(unit.text.split()) for unit in units)
    telling = [unit.text for unit in units if whole <= MOST_WORDS or unit.kind == "heading"]
    if own <= MOST_WORDS and SAYS_ERROR.search("\n".join([title, *telling])):
        raise Refused(
            "error_page",
            "This page holds a message (an error, a log-in or a question for consent) in place of its text. Open it "
            "in a browser until the text is there, save it, and add the saved file.",
        )
