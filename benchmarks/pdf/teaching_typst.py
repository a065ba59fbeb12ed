"""Teaching material as Typst's markup."""

from __future__ import annotations

from typing import Any

from benchmarks.pdf.teaching import Lesson
from benchmarks.pdf.teaching_layouts import made_lesson

FORMULAS = [
    "$ (dif^2 x)/(dif t^2) = - (k)/(m) x $",
    "$ E = 1/2 m v^2 + integral_0^L rho(x) dif x $",
    "$ overline(x) = 1/n sum_(i=1)^n x_i, quad s = sqrt((sum_i (x_i - overline(x))^2)/(n-1)) $",
]
FEET = {
    "bare": "#context counter(page).display()",
    "of": '#context counter(page).display("1 / 1", both: true)',
    "dash": "– #context counter(page).display() –",
    "": "",
}
OF_TEXT_SIZE = ("weight", "caps", "italic", "small caps", "underline")
BODIES = {
    "caps": "upper(it.body)", "small caps": "smallcaps(it.body)", "underline": "underline(it.body)",
}  # fmt: skip
STROKES = {"grid": "0.5pt", "rows": "(x, y) => (bottom: 0.5pt)"}
FILLS = {
    "zebra": ", fill: (x, y) => if calc.odd(y) { luma(235) }",
    "headshade": ', fill: (x, y) => if y == 0 { rgb("#b8cce4") }',
}


