"""A kind of activity is a row in each of four tables, and the tables know the same kinds."""

from __future__ import annotations

import re
from typing import get_args

from praxeo.domain.spec import KINDS, ActivityKind, Played
from praxeo.proof.plan import CardWay
from praxeo.spec.forms import FORMS
from tests.architecture.tree import ROOT

PLAYERS = re.compile(r"const PLAYERS[^{]*\{(.*?)\n\}", re.DOTALL)
ROW = re.compile(r"^  (\w+)(?:: \w+)?,$", re.MULTILINE)
GESTURES = re.compile(r"const PLAYERS = \{([^}]*)\}")
DESK_KINDS = re.compile(r"KIND_NAMES[^=]*= \[(.*?)\]", re.DOTALL)
NAMED = re.compile(r"['\"](\w+)['\"]")
DESK = "web/studio/src/desk/kinds.ts"
TABLES = {
    DESK,
    "src/praxeo/domain/spec.py",
    "src/praxeo/spec/forms.py",
    "web/runtime/src/players/index.ts",
}
NAMES = set(KINDS) - {"choice"}  # which is a word of other grammars too
# They write, or judge, activities of their own choice.
CHOOSE_KINDS = ("src/praxeo/authors/", "benchmarks/author/")


def test_every_table_has_every_kind() -> None:
    index = (ROOT / "web/runtime/src/players/index.ts").read_text("utf-8")
    table = PLAYERS.search(index)
    assert table
    assert set(ROW.findall(table[1])) == set(KINDS) == set(FORMS) == set(get_args(ActivityKind))


def test_the_desk_edits_every_kind() -> None:
    table = DESK_KINDS.search((ROOT / DESK).read_text("utf-8"))
    assert table
    assert set(NAMED.findall(table[1])) == set(KINDS)


def test_the_check_can_play_every_kind() -> None:
    player = (ROOT / "src/praxeo/proof/player.js").read_text("utf-8")
    table = GESTURES.search(player)
    assert table
    known = {part.split(":")[0].strip() for part in table[1].split(",")}
    assert known == set(get_args(Played)) | set(get_args(CardWay))
    assert set(get_args(Played)) == {row.played for row in KINDS.values()}


def telling(texts: dict[str, str]) -> dict[str, set[str]]:
    """Files beside the tables that name several kinds, and which."""
    found = {path: set(NAMED.findall(text)) & NAMES for path, text in texts.items()}
    return {
        path: names
        for path, names in found.items()
        if len(names) > 1 and path not in TABLES and not path.startswith(CHOOSE_KINDS)
    }


def test_no_other_place_tells_kinds_apart_by_name() -> None:
    """Else the next kind would be forgotten there."""
    patterns = ("src/praxeo/**/*.py", "src/praxeo/**/*.js", "web/*/src/**/*.ts*")
    paths = [path for pattern in patterns for path in ROOT.glob(pattern)]
    paths = [path for path in paths if path.name != "schema.d.ts"]  # made of the API's description
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    assert telling(texts) == {}
    plant = "if kind in ('matching', \"timeline\"): ..."
    assert telling({"src/praxeo/compile/app.py": plant}) == {
        "src/praxeo/compile/app.py": {"matching", "timeline"}
    }
