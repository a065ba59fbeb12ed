"""What errors the code raises, read from the code itself: their codes, classes and sentences."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import praxeo
from praxeo.domain import errors
from praxeo.entrypoints.api.problems import STATUS_OF_CODE, STATUS_OF_KIND
from praxeo.ports import models as ports_ai

SOURCE = Path(praxeo.__file__).parent
# Functions that answer with a status, a code and a sentence.
ANSWERED = frozenset({"problem", "refuse"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Raised:
    """One place in the source that raises an error of ours, or answers with one."""

    code: str
    status: int
    sentence: str


def raised_errors() -> Iterator[Raised]:
    """Every error that the product raises or answers with."""
    kinds = {
        name: kind.kind
        for name, kind in [*vars(errors).items(), *vars(ports_ai).items()]
        if isinstance(kind, type) and issubclass(kind, errors.PraxeoError)
    }
    for module in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or len(node.args) < 2:
                continue
            name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
            first, second = node.args[:2]
            if name in kinds and _is_text(first):
                code = ast.literal_eval(first)
                status = STATUS_OF_CODE.get(code, STATUS_OF_KIND[kinds[name]])
                yield Raised(code=code, status=status, sentence=_sentence(second))
            elif name in ANSWERED and _is_text(second) and len(node.args) > 2:
                yield Raised(
                    code=ast.literal_eval(second),
                    status=ast.literal_eval(first),
                    sentence=_sentence(node.args[2]),
                )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _sentence(node: ast.expr) -> str:
    """The text of a string expression, with … for what is put in."""
    if isinstance(node, ast.Constant):
        text = str(node.value)
    elif isinstance(node, ast.JoinedStr):
        text = "".join(_sentence(part) for part in node.values)
    elif isinstance(node, ast.BinOp):
        text = _sentence(node.left) + _sentence(node.right)
    else:
        text = "…"
    return text.replace("|", "\\|")