def made_typst(kind: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The document of that kind and seed in Typst's markup, and its gold."""
    lesson, gold = made_lesson(kind, seed)
    return as_typst(lesson), gold


def as_typst(lesson: Lesson) -> str:
    """The whole document."""
    out = [_page(lesson), _text(lesson), *_heads(lesson), "#show table: set text(size: 0.9em)"]
    columns, opened = lesson.style["columns"], False
    for part in lesson.parts:
        out.append(PARTS[part[0]](part))
        if part[0] == "heading" and part[1] == 1 and columns > 1 and not opened:
            out.append(f"#columns({columns}, gutter: {lesson.chance.choice([12, 18])}pt)[")
            opened = True
    return "\n".join([*out, "]" if opened else ""])


def _page(lesson: Lesson) -> str:
    style = lesson.style
    if style.get("slides"):
        page = 'paper: "presentation-16-9", margin: 1.5cm'
    else:
        page = (
            f'paper: "{style["paper"]}", margin: (x: {lesson.chance.choice([2, 2.5])}cm, y: 2.4cm)'
        )
        page += ", flipped: true" if style.get("landscape") else ""
    if any(part[0] == "margin" for part in lesson.parts):
        page = f'paper: "{style["paper"]}", margin: (left: 2cm, right: 5.5cm, y: 2.4cm)'
    head = escaped(lesson.furniture) if style["head"] else ""
    side, foot = style["side"], FEET[style["number"]]
    return f"#set page({page}, header: align({side})[#text(size: 8pt)[{head}]], footer: align({side})[#text(size: 8pt)[{foot}]])"


def _text(lesson: Lesson) -> str:
    style = lesson.style
    size = 18 if style.get("slides") else style["size"]
    language = "de" if lesson.german else "en"
    indent = ", first-line-indent: 1.2em, spacing: 0.65em" if style["indent"] else ""
    return (
        f'#set text(font: "{style["face"]}", size: {size}pt, lang: "{language}", hyphenate: {str(style["hyphens"]).lower()})\n'
        f"#set par(justify: {str(style['justified']).lower()}{indent})"
    )


def _heads(lesson: Lesson) -> list[str]:
    style = lesson.style
    kind, size = style["heads"], 18 if style.get("slides") else style["size"]
    rules = []
    for level, ratio in ((1, 1.9), (2, style["ratio"]), (3, 1.0)):
        ratio = 1.0 if kind in OF_TEXT_SIZE and level > 1 else ratio
        slanted = (kind == "italic" or (level == 3 and lesson.chance.random() < 0.3)) and level > 1
        weight = "bold" if style["bold"] else "regular"
        if kind == "weight" or (level == 3 and not slanted):
            weight = "bold"
        elif kind in OF_TEXT_SIZE and level > 1:
            weight = "regular"
        body = BODIES.get(kind, "it.body") if level > 1 else "it.body"
        color = ', fill: rgb("#1b5e8a")' if kind == "color" else ""
        rules.append(
            f"#show heading.where(level: {level}): it => block(above: 1.4em, below: .8em, "
            f'text(font: "{style["head face"]}", size: {size * ratio:.1f}pt, weight: "{weight}", '
            f'style: "{"italic" if slanted else "normal"}"{color}, {body}))'
        )
    return rules


def _prose(part: tuple[Any, ...]) -> str:
    _, text, note, run_in, _ = part
    text = escaped(text)
    if note:
        at = text.index(". ") + 1 if ". " in text else len(text)
        text = f"{text[:at]}#footnote[{escaped(note)}]{text[at:]}"
    return (f"*{run_in}* " if run_in else "") + text + "\n"


def _list(part: tuple[Any, ...]) -> str:
    kind, texts = part
    lines = "\n".join(("- " if kind == "dots" else "+ ") + escaped(text) for text in texts) + "\n"
    return (
        f'#set enum(numbering: "a)")\n{lines}\n#set enum(numbering: "1.")'
        if kind == "letters"
        else lines
    )


def _nested(part: tuple[Any, ...]) -> str:
    lines = []
    for text, below in part[1]:
        lines += [f"- {escaped(text)}", *(f"  - {escaped(other)}" for other in below)]
    return "\n".join(lines) + "\n"


def _box(part: tuple[Any, ...]) -> str:
    title = f"*{escaped(part[1])}* " if part[1] else ""
    return f"#block(fill: luma(235), inset: 8pt, width: 100%, stroke: 0.5pt)[{title}{escaped(part[2])}]\n"


def _figure(part: tuple[Any, ...]) -> str:
    drawn = '#rect(width: 60%, height: 3cm, fill: rgb("#cde"))[#circle(radius: 1cm)]'
    return f"#align(center)[{drawn}\n#text(size: 0.85em)[{escaped(part[1])}]]\n"


def _table(part: tuple[Any, ...]) -> str:
    _, rows, look, caption, flush = part
    wide = [max(len(row[c]) for row in rows) > 30 for c in range(len(rows[0]))]
    sizes = ", ".join("1fr" if is_wide else "auto" for is_wide in wide)
    figures = "right" if flush else "center"
    sides = ", ".join(figures if text[0].isdigit() else "left" for text in rows[1])
    rule = "table.hline(), " if look == "book" else ""
    head = "".join(f"[*{escaped(text)}*], " for text in rows[0])
    body = "".join(f"[{escaped(text)}], " for row in rows[1:] for text in row)
    named = f"#text(size: 0.85em)[{escaped(caption)}]\n\n" if caption else ""
    stroke, fill = STROKES.get(look, "none"), FILLS.get(look, "")
    return f"#align(center)[{named}#table(columns: ({sizes}), align: ({sides}), stroke: {stroke}{fill}, {rule}{head}{rule}{body}{rule})]\n"


def escaped(text: str) -> str:
    for sign in "\\#$*_`<>@[]~":
        text = text.replace(sign, "\\" + sign)
    return text


PARTS = {
    "heading": lambda part: "=" * part[1] + f" {escaped(part[2])}\n",
    "prose": _prose, "dots": _list, "numbers": _list, "letters": _list, "nested": _nested, "box": _box,
    "margin": lambda part: f"#place(right, dx: 4.6cm, block(width: 4cm, text(size: 8pt)[{escaped(part[1])}]))\n",
    "figure": _figure, "table": _table,
    "code": lambda part: "```\n" + "\n".join(part[1]) + "\n```\n",
    "gap": lambda part: escaped(part[1]) + " #box(width: 3cm, stroke: (bottom: 0.6pt)) \n",
    "boxes": lambda part: "\n".join(f"#sym.ballot {escaped(text)}\n" for text in part[1]),
    "formula": lambda part: FORMULAS[part[1]] + "\n",
    "break": lambda part: "#pagebreak()",
}  # fmt: skip
