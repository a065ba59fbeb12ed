"""The page on publishing names what there is: settings, operations, words of the studio, answers."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

from praxeo.embeds.delivery import RULES_HOLD_SECONDS
from praxeo.embeds.reach import Reach
from praxeo.environment import VARIABLES

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "guide" / "publishing.md").read_text("utf-8")


def test_each_reach_of_a_link_is_explained() -> None:
    assert re.findall(r"^\| `(\w+)` \| \w", PAGE, re.MULTILINE)[1:] == list(get_args(Reach))


def test_settings_and_operations_are_there() -> None:
    assert set(re.findall(r"PRAXEO_\w+", PAGE)) <= {each.name for each in VARIABLES}
    paths = json.loads((ROOT / "docs" / "reference" / "openapi.json").read_text("utf-8"))["paths"]
    named = re.findall(r"GET (/v1/[^`]+)`", PAGE)
    assert len(named) == 2
    assert set(named) <= set(paths)


def test_rules_hold_as_soon_as_it_says() -> None:
    assert f"within {RULES_HOLD_SECONDS} seconds" in PAGE


def test_the_studio_says_what_is_quoted_of_it() -> None:
    words = "".join(
        path.read_text("utf-8") for path in (ROOT / "web/studio/src/i18n/en").glob("*.ts")
    )
    quoted = re.findall(r"(?<!\*)\*([A-Z][a-z][^*]+)\*(?!\*)", PAGE)
    assert len(quoted) > 5
    missing = [
        each for each in quoted if each.removesuffix(" N").casefold() not in words.casefold()
    ]
    assert missing == []
