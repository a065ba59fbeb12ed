"""The control words of RTF that lead somewhere else than into the text, or that stand for a sign."""

from __future__ import annotations

SKIP = "skip"
FORM = "form"
STORIES = {
    "footnote": "notes",
    "annotation": "comments",
    "shptxt": "boxes",
    "dptxbxtext": "boxes",
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        "furniture",
    ),
}
TABLES = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "info": "info",
    "pict": "picture",
    "formfield": FORM,
    "sp": "property",
}
NUMBERS = {"listtext": "number", "pntext": "number"}
FACTS = {"title": "title", "author": "author", "creatim": "created", "doccomm": SKIP}
SKIPPED = frozenset(
    [
        *(
            "colortbl",
            "listtable",
            "listoverridetable",
            "revtbl",
            "rsidtbl",
            "generator",
            "themedata",
        ),
        *("datastore", "latentstyles", "xmlnstbl", "filetbl", "bkmkstart", "bkmkend", "tc", "tcn"),
        *("xe", "falt", "panose", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn"),
        *("atnid", "atnauthor", "atnref", "atnicn", "atndate", "atrfstart", "atrfend", "atntime"),
        *("nonshppict", "shprslt", "objdata", "objclass", "objname", "fldinst", "pntxta"),
        *("pntxtb", "pnseclvl", "nonesttables", "template", "operator", "keywords", "subject"),
        *(
            "company",
            "private",
            "userprops",
            "upr",
            "mmathPr",
            "mmathPict",
            "mctrlPr",
            "moMathParaPr",
            "blipuid",
            "picprop",
            "datafield",
        ),
        *("background", "protusertbl", "pgptbl", "listpicture", "mailmerge"),
    ]
)
# Groups marked as ignorable whose text is read all the same.
KNOWN = frozenset(
    [
        "shppict",
        "shpinst",
        "shp",
        "do",
        "dptxbx",
        "nesttableprops",
        "ud",
        "moMathPara",
        "moMath",
        "ffl",
    ]
)
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
}
CONTROL_SIGNS = {"~": "\u00a0", "_": "-", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}
PARAGRAPH_ENDS = frozenset(["par", "sect", "page", "column", "\n", "\r"])
