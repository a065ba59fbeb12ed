"""The page on keeping a library safe names every code that the doctor can give of a library."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_finding_of_the_doctor_is_explained() -> None:
    page = (ROOT / "docs" / "guide" / "library.md").read_text("utf-8")
    explained = set(re.findall(r"`(\w+_\w+)`", "".join(re.findall(r"^\| `.*", page, re.MULTILINE))))
    source = "".join(
        path.read_text("utf-8") for path in (ROOT / "src/praxeo/ops/doctor").glob("*.py")
    )
    given = set(re.findall(r'(?:damaged|warned)\(\s*"(\w+)"|code="(\w+)"', source))
    codes = {one or other for one, other in given}
    assert len(codes) > 12
    assert codes <= explained, codes - explained
