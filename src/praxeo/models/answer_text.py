"""The answer in what a model writes: without its thoughts, and JSON without what stands around it."""

from __future__ import annotations

import json
import re

# What models think aloud, in the marks of several makers. A template may have begun the thought for the model, so
# that only its end is written.
_THOUGHTS = re.compile(
    r"\s*(?:<(?P<tag>think|thinking|thought|reasoning|reflection)>.*?</(?P=tag)>|\[THINK\].*?\[/THINK\]"
    r"|<\|channel\|>(?:analysis|commentary)<\|message\|>.*?(?:<\|end\|>|(?=<\|channel\|>)))",
    re.DOTALL | re.IGNORECASE,
)
_END_OF_THOUGHTS = re.compile(r"</(?:think|thinking)>|\[/THINK\]", re.IGNORECASE)
_START_OF_THOUGHTS = re.compile(r"<(?:think|thinking)>|\[THINK\]", re.IGNORECASE)
_MARKS = re.compile(
    r"(?:<\|start\|>assistant)?<\|channel\|>final<\|message\|>|<\|(?:return|end)\|>"
)
OBJECTS_TRIED_MAX = 50


def without_thoughts(text: str) -> str:
    """The text without what a model thought before it. Marks within an answer stay what they are."""
    rest = text
    while found := _THOUGHTS.match(rest):
        rest = rest[found.end() :]
    end = _END_OF_THOUGHTS.search(rest)
    if end and rest is text and not _START_OF_THOUGHTS.search(rest, 0, end.start()):
        rest = rest[end.end() :]
    if "<|" in rest[:60] or rest is not text:
        rest = _MARKS.sub("", rest, count=2) if "<|channel|>final" in rest else rest
    return rest if rest is text else rest.lstrip()


def json_in(text: str) -> str:
    """The JSON object in an answer, without a fence and words around it; the text itself if there is none.

    Of several objects it is the largest: models show a small one of the schema before the whole one.
    """
    bare = without_thoughts(text).strip().lstrip("\ufeff")
    if _is_json(bare):
        return bare
    found = max(_objects(bare), key=len, default="")
    return found or bare


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _objects(text: str) -> list[str]:
    """The outermost objects in the text."""
    decoder, found, at = json.JSONDecoder(), list[str](), text.find("{")
    for _ in range(OBJECTS_TRIED_MAX):
        if at < 0:
            break
        try:
            _, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found.append(text[at:end])
        at = text.find("{", end)
    return found
