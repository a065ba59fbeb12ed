"""Code as a model writes it: the whole file, edits of it, or parts of it written anew."""

from __future__ import annotations

import re

from praxeo.authors.model.petty import without_petty_faults
from praxeo.domain.errors import EditRefused, Refused, TooLarge
from praxeo.domain.limits import CODE_BYTES_MAX
from praxeo.merging.located import apply_edits

UNCHANGED = re.compile(r"\s*UNCHANGED:(.*)", re.DOTALL)  # instead of edits
_DOCUMENT = re.compile(r"<!doctype html.*</html\s*>", re.DOTALL | re.IGNORECASE)
_WITHOUT_DOCTYPE = re.compile(r"<html\b.*<body\b.*</html\s*>", re.DOTALL | re.IGNORECASE)
_BEGUN = re.compile(r"<!doctype html|<html\b", re.IGNORECASE)
_DATA_SCRIPT = re.compile(r"<script\b[^>]*\btype\s*=\s*[\"']?application/json", re.IGNORECASE)
_PARTS = {
    "style": re.compile(r"<style\b[^>]*>.*?</style\s*>", re.DOTALL | re.IGNORECASE),
    "script": re.compile(r"<script\b[^>]*>.*?</script\s*>", re.DOTALL | re.IGNORECASE),
    "body": re.compile(r"<body\b[^>]*>.*</body\s*>", re.DOTALL | re.IGNORECASE),
}


def whole_file(answer: str) -> str:
    """The HTML file in an answer. Raises Refused("code_unusable") if it is not there as a whole."""
    found = _DOCUMENT.search(answer) or _WITHOUT_DOCTYPE.search(answer)
    if found is None:
        begun = _BEGUN.search(answer)
        why = "; it was cut off." if begun else "."
        raise _unusable(f"The answer holds no whole HTML file{why}")
    whole = found.group() if found.re is _DOCUMENT else f"<!doctype html>\n{found.group()}"
    return fitting(without_petty_faults(whole) + "\n")


def with_edits(code: str, answer: str) -> str:
    """The code with the answer's edits, or the whole file that came instead of edits.

    Raises Refused("code_unusable") if they do not fit it.
    """
    if _DOCUMENT.search(answer) and "<<<<<<< SEARCH" not in answer:
        return fitting(_different(code, whole_file(answer)))
    try:
        applied = apply_edits(code, answer)
    except EditRefused as refused:
        raise _unusable(f"The edits do not fit the code. {refused.message}") from refused
    return fitting(_different(code, applied.text))


def edited_or_as_it_was(code: str, answer: str) -> str:
    """The code with the answer's edits, or as it is where the answer says that it can stay. Raises as `with_edits` does."""
    return code if UNCHANGED.fullmatch(answer) else with_edits(code, answer)


def with_parts(code: str, answer: str) -> str:
    """The code with its style, script or body replaced by those of the answer.

    Raises Refused("code_unusable") if the answer has none of them whole, or the code not one of each.
    """
    if _DOCUMENT.search(answer):
        return fitting(_different(code, whole_file(answer)))
    made = code
    for name in ("body", "style", "script"):
        given = _programs(_PARTS[name], answer)
        if not given:
            continue
        if name == "body" and _programs(_PARTS["script"], given[0]):
            raise _unusable("The body came with a script inside; they are written apart.")
        present = _programs(_PARTS[name], made)
        if len(given) > 1 or len(present) != 1:
            raise _unusable(f"It cannot be told which <{name}> is to be replaced.")
        part = given[0]
        if name == "body":
            inside = "".join(_PARTS["script"].findall(present[0]))
            end = part.lower().rindex("</body")
            part = part[:end] + inside + part[end:]
        made = made.replace(present[0], part, 1)
    return fitting(_different(code, made))


def _programs(pattern: re.Pattern[str], text: str) -> list[str]:
    """The elements of this kind that are no data."""
    return [part for part in pattern.findall(text) if not _DATA_SCRIPT.match(part)]


def _different(code: str, made: str) -> str:
    if made == code:
        raise _unusable("The answer changes nothing.")
    return made


def fitting(code: str) -> str:
    """The code, if it can be stored. Raises Refused("code_unusable"), TooLarge."""
    if len(code.encode("utf-8", "surrogatepass")) > CODE_BYTES_MAX:
        raise TooLarge("code_too_large", f"An app has at most {CODE_BYTES_MAX} bytes.")
    if any("\ud800" <= character <= "\udfff" for character in code):
        raise _unusable("The code holds half a character.")
    return code


def _unusable(message: str) -> Refused:
    return Refused("code_unusable", message)
