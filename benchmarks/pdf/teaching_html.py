"""Teaching material as HTML for paper: footnotes, running heads and columns as WeasyPrint sets them."""

from __future__ import annotations

from html import escape
from typing import Any

from benchmarks.pdf.teaching import Lesson
from benchmarks.pdf.teaching_layouts import made_lesson

FORMULAS = ["d²x/dt² = −(k/m) x", "E = ½ m v² + ∫ ρ(x) dx", "x̄ = Σ xᵢ / n"]
FEET = {
    "bare": "counter(page)", "of": 'counter(page) " / " counter(pages)', "dash": '"– " counter(page) " –"', "": '""',
}  # fmt: skip
OF_TEXT_SIZE = ("weight", "caps", "italic", "small caps", "underline")
HEADS = {
    "caps": "h2{text-transform:uppercase;font-weight:normal}",
    "italic": "h2{font-style:italic;font-weight:normal}",
    "small caps": "h2{font-variant-caps:small-caps;font-weight:normal}",
    "underline": "h2{text-decoration:underline;font-weight:normal}",
    "color": "h1,h2{color:#1b5e8a}",
}
STYLE = (
    ".fn{float:footnote;font-size:.8em} .box{background:#eee;border:.5pt solid #555;padding:6pt;margin:8pt 0}"
    ".m{position:relative} .m span{position:absolute;left:105%;width:40mm;font-size:8pt;text-align:left}"
    ".fig{text-align:center;margin:10pt 0} .fig div{background:#cde;height:25mm;width:60%;margin:0 auto 4pt;border-radius:10pt}"
    ".fig p,.cap{font-size:.85em;text-align:center;text-indent:0}"
    ".drop::first-letter{float:left;font-size:3.1em;line-height:.85;padding-right:3pt}"
    "table{border-collapse:collapse;margin:4pt auto 10pt;font-size:.9em;hyphens:manual;text-align:left}"
    "td,th{padding:2.5pt 7pt;vertical-align:top} td.n{text-align:right} .grid td,.grid th{border:.5pt solid}"
    ".book{border-top:1pt solid;border-bottom:1pt solid} .book th{border-bottom:.6pt solid}"
    ".zebra tr:nth-child(even){background:#e8e8e8} .rows tr{border-bottom:.4pt solid} .headshade th{background:#b8cce4}"
    "pre{font:85% 'DejaVu Sans Mono';background:#f4f4f4;padding:4pt} .gap{border-bottom:.6pt solid;display:inline-block;width:35mm}"
    ".letters{list-style-type:lower-alpha} .f{text-align:center;font-family:'STIX'} .brk{break-before:page}"
)


def made_html(kind: str, seed: int) -> tuple[str, dict[str, Any]]:
    """The document of that kind and seed as HTML, and its gold."""
    lesson, gold = made_lesson(kind, seed)
    return as_html(lesson), gold


def as_html(lesson: Lesson) -> str:
    """The whole document."""
    style = _style(lesson)
    out, opened = [], False
    for part in lesson.parts:
        out.append(PARTS[part[0]](part))
        if part[0] == "heading" and part[1] == 1 and lesson.style["columns"] > 1 and not opened:
            out.append("<div class=cols>")
            opened = True
    language = "de" if lesson.german else "en"
    return f"<!doctype html><html lang={language}><meta charset=utf-8><style>{style}</style><body>{''.join(out)}</body></html>"


