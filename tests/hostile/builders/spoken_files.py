"""Hostile files of captions, articles, notebooks, saved pages and slides."""

from __future__ import annotations

import json

from tests.hostile.builders import office_files as office
from tests.hostile.builders.hostile_files import Hostile

LONG = ("text_too_long", "too_complex", "too_large")
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nThe sea rises.\n\n"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nThe sea rises.\n\n"
SBV = b"0:00:01.000,0:00:02.000\nThe sea rises.\n\n0:00:03.000,0:00:04.000\nIt falls.\n\n"
ASS = b"[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
TTML = b'<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
JATS = b'<?xml version="1.0"?><article article-type="research-article"><front/><body><sec><title>Tides</title>'
MHTML = b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'


def notebook(*cells: dict[str, object]) -> bytes:
    first = {"cell_type": "markdown", "source": ["# Tides\n", "The sea rises."], "metadata": {}}
    made = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [first, *cells]}
    return json.dumps(made).encode()


def part(kind: str, body: bytes) -> bytes:
    return b"--b\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + body + b"\r\n"


def slides_that_nest(depth: int) -> bytes:
    """Groups of shapes inside each other."""
    opened, closed = "<p:grpSp>" * depth, "</p:grpSp>" * depth
    return office.pptx((office.slide(opened + office.shape("The sea rises.") + closed),))


SPOKEN: tuple[Hostile, ...] = (
    Hostile(
        name="SubRip of 300,000 cues of one word",
        build=lambda: SRT + b"".join(
            b"%d\n00:00:03,000 --> 00:00:04,000\nword\n\n" % number for number in range(300_000)
        ),
        codes=(*LONG, "reads"),
    ),
    Hostile(name="SubRip of one line of 18 MB", build=lambda: SRT + b"2\n00:00:03,000 --> 00:00:04,000\n" + b"word " * 3_600_000, codes=LONG),
    Hostile(name="WebVTT of 300,000 open tags", build=lambda: VTT + b"00:03.000 --> 00:04.000\n" + b"<v <c.a " * 300_000, codes=(*LONG, "reads")),
    Hostile(name="WebVTT whose times are no times", build=lambda: VTT + b"99:99:99999.999 --> 0:0\nIt falls.\n\n" * 50_000, codes=(*LONG, "reads")),
    Hostile(name="SBV of 300,000 open brackets", build=lambda: SBV + b"0:00:05.000,0:00:06.000\n" + b"[(" * 300_000, codes=(*LONG, "reads")),
    Hostile(name="ASS of 300,000 open braces", build=lambda: ASS + b"Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,The sea rises. " + b"{\\i1" * 300_000, codes=(*LONG, "reads", "no_text")),
    Hostile(name="TTML nested 100,000 deep", build=lambda: TTML + b"<div>" * 100_000 + b'<p begin="1s">The sea rises.</p>', codes=("too_deep", "damaged", "reads", "no_text")),
    Hostile(name="TTML of entities that multiply", build=lambda: b'<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s">&b;</p></div></body></tt>', codes=("xml_bomb",)),
    Hostile(name="TTML of 200,000 spans in one cue", build=lambda: TTML + b'<p begin="1s" end="2s">The sea rises. ' + b"<span>a</span>" * 200_000 + b"</p></div></body></tt>", codes=(*LONG, "reads")),
    Hostile(name="an article nested 100,000 deep", build=lambda: JATS + b"<sec>" * 100_000 + b"<p>The sea rises.</p>", codes=("too_deep", "damaged", "reads", "no_text")),
    Hostile(name="an article whose cells span a million columns", build=lambda: JATS + b"<p>The sea rises.</p><table-wrap><table>" + b'<tr><td colspan="999999" rowspan="999999">a</td></tr>' * 3_000 + b"</table></table-wrap></sec></body></article>", codes=(*LONG, "reads")),
    Hostile(name="a notebook nested 100,000 deep", build=lambda: b'{"nbformat": 4, "metadata": {}, "cells": ' + b"[" * 100_000, codes=("damaged", "too_deep", "wrong_type", "reads")),
    Hostile(name="a notebook of 200,000 cells", build=lambda: notebook(*({"cell_type": "code", "source": "x", "outputs": []} for _ in range(200_000))), codes=(*LONG, "reads")),
    Hostile(name="a notebook whose output is a page nested 100,000 deep", build=lambda: notebook({"cell_type": "code", "source": "x", "outputs": [{"output_type": "display_data", "data": {"text/html": ["<div>" * 100_000]}}]}), codes=("too_deep", "reads")),
    Hostile(name="a saved page of 5,000 parts", build=lambda: MHTML + part("text/html", b"<p>The sea rises and falls.</p>") + part("image/png", b"x") * 5_000 + b"--b--", codes=("too_complex", "too_deep", "reads", "text_too_long")),
    Hostile(name="a saved page that nests 100,000 deep", build=lambda: MHTML + part("text/html", b"<div>" * 100_000 + b"text") + b"--b--", codes=("too_deep", "no_text", "reads", "empty_page")),
    Hostile(name="slides of shapes grouped 300 deep", build=lambda: slides_that_nest(300), codes=("too_deep", "no_text", "damaged", "reads")),
    Hostile(name="slides of 30,000 shapes", build=lambda: office.pptx((office.slide(office.shape("The sea rises.") * 150_000),)), codes=(*LONG, "reads")),
    Hostile(name="OpenDocument slides whose frames nest 200 deep", build=lambda: office.odf("<draw:page>" + "<draw:frame><draw:text-box>" * 200 + "<text:p>The sea rises.</text:p>" + "</draw:text-box></draw:frame>" * 200 + "</draw:page>", "presentation"), codes=("too_deep", "no_text", "damaged", "reads")),
)  # fmt: skip
