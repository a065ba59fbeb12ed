"""An app under another name: its title alone changes."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.compile.titles import titled
from praxeo.domain.spec import Section, SpecDocument

RUNTIME = RuntimeFiles(
    template="""<html><head><title>%PRAXEO_TITLE%</title></head><body>
<script type="application/json" id="praxeo-payload">
  %PRAXEO_PAYLOAD%
</script><script>%PRAXEO_JS%</script></body></html>""",
    script="document.title = '<title>not this</title>'",
    style="",
)


def app(title: str) -> bytes:
    section = Section(id="s1", title="Cells", prose="About cells.")
    document = SpecDocument(title=title, language="en", source="", author="", sections=(section,))
    return compile_app(document, None, runtime=RUNTIME).encode()


def payload(html: bytes) -> dict[str, object]:
    found = re.search(rb'id="praxeo-payload">(.*?)</script>', html, re.DOTALL)
    assert found
    holds: dict[str, object] = json.loads(found[1])
    return holds


@given(title=st.text(min_size=1, max_size=80).filter(lambda text: text.strip().isprintable()))
def test_a_compiled_app_has_the_title_in_its_tab_and_in_itself_and_is_else_the_same(
    title: str,
) -> None:
    before = app('Cells, "small" \\ <b>')
    after = titled(before, title)
    assert payload(after) == payload(before) | {"title": title}
    assert titled(after, 'Cells, "small" \\ <b>') == before
    assert after.count(b"</script>") == before.count(b"</script>")


def test_an_app_that_a_model_wrote_has_it_in_its_tab_and_in_the_heading_that_repeats_it() -> None:
    page = b"<title>Cells &amp; co</title><h1 class=a>Cells &amp; co</h1><h1>Cells</h1>"
    assert (
        titled(page, "R & D") == b"<title>R &amp; D</title><h1 class=a>R &amp; D</h1><h1>Cells</h1>"
    )
    other = b"<title>Cells</title><h1>Play</h1>"
    assert titled(other, "R & D") == b"<title>R &amp; D</title><h1>Play</h1>"


@pytest.mark.parametrize("page", [b"", b"<p>no title</p>", b"<title>\xff</title>"])
def test_what_has_no_title_that_can_be_read_stays_as_it_is(page: bytes) -> None:
    assert titled(page, "Cells") == page
