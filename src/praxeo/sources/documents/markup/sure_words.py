"""The words of a marked text that surely are for its readers, counted by its lines alone, apart from its parser.

What could be a name, an option or a formula counts as none: the count is there to tell when a passage was lost.
"""

from __future__ import annotations

import re

from praxeo.sources.documents.word_count import Words, words_of

SURE = re.compile(
    r"""(?<!\S)[(\["'“‘„«*_/=~+`]*([^\W\d_]{3,}(?:[-’'][^\W\d_]{2,})*)[)\]"'”’“»*_/=~+`.,;:!?…]*(?!\S)"""
)
_BODY = r"(?:(?:\1[ \t]+\S.*|[ \t]*)(?:\n|\Z))*?(?=\1?\S|\Z)"

RST = re.compile(
    r"^([ \t]*)\.\.[ \t]+(?:\|[^|\n]*\|[ \t]+)?(?:toctree|index|tabularcolumns|bibliography|highlight|raw|meta|auto\w+|include"
    r"|literalinclude|graphviz|digraph|mermaid|uml|plot|default-role|role|unicode|replace|image|date|doxygen\w+|contents"
    r"|testsetup|testcleanup|sectnum|(?:py:)?(?:current)?module|sectionauthor|codeauthor|youtube|video|csv-table|math"
    r"|class|header|footer|title)::.*\n" + _BODY
    + r"|^[ \t]*\.\.[ \t]+(?:(?:note|tip|hint|warning|important|caution|danger|attention|error|admonition|topic|rubric)::|\[[^\]\n]*\])"
    r"|^[ \t]*\.\.[ \t].*$|^[ \t]*:[^:\n]+:(?:[ \t].*)?$|^[ \t]*__.*$|\|[^|\n]*\||`[^`]*`",
    re.MULTILINE,
)  # fmt: skip
ASCIIDOC = re.compile(
    r"^\+{4,}[ \t]*\n(?:(?!\+{4}).*\n)*(?:\+{4}.*)?|^(?:ifn?def|ifeval)::.*\n(?:(?!endif).*\n)*"
    r"|^(?:ifn?def|ifeval|endif|include|image|video|audio|toc)::.*$|^:!?[\w-]+!?:.*$|^\[(?:quote|verse)\b[^,\]\n]*,?|^\[(?!(?:quote|verse)\b).*\]$|^```.*$|^\.(?=\w)"
    r"|^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):|<<[^<>\n]*>>|\(\(\([^()]*\)\)\)|\|"
    r"|\b(?:image|icon|xref|link|menu|anchor|indexterm2?|pass|stem|latexmath|footnoteref):[^\s\[]{0,300}\[[^\[\]]*\]"
    r"|\bfootnote:[^\s\[]{0,300}\[",
    re.MULTILINE,
)
ORG = re.compile(
    r"^[ \t]*#\+begin_export.*\n(?:(?![ \t]*#\+end_export).*\n)*|^[ \t]*:[\w-]+:[ \t]*\n(?:(?![ \t]*:end:).*\n)*(?:[ \t]*:end:)?"
    r"|^[ \t]*(?:\#\+(?!title:)[\w-]+.*|(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):.*)$|^\*+[ \t]+(?-i:[A-Z]{3,}\b)?"
    r"|\\begin\{(?:[^\\]|\\(?!end\{))*|@@[^@]*@@|\{\{\{[^{}]*\}\}\}|[<\[]\d[^<>\[\]\n]*[>\]]|\$[^$\n]*\$"
    r"|\[\[[^\[\]]*\]\]?|\[(?:fn|cite)[^\[\]]*\]|\|",
    re.MULTILINE | re.IGNORECASE,
)


def sure_words(text: str, unsure: re.Pattern[str]) -> Words:
    """How often each word stands there, without what `unsure` finds."""
    return words_of(SURE.findall(unsure.sub(" ", text)))
