"""Which bombs stand for each format: what a grammar lets somebody write to overload its reader, and a file that does.

A format that is added has to be entered; what it can express is for who adds it to say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

MEANINGS = {
    "packed": "it unpacks to far more than its size",
    "nested": "parts inside each other, without end",
    "entities": "XML entities that multiply",
    "many": "more cells, rows, parts, cues or pages than anybody writes",
    "circle": "it refers to itself, or its definitions multiply",
    "far": "it claims dimensions, spans or repeats without measure",
    "long": "one line or text without end",
    "outside": "it takes in a file of the machine",
}

BOMBS: dict[str, dict[str, str]] = {
    "pdf": {"packed": "64 MB of spaces, packed twice", "nested": "200,000 nested arrays", "many": "three million texts on a page", "circle": "drawings that multiply", "far": "an image of 40 billion pixels"},
    "docx": {"packed": "280 MB in one Word part", "nested": "100,000 nested content controls", "entities": "billion laughs in Word", "many": "a Word table of 30,000 cells", "circle": "styles that inherit in a circle", "far": "a cell across a billion columns", "outside": "outside entity in Word"},
    "pptx": {"packed": "64 MB in a slide", "nested": "slides of shapes grouped 300 deep", "entities": "entities that multiply in pptx", "many": "a slide's table of 20,000 rows", "far": "a slide's cells across a billion columns"},
    "xlsx": {"packed": "120 MB in a workbook's strings", "nested": "a sheet whose rows nest 100,000 deep", "entities": "entities that multiply in xlsx", "many": "a sheet of 100,000 cells", "far": "a cell in the last corner of a sheet", "outside": "outside entity in a workbook"},
    "odt": {"packed": "64 MB in an OpenDocument text", "nested": "text of 20,000 sections in each other", "entities": "entities that multiply in odt", "many": "an OpenDocument table of 30,000 cells", "far": "a billion spaces in one element", "outside": "outside entity in OpenDocument"},
    "odp": {"packed": "64 MB in one part of odp", "nested": "OpenDocument slides whose frames nest 200 deep", "entities": "entities that multiply in odp", "many": "OpenDocument slides of 10,000 pages", "far": "OpenDocument slides with cells repeated a billion times"},
    "ods": {"packed": "64 MB in one part of ods", "nested": "spreadsheet of 20,000 sections in each other", "entities": "entities that multiply in ods", "many": "an OpenDocument sheet of 50,000 cells", "far": "a cell repeated a billion times"},
    "epub": {"packed": "64 MB in a book's chapter", "nested": "a book whose chapter nests 200,000 deep", "entities": "entities that multiply in epub", "many": "a book of 3,000 chapters", "outside": "part names that climb out of the folder"},
    "folder": {"packed": "a folder whose text unpacks to 64 MB", "many": "20,000 texts in one folder", "circle": "a drawing that uses itself tenfold, twelve times", "far": "a picture of 60,000² beside a text", "outside": "a drawing that is a file of this machine"},
    "apkg": {"packed": "an Anki collection that unpacks to 64 MB", "nested": "a deck whose card nests 100,000 deep", "many": "an Anki collection of a hundred thousand notes", "circle": "an Anki collection whose notes are a query without end"},
    "doc": {"nested": "a million fields in each other", "many": "300,000 pages of paragraphs", "circle": "text in 2,000 pieces of the same megabyte", "far": "four billion lists"},
    "ppt": {"nested": "20,000 groups in each other", "many": "the same slide 100,000 times", "circle": "slides whose edits are a circle", "far": "a table of cells at the ends of the world"},
    "xls": {"nested": "thousands of streams", "many": "a binary sheet of 60,000 cells", "circle": "circle of sectors", "far": "binary sheet over all rows and columns"},
    "rtf": {"nested": "RTF of 300,000 braces", "many": "RTF row of 120,000 cells", "circle": "RTF style based on itself", "far": "RTF picture of 900 million pixels", "long": "RTF of one word of 2 MB", "outside": "RTF that asks for a file"},
    "png": {"far": "PNG of 13,000 by 13,000 in 20 kB"},
    "jpeg": {"far": "JPEG that claims 65,000 by 65,000"},
    "webp": {"far": "WebP that claims 16,383 by 16,383"},
    "heif": {"far": "HEIC that claims 65,000 by 65,000"},
    "avif": {"far": "AVIF that claims 65,000 by 65,000"},
    "tiff": {"many": "TIFF of 10,000 frames", "circle": "TIFF whose frames are a circle"},
    "eml": {"nested": "a message of 20,000 nested parts", "many": "a message with a subject of a million words", "long": "a message of one line of 18 MB"},
    "mhtml": {"nested": "a saved page that nests 100,000 deep", "many": "a saved page of 5,000 parts", "long": "a saved page of one line of 11 MB"},
    "jats": {"nested": "an article nested 100,000 deep", "entities": "an article of entities that multiply", "far": "an article whose cells span a million columns", "long": "an article of one line of 11 MB"},
    "ttml": {"nested": "TTML nested 100,000 deep", "entities": "TTML of entities that multiply", "many": "TTML of 30,000 cues"},
    "ipynb": {"nested": "a notebook whose output is a page nested 100,000 deep", "many": "a notebook of 200,000 cells", "long": "a notebook of one line of 11 MB"},
    "html": {"nested": "HTML nested 200,000 deep", "many": "a page's table of 40,000 cells", "far": "a page's cells across a billion columns", "long": "a page of one line of 11 MB"},
    "vtt": {"nested": "WebVTT of 300,000 open tags", "many": "WebVTT of 30,000 cues", "long": "WebVTT of one line of 11 MB"},
    "srt": {"nested": "SubRip of 50,000 open tags", "many": "SubRip of 300,000 cues of one word", "long": "SubRip of one line of 18 MB"},
    "sbv": {"nested": "SBV of 300,000 open brackets", "many": "SBV of 30,000 cues", "long": "SBV of one line of 11 MB"},
    "ass": {"nested": "ASS of 300,000 open braces", "many": "ASS of 30,000 cues", "long": "ASS of one line of 11 MB"},
    "cards": {"nested": "flashcards with tags 100,000 deep", "many": "200,000 flashcards", "long": "a flashcard whose field never ends"},
    "gift": {"nested": "GIFT of 400,000 open braces", "many": "GIFT of 60,000 questions", "long": "GIFT of one answer of 11 MB"},
    "rst": {"nested": "reStructuredText of 900 nested lists", "many": "reStructuredText of 8,000 list items", "circle": "reStructuredText of substitutions that multiply", "far": "a grid table of 2,000 columns", "long": "reStructuredText of one line of 18 MB", "outside": "reStructuredText that takes in a file of the machine"},
    "latex": {"nested": "LaTeX of 200,000 open braces", "many": "a LaTeX table of 300,000 cells", "circle": "LaTeX of macros that multiply", "long": "LaTeX of one line of 18 MB", "outside": "LaTeX that takes in a file of the machine"},
    "asciidoc": {"nested": "AsciiDoc of 500 nested lists", "many": "an AsciiDoc table of 40,000 cells", "circle": "AsciiDoc of attributes that multiply", "far": "AsciiDoc of cells that cover the world", "long": "AsciiDoc of one line of 18 MB", "outside": "AsciiDoc that takes in a file of the machine"},
    "org": {"nested": "Org of 900 nested lists", "many": "an Org table of 40,000 cells", "circle": "Org of macros that multiply", "long": "Org of one line of 18 MB", "outside": "Org that takes in a file of the machine"},
    "markdown": {"nested": "Markdown quotes nested 50,000 deep", "many": "a Markdown table of 300,000 cells", "circle": "a Markdown text of 4,000 notes", "long": "Markdown of one line of 11 MB"},
    "txt": {"many": "a plain text of 100,000 list items", "long": "a line of thirty million letters"},
}  # fmt: skip


def without_bombs(
    labels: Collection[str], bombs: Mapping[str, Mapping[str, str]], files: Collection[str]
) -> Iterator[str]:
    """What is wrong with the table: formats without a bomb, bombs of which there is no file."""
    for label in labels:
        if not bombs.get(label):
            yield f"{label} has no bomb"
    for label, row in bombs.items():
        for kind, name in row.items():
            if label not in labels or kind not in MEANINGS or name not in files:
                yield f"{label}: {kind}: {name}"
