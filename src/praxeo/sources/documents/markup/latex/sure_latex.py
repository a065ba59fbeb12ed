"""The words of a LaTeX text that surely are for its readers, counted apart from its parser."""

from __future__ import annotations

import re

from praxeo.sources.documents.markup.sure_words import sure_words
from praxeo.sources.documents.word_count import Words

BODY = re.compile(r"\\begin\{document\}(?P<body>.*?)(?:\\end\{document\}|\Z)", re.DOTALL)
COMMENT = re.compile(r"(?<!\\)%.*$", re.MULTILINE)
UNREAD = "|".join(
    ("tikz\\w*|\\w*picture|forest|circuitikz|chemfig|equation|align|alignat|flalign|gather|multline|eqnarray",
     "displaymath|math|dmath|array|thebibliography|filecontents|comment",
     "verbatim|Verbatim|lstlisting|minted|alltt")
)  # fmt: skip
# A command whose argument is text of the line it stands in; of others no argument is surely text.
SHOWN = re.compile(
    r"\\(?:text(?:bf|it|sl|tt|sf|sc|rm|up|md)|emph|strong|uline|underline|mbox|footnote|caption|item"
    r"|(?:part|chapter|(?:sub){0,2}section|(?:sub)?paragraph))\*?(?=[\s{\[])"
)
UNSURE = re.compile(
    rf"\\begin\{{(?:{UNREAD})\*?\}}(?:[^\\]|\\(?!end\{{(?:{UNREAD})\*?\}}))*+"
    r"|\\(?:begin|end)\{[^{}]*\}(?:\[[^\[\]\n]*\]|\{[^{}]*\})*"
    r"|\$\$[^$]*\$\$|\$[^$]*\$|\\\[(?:[^\\]|\\(?![\[\]]))*+\\\]|\\\((?:[^\\]|\\(?![()]))*+\\\)"
    r"|\\(?:[A-Za-z@]+\*?|[^A-Za-z])(?:\s*+(?:\[[^\[\]]*\]|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\}))*"
    r"|[&{}]"
)


def seen_in_latex(text: str) -> Words:
    """How often each of them stands in the body; of a command of the document's own no argument is counted."""
    found = BODY.search(text)
    body = COMMENT.sub("", found["body"] if found else text)
    return sure_words(SHOWN.sub(" ", body), UNSURE)
