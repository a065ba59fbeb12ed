"""Which directives and roles are what: code, formulas, silent ones, those whose argument is no title."""

from __future__ import annotations

import re

CODE = re.compile(
    r"code|code-block|sourcecode|code-cell|ipython3?|prompt|jupyter-execute|testcode|testoutput"
)
FORMULA = re.compile("math")
SILENT = re.compile(
    r"toctree|index|highlight|(?:py:)?(?:current)?module|tabularcolumns|bibliography|default-domain|sectionauthor"
    r"|codeauthor|testsetup|testcleanup|raw|include|literalinclude|auto\w+|doxygen\w+|graphviz|digraph|mermaid|uml"
    r"|plot|youtube|video"
)
INCLUDED = re.compile("include|literalinclude")
WITHOUT_TITLE = re.compile(
    r"only|ifconfig|tabs|tab-set|hlist|grid|grid-item|glossary|version(?:added|changed|removed)|deprecated"
)
WORDS = re.compile(
    r"ref|doc|term|any|numref|eq|download|guilabel|menuselection|abbr|dfn|token|cite(?::\w+)?|keyword|tab"
)
OURS = (CODE, FORMULA, SILENT, WITHOUT_TITLE)


def is_ours(name: str) -> bool:
    """Whether a directive is read by our own rules, even if Docutils has one of that name."""
    return any(kind.fullmatch(name) for kind in OURS)
