"""What is not for learning: references, contents, legal lines, addresses, forms, navigation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import even, words
from praxeo.domain.blocks import Block

DIGITS_OF_A_DATE = 6  # "12 de octubre de 1492", in however short a sentence

_BACK_MATTER = re.compile(
    r"""^(?:[\dIVX.]+\s*)?(?:
    references(?:\s(?:and|&)\s.*)? | bibliography | works\scited | literature(?:\scited)? | citations |
    notes | footnotes | endnotes | acknowledge?ments? | (?:table\sof\s)?contents | index | on\sthis\spage |
    in\sthis\s(?:article|section|chapter|guide) | further\s(?:reading|research) | see\salso | external\slinks | related\s.* |
    (?:authors?[’']?s?\s)?contributions? | authors?\sinformation | about\sthe\sauthors? | credits |
    (?:conflicts?|competing)\s(?:of\s)?interests?(?:\sstatement)? | disclosures? | disclaimer | funding.* |
    financial\s.* | ethic(?:s|al)\s.* | consent\s.* | data\savailability.* | availability\s.* |
    supplementary\s.* | supporting\sinformation | abbreviations?\sused | copyright.* | licen[cs]e |
    colophon | imprint | keywords? | comments? | leave\sa\s(?:comment|reply) | share(?:\sthis)?.* |
    gnu\s.*\slicen[cs]e.* | copying | (?:the\s)?\w*\s?licen[cs]e\s(?:terms|text|agreement|notice).* | legal\snotices? |
    subscribe.* | newsletter.* | contact(?:\sus)? | more\sfrom.* | you\s(?:may|might)\salso\slike.* |
    recommended.* | tags? | categories | navigation | publisher[’']?s\snote | how\sto\scite.* |
    literatur(?:verzeichnis)? | quellen | danksagung | inhalt(?:sverzeichnis)? | impressum |
    références | bibliographie | remerciements | table\sdes\smatières | sommaire |
    referencias | bibliografía | agradecimientos | índice | contenido | riferimenti | bibliografia |
    bronnen | inhoud
    )\s*[:.]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LEGAL = re.compile(
    r"all rights reserved|registered trademark|creative commons|©|\(c\) ?\d{4}|copyright:|terms of (?:use|service)|"
    r"privacy policy|cookies?\b.*\b(?:accept|consent)|this article is (?:distributed|licensed)|"
    r"open access article|corresponding author|e-?mail:|@[\w-]+\.\w|doi:|https?://doi|"
    r"how to cite|received:? .*accepted|e?issn\b|isbn\b|published online|click here|sign up|"
    r"\bauthors? (?:read|declare|declared|approved|contributed|have read)\b|remains? neutral with regard|jurisdictional claims|see [\w ]{3,40} for (?:more|details|further)|log ?in|subscribe|follow us|affiliate|advertis|read more|learn more|download (?:the|our|now)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?:department|faculty|university|college|institute|school|division|centre|center) of\b",
    re.I,
)
_INITIALS = re.compile(
    r"^(?:[A-Z]{2,6}(?:,| and) ){1,}[A-Z]{2,6} [a-z]+ed\b|^[A-Z]{2,6} (?:conceived|designed|wrote|drafted)\b"
)
_AUTHOR_LIST = re.compile(r"\b[A-Z][\w’'´-]+,? (?:[A-Z]\.[- ]?){1,3}(?:[;,&]|and) [A-Z]")
_URL = re.compile(r"https?://|www\.\S")
_REFERENCE_ENTRY = re.compile(
    r"^(?:\[?\d{1,3}[\].]\s+)?[A-Z][\w’'-]+,? (?:[A-Z]\.? ?){1,3}[,;.&]|et al\.?,? .*\d{4}.*\d+\s?[:(]\s?\d+|"
    r"\b\d{4};\s?\d+(?:\(\d+\))?:\s?\d+"
)


_RESEARCH_PART = re.compile(
    r"\b(?:materials?|methods?|methodology|results?|statistical|statistics|experimental|procedures?|"
    r"data (?:collection|analysis|sources?)|participants|study (?:design|population|area)|findings|"
    r"discussion|limitations|appendix|assay|preparation|ethic\w*|sampling|measurements?)\b",
    re.IGNORECASE,
)
_SCHOLARLY = re.compile(r"\bet al\b|\(\w[^()]{2,60},? (?:19|20)\d{2}[a-z]?\)")
_FOOTNOTE = re.compile(r"\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]")
_PAPER = re.compile(
    r"\b(?:methods?|methodology|results|findings|abstract|discussion)\b", re.IGNORECASE
)
FEWEST_PAPER_HEADINGS = 2
FEWEST_QUESTIONS = 2  # that no menu has
FEWEST_MENU_ITEMS, LONGEST_MENU_ITEM = 15, 7  # items, words
SCHOLARLY_CITATIONS = 4  # per 1,000 words; from there a text is a research paper
_STUDY_REPORT = re.compile(
    r"\bet al\b|\b(?:study|studies|authors?|researchers?|investigators?|trials?|survey|experiments?|"
    r"participants|respondents|samples?|patients|rats|mice|groups?)\b.{0,40}\b(?:found|showed|shown|reported|"
    r"observed|demonstrated|revealed|suggest\w*|indicated?|concluded|were|was|has been|have been)\b|"
    r"\b(?:was|were|been|be) (?:found|observed|reported|shown|demonstrated|investigated|evaluated|studied|"
    r"compared|assessed|measured|recorded|obtained|performed|conducted|carried out|analy[sz]ed|collected|"
    r"determined|calculated|attributed|selected|examined|noted)\b|\b[pP]\s?[<=>]\s?0?\.|"
    r"\b(?:reported|demonstrated|observed|concluded|hypothesi[sz]ed|investigated|evaluated) (?:that|the|a)\b|"
    r"\bshowed (?:a |an |the )?(?:\w+ )?(?:better|less|higher|lower|more|greater|fewer|antimicrobial|similar|significant\w*)\b|"
    r"\b(?:when )?compared (?:to|with) \w|\bwere in the following order\b|\bwas recommended\b|\bdid not show\b|"
    r"\bin their study\b|\bstudy (?:proved|found|showed)\b|\bMIC\b|\bin the range of\b|"
    r"\b(?:future|further|previous|recent|several|many|more|few) (?:research|studies|study|work|investigations?|reports?|authors|evidence)\b|"
    r"\b(?:this|our|present) (?:study|paper|review|research|work|article)\b",
    re.IGNORECASE,
)


def is_research_part(heading: str) -> bool:
    """Whether a heading of a paper opens a report of what was done and measured."""
    return bool(_RESEARCH_PART.search(heading))


def reports_a_study(text: str) -> bool:
    """Whether a sentence tells what somebody found, rather than what is so."""
    return bool(_STUDY_REPORT.search(text))


def is_scholarly(text: str, headings: Sequence[str]) -> bool:
    """Whether a text is a research paper: it cites people often, or notes and has a paper's headings.

    Footnotes alone make none: an encyclopaedia has them, too.
    """
    size = len(text.split())
    paper = sum(bool(_PAPER.search(heading)) for heading in headings) >= FEWEST_PAPER_HEADINGS
    cited = len(_SCHOLARLY.findall(text)) + (len(_FOOTNOTE.findall(text)) if paper else 0)
    return size > 400 and cited * 1000 >= SCHOLARLY_CITATIONS * size


def is_back_matter(heading: str) -> bool:
    """Whether a section under this heading is for looking up, not for learning."""
    return bool(_BACK_MATTER.match(even(heading)))


def is_noise(block: Block) -> bool:
    """Whether a block is neither worth reading in an app nor fit for practice."""
    if block.kind in ("heading", "table", "code", "figure"):
        return False
    text = even(block.text)
    return not any(letter.isalpha() for letter in text) or (
        bool(_REFERENCE_ENTRY.search(text)) and len(text) < 400 and bool(re.search(r"\d{4}", text))
    )


def is_navigation(blocks: list[Block]) -> bool:
    """Whether blocks are a menu or a table of contents: many short items and no sentence."""
    items = [b for b in blocks if b.kind == "list_item"]
    if sum(b.text.rstrip().endswith("?") for b in blocks) >= FEWEST_QUESTIONS:
        return False
    if len(items) < FEWEST_MENU_ITEMS or any(b.kind in ("code", "table") for b in blocks):
        return False
    short = sum(len(b.text.split()) <= LONGEST_MENU_ITEM for b in items)
    prose = sum(b.kind == "paragraph" and b.text.rstrip().endswith((".", "!", "?")) for b in blocks)
    return short > 0.9 * len(items) and prose * 10 <= len(items)


def is_practisable(text: str) -> bool:
    """Whether a sentence of running text could carry an exercise at all."""
    if (
        _LEGAL.search(text)
        or _URL.search(text)
        or _AUTHOR_LIST.search(text)
        or _INITIALS.match(text)
    ):
        return False
    found = words(text)
    if not 5 <= len(found) <= 60:
        return False
    letters = sum(letter.isalpha() for letter in text)
    digits = sum(letter.isdigit() for letter in text)
    if letters < 0.6 * len(text) or digits > max(DIGITS_OF_A_DATE, 0.12 * len(text)):
        return False
    if len(_ADDRESS.findall(text)) and text.count(",") > 4:
        return False
    capitals = sum(word[:1].isupper() for word in found)
    return capitals <= 0.6 * len(found) or len(found) < 8
