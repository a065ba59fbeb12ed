"""Drafts: what is wrong with a spec that is still being written, and the app that it would make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.compile.sources import Source, read_source
from praxeo.compile.titles import under_its_name
from praxeo.domain.access import Actor
from praxeo.domain.errors import TooLarge
from praxeo.domain.limits import CODE_BYTES_MAX, SPEC_BYTES_MAX
from praxeo.domain.records import Example
from praxeo.library.examples import Examples
from praxeo.ports.authoring import Compiler
from praxeo.sources.inputs import Inputs
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.text import parse_spec

SHOWN_MISSING = 5  # references named in one fault

_BRACES = re.compile(r"\{([^{}]*)\}[ \t]*$")
_READ = re.compile(r"Read:(.*)")
_RANGE = re.compile(r"b([1-9][0-9]{0,6})[ \t]*[-–][ \t]*b([1-9][0-9]{0,6})|(b[1-9][0-9]{0,6})")
_REFERENCE = re.compile(r"b[1-9][0-9]{0,6}(?:\.[1-9][0-9]{0,6})?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Drafts:
    """Nothing that is asked of a draft is stored or changes the example."""

    examples: Examples
    inputs: Inputs
    compiler: Compiler

    def faults(self, actor: Actor, example_id: str, text: str) -> tuple[Fault, ...]:
        """All that keeps this spec from becoming an app, by line. Raises NotFound, TooLarge."""
        example = self._example(actor, example_id, text)
        try:
            document = parse_spec(text)
        except SpecInvalid as refused:
            return refused.faults
        source = read_source(self.inputs.extraction_if_there(example), document.language)
        return tuple(missing_evidence(text, source)) if source.blocks else ()

    def app(self, actor: Actor, example_id: str, text: str) -> bytes:
        """The app that this spec makes, as HTML. Raises as `Edits.edit_spec` does for the text."""
        example = self._example(actor, example_id, text)
        document = parse_spec(text)
        app = self.compiler(document, self.inputs.extraction_if_there(example)).encode()
        saved = self.examples.spec(actor, example.spec_id).title if example.spec_id else ""
        # A title that is being changed here names the example once it is saved.
        return under_its_name(example, app) if document.title == saved else app

    def code(self, actor: Actor, example_id: str, text: str) -> bytes:
        """The app that this code is. Raises NotFound, TooLarge."""
        self.examples.get(actor, example_id)
        data = text.encode()
        if len(data) > CODE_BYTES_MAX:
            raise TooLarge("code_too_large", f"An app has at most {CODE_BYTES_MAX} bytes.")
        return data

    def _example(self, actor: Actor, example_id: str, text: str) -> Example:
        if len(text.encode()) > SPEC_BYTES_MAX:
            raise TooLarge("spec_too_large", f"A spec has at most {SPEC_BYTES_MAX} bytes.")
        return self.examples.get(actor, example_id)


def missing_evidence(text: str, source: Source) -> Iterator[Fault]:
    """A fault for each line of a sound spec that leads to places which the source does not have."""
    for number, line in enumerate(text.splitlines(), 1):
        missing = [name for name in _names(line) if source.quote(name) is None]
        if missing:
            more = f" and {len(missing) - SHOWN_MISSING} more" * (len(missing) > SHOWN_MISSING)
            told = ", ".join(missing[:SHOWN_MISSING])
            yield Fault(number, f"The source has no place {told}{more}.")


def _names(line: str) -> Iterator[str]:
    if read := _READ.match(line):
        for first, last, single in _RANGE.findall(read[1]):
            yield from [single] if single else (f"b{n}" for n in range(int(first), int(last) + 1))
    elif braces := _BRACES.search(line):
        yield from filter(_REFERENCE.fullmatch, braces[1].split())
