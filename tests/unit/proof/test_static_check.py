"""The static check: it finds what reaches outside, and words about such things do not trouble it."""

from __future__ import annotations

import json

import pytest

from praxeo.proof.static import MAXIMUM_BYTES, check_static

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Fine</title>{head}</head>'
    "<body>{body}<script>{script}</script></body></html>"
)


def codes(*, head: str = "", body: str = "", script: str = "") -> set[str]:
    page = PAGE.format(head=head, body=body, script=script)
    return {finding.code for finding in check_static(page)}


def test_a_plain_page_is_fine() -> None:
    assert codes(body="<p>Hello</p>", script="const a = 1") == set()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/a.png" alt="">',
        '<img src="//example.org/a.png" alt="">',
        '<img src="a.png" alt="">',
        '<img srcset="a.png 2x" alt="">',
        '<a href="https://example.org">out</a>',
        '<a href="javascript:alert(1)">out</a>',
        '<a href="#x" ping="https://example.org">out</a>',
        '<form action="https://example.org"></form>',
        '<button formaction="https://example.org">x</button>',
        '<video poster="a.png"></video>',
        '<svg><use href="other.svg#x"></use></svg>',
        '<svg><image xlink:href="other.png"></image></svg>',
        '<p style="background: url(https://example.org/x.png)">x</p>',
        '<p style="background: u\\72l(https://example.org/x.png)">x</p>',
        "<style>@import 'https://example.org/x.css';</style>",
        "<style>p { background: URL( 'x.png' ) }</style>",
        "<style>p { background: image-set('x.png' 1x) }</style>",
        '<link rel="preconnect" href="https://example.org">',
        '<img src="data:text/html,x" alt="">',
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    ],
)
def test_a_reference_to_the_outside_is_found(body: str) -> None:
    assert "external_reference" in codes(body=body)


@pytest.mark.parametrize(
    "body",
    [
        '<iframe src="#"></iframe>',
        '<iframe srcdoc="<p>x</p>"></iframe>',
        '<object data="#"></object>',
        '<embed src="#">',
        '<meta http-equiv="Refresh" content="0; url=https://example.org">',
        '<base href="#">',
        '<script type="speculationrules">{"prefetch": []}</script>',
        '<script type=" ImportMap ">{}</script>',
    ],
)
def test_an_element_that_an_app_may_not_hold_is_found(body: str) -> None:
    assert "forbidden_element" in codes(body=body)


@pytest.mark.parametrize(
    "script",
    [
        "fetch('/x')",
        "window.fetch('/x')",
        "globalThis['fetch']('/x')",
        "const load = fetch; load('/x')",
        "const { fetch: f } = window; f('/x')",
        "const { fetch } = window",
        "new XMLHttpRequest()",
        "new WebSocket('wss://x')",
        "new EventSource('/x')",
        "navigator.sendBeacon('/x')",
        "navigator?.sendBeacon?.('/x')",
        "importScripts('x.js')",
        "import('x.js')",
        "import x from 'x.js'",
        "new Worker('x.js')",
        "new RTCPeerConnection()",
        "navigator.serviceWorker.register('x.js')",
        "window.open('https://x')",
        "open('https://x')",
        "location = 'https://x'",
        "location.href = 'https://x'",
        "window.location = 'https://x'",
        "document.location.assign('https://x')",
        "self.location.replace('https://x')",
        "eval('1')",
        "(0, eval)('1')",
        "new Function('return 1')()",
        "Function('return 1')()",
        "setTimeout('alert(1)', 1)",
        "addEventListener('message', e => new RTCPeerConnection())",
        "setTimeout(() => { const l = document.createElement('link'); document.head.append(l) }, 9e3)",
        "made.rel = 'preconnect'",
        "made.setAttribute('rel', 'dns-prefetch')",
        "add('li' + 'nk', { rel: 'preconnect' })",
        "setInterval(() => { window.focus() }, 30)",
        "setInterval(() => field.focus(), 30)",
        "parent.focus()",
        "made.type = 'speculationrules'",
        "document.createElement(`iframe`)",
    ],
)
def test_a_script_that_reaches_outside_or_makes_code_is_found(script: str) -> None:
    assert codes(script=script) == {"forbidden_call"}


@pytest.mark.parametrize(
    "script",
    [
        "const words = \"fetch('/x'); new WebSocket(); eval('1')\"",
        "// fetch('/x')\n/* location = 'x' */",
        "const text = `use fetch() and <img src=x>`",
        "const reply = { fetch: 1, eval: 2 }; reply.fetch",
        "shelf.open(); dialog.open(); x.location = 1",
        "function fetch() { return 1 } fetch()",
        "setTimeout(() => 1, 5)",
        "history.replaceState(null, '', '#s1')",
        "field.focus(); setTimeout(() => field.focus(), 5); setInterval(() => tick(), 5)",
        "const card = { term: 'preconnect', type: 'quiz' }; made.rel = 'noopener'; made.type = 'button'",
        "document.createElement('p').setAttribute('type', 'text')",
        "location.hash = 's1'; if (location.protocol === 'file:') {}",
        "class A { #p = 1; static { A.q = 1 } get p() { return this.#p ??= 2 } }",
        "const r = /[\\p{L}--[a-z]]/v, f = async function* () { for await (const x of y) yield x }",
    ],
)
def test_words_about_such_things_and_modern_syntax_are_no_fault(script: str) -> None:
    assert codes(script=script) == set()


@pytest.mark.parametrize("script", ["let x = (;", "function f( {", "if (a) { b", "`abc", "a b c"])
def test_a_script_that_does_not_compile_is_found(script: str) -> None:
    assert codes(script=script) == {"script_broken"}


def test_a_handler_in_an_attribute_is_a_script_too() -> None:
    assert codes(body="<p onclick=\"fetch('/x')\">x</p>") == {"forbidden_call"}
    assert codes(body='<p onclick="(">x</p>') == {"script_broken"}


def test_content_about_anything_is_never_taken_for_the_app() -> None:
    text = "<script src=https://x.org></script> fetch('/x') eval() url(x.png) <iframe>"
    payload = json.dumps({"text": text}).replace("<", "\\u003c")
    body = f'<script type="application/json" id="praxeo-payload">{payload}</script>'
    assert codes(body=body) == set()


def test_the_page_needs_a_language_and_a_title() -> None:
    bare = "<!doctype html><html><head><title> </title></head><body></body></html>"
    assert {finding.code for finding in check_static(bare)} == {"no_language", "no_title"}


def test_broken_markup_is_told_with_its_line() -> None:
    page = PAGE.format(head="", body="<p>\n</div>", script="")
    found = [finding for finding in check_static(page) if finding.code == "broken_markup"]
    assert found
    assert found[0].where == "line 2"


def test_a_page_that_is_too_large_is_not_even_read() -> None:
    assert [finding.code for finding in check_static("x" * (MAXIMUM_BYTES + 1))] == ["too_large"]
