"""Knows headings by what they say: the names that the sections of papers and reports have in most of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.text_styles import Look, Style, look_of

LARGER = 1.08  # times the size of the text
SAME_SIZE = 0.85  # times the size of the text, at least
FEWEST = 2  # such names in one look
NAME = re.compile(
    r"(?:[\dIVX]{1,4}[.)]?\s+)?(?:"
    r"abstract|summary|introduction|background|(?:materials?|patients|subjects) and methods?|methods?|methodology|"
    r"(?:theoretical|related) (?:framework|work)|results?(?: and discussion)?|findings|discussion(?: and conclusions?)?|"
    r"conclusions?|limitations|references|bibliography|acknowledge?ments?|appendix|glossary|contents|"
    r"einleitung|einführung|(?:material und )?methoden?|ergebnisse(?: und diskussion)?|diskussion|fazit|schluss|ausblick|"
    r"literatur(?:verzeichnis)?|zusammenfassung|danksagung|anhang|glossar|inhalt(?:sverzeichnis)?|"
    r"r[ée]sum[ée]|m[ée]thodes?|r[ée]sultats?|conclusions?|r[ée]f[ée]rences|bibliographie|remerciements|"
    r"resumen|introducci[óo]n|m[ée]todos|resultados|discusi[óo]n|conclusi[óo]n(?:es)?|referencias|bibliograf[íi]a"
    r")\s*[:.]?",
    re.IGNORECASE,
)

# What stands in capitals above the small print that opens a paper: often beside each other, above two columns.
FRONT = re.compile(
    r"ARTICLE INFO(?:RMATION)?|ARTICLE HISTORY|(?:GRAPHICAL )?ABSTRACT|HIGHLIGHTS|KEY ?WORDS|SUMMARY|"
    r"ZUSAMMENFASSUNG|R[ÉE]SUM[ÉE]|RESUMEN|INFORMATIONEN ZUM ARTIKEL"
)


def front_names(drafts: Sequence[Draft], shaped: Sequence[bool]) -> set[int]:
    """Lines in capitals that name the parts before a paper's first section, however small they are."""
    return {
        at
        for at, draft in enumerate(drafts)
        if shaped[at] and draft.line_count == 1 and FRONT.fullmatch(draft.text.strip())
    }


def named_sections(
    drafts: Sequence[Draft], shaped: Sequence[bool], style: Style, headings: set[int]
) -> set[int]:
    """Lines that say the name of a section and stand out from the text, where two or more look alike.

    None where such names are among the headings that were known by their looks: the others are parts of an abstract.
    """
    if sum(NAME.fullmatch(drafts[at].text) is not None for at in headings) >= FEWEST:
        return set()
    named: dict[Look, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        if shaped[at] and draft.line_count == 1 and NAME.fullmatch(draft.text):
            named[look_of(draft)].append(at)
    return {
        at
        for members in named.values()
        if len(members) >= FEWEST and _stands_out(drafts[members[0]], style)
        for at in members
    }


def _stands_out(draft: Draft, style: Style) -> bool:
    if draft.size < SAME_SIZE * style.size:
        return False
    other_weight = (draft.bold and not style.face.bold) or (draft.italic and not style.face.italic)
    return other_weight or draft.capitals or draft.size >= LARGER * style.size