def _style(lesson: Lesson) -> str:
    style, pick = lesson.style, lesson.chance.choice
    size = 18 if style.get("slides") else style["size"]
    paper = "A4" if style["paper"] == "a4" else "letter"
    paper += " landscape" if style.get("landscape") else ""
    paper = "338mm 190mm" if style.get("slides") else paper
    has_notes = any(part[0] == "margin" for part in lesson.parts)
    margin = "20mm 60mm 22mm 20mm" if has_notes else f"{pick([18, 22, 25])}mm"
    side, head = style["side"], ""
    if lesson.furniture and style["head"]:
        head = f'@top-{side} {{ content: "{lesson.furniture}"; font-size: 8pt }}'
    plain = style["heads"] in OF_TEXT_SIZE
    leading = pick([1.2, 1.35, 1.45])
    return (
        f"@page {{ size: {paper}; margin: {margin}; @bottom-{side} {{ content: {FEET[style['number']]}; font-size: 8pt }} {head} }}"
        f"body {{ font: {size}pt/{leading} '{style['face']}'; text-align: {'justify' if style['justified'] else 'left'}; hyphens: {'auto' if style['hyphens'] else 'manual'} }}"
        f"h1,h2,h3 {{ font-family: '{style['head face']}'; font-weight: {'bold' if style['bold'] or style['heads'] == 'weight' else 'normal'}; line-height:1.2; hyphens: manual; text-align:left; break-after: avoid }}"
        f"h1 {{ font-size:{size * 1.9}pt }} h2 {{ font-size: {size * (1 if plain else style['ratio'])}pt; margin: 12pt 0 5pt }} h3 {{ font-size: {size}pt; font-weight: bold; margin: 8pt 0 3pt }}"
        f"{HEADS.get(style['heads'], '')}{'p{margin:0;text-indent:1.2em}' if style['indent'] else 'p{margin:0 0 7pt}'}{STYLE}"
        f".cols{{columns:{style['columns']};column-gap:{pick([14, 20])}pt}}"
    )


def _prose(part: tuple[Any, ...]) -> str:
    _, text, note, run_in, drop = part
    text = escape(text)
    if note:
        at = text.index(". ") + 1 if ". " in text else len(text)
        text = f"{text[:at]}<span class=fn>{escape(note)}</span>{text[at:]}"
    run_in = f"<b>{run_in}</b> " if run_in else ""
    return f"<p{' class=drop' if drop else ''}>{run_in}{text}</p>"


def _list(part: tuple[Any, ...]) -> str:
    tag = "ul" if part[0] == "dots" else "ol"
    return f"<{tag} class={part[0]}>{''.join(f'<li>{escape(t)}</li>' for t in part[1])}</{tag}>"


def _nested(part: tuple[Any, ...]) -> str:
    items = (
        f"<li>{escape(text)}<ul>{''.join(f'<li>{escape(t)}</li>' for t in below)}</ul></li>"
        for text, below in part[1]
    )
    return f"<ul>{''.join(items)}</ul>"


def _table(part: tuple[Any, ...]) -> str:
    _, rows, look, caption, flush = part
    lines = []
    for r, row in enumerate(rows):
        tag = "td" if r else "th"
        cells = (
            f"<{tag}{' class=n' if flush and t[:1].isdigit() else ''}>{escape(t)}</{tag}>"
            for t in row
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    named = f"<p class=cap>{escape(caption)}</p>" if caption else ""
    return f"{named}<table class={look}>{''.join(lines)}</table>"


PARTS = {
    "heading": lambda part: f"<h{part[1]}>{escape(part[2])}</h{part[1]}>",
    "prose": _prose, "dots": _list, "numbers": _list, "letters": _list, "nested": _nested, "table": _table,
    "box": lambda part: f"<div class=box>{f'<b>{escape(part[1])}</b> ' if part[1] else ''}{escape(part[2])}</div>",
    "margin": lambda part: f"<div class=m><span>{escape(part[1])}</span></div>",
    "figure": lambda part: f"<div class=fig><div></div><p>{escape(part[1])}</p></div>",
    "code": lambda part: f"<pre>{escape(chr(10).join(part[1]))}</pre>",
    "gap": lambda part: f"<p>{escape(part[1])} <span class=gap></span></p>",
    "boxes": lambda part: "".join(f"<p>☐ {escape(text)}</p>" for text in part[1]),
    "formula": lambda part: f"<p class=f>{FORMULAS[part[1]]}</p>",
    "break": lambda part: "<div class=brk></div>",
}  # fmt: skip
