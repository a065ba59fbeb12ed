"""The generated documentation says what the program does now."""

from __future__ import annotations

import pytest

from devtools.reference import ROOT, errors_page, pages

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_a_generated_page_is_up_to_date(name: str) -> None:
    stored = (ROOT / name).read_text("utf-8")
    assert stored == PAGES[name], "run: .venv/bin/python -m devtools.reference"


def test_the_list_of_errors_finds_those_of_every_part() -> None:
    page = errors_page()
    for code in (
        "changed_meanwhile",
        "upload_too_large",
        "foreign_page",
        "bad_setting",
        "encrypted",
    ):
        assert f"| `{code}` |" in page
