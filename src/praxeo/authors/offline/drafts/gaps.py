"""Gap sentences: which word of a sentence is worth asking for, and can be known from the rest."""

from __future__ import annotations

import re
from typing import Any

from praxeo.authors.offline.grammar import root_of
from praxeo.authors.offline.lexicon import PRONOUNS
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Cloze

_LABEL = re.compile(r"^[A-Z][^:.?!]{1,40}: [A-Z]")  # "How it works: Dishes are ..."
_SHORT_FORM = re.compile(r"^\s\([^()\s]{1,12}\)")  # "(mRNA)" behind a gap gives it away


def is_plain(doc: Any) -> bool:
    """A statement with a subject of its own that tells the reader nothing to do."""
    root = root_of(doc)
    if (
        root is None
        or root.pos_ not in {"VERB", "AUX"}
        or (
            root.tag_ == "VB"
            and not any(k.tag_ in {"MD", "VBZ", "VBP", "VBD"} for k in root.children)
        )
    ):
        return False
    subject = next((k for k in root.children if k.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in PRONOUNS or _LABEL.match(doc.text):
        return False
    return not any(t.lower_ in {"you", "your", "yours", "i", "we", "our", "if"} for t in doc)


def gap(
    sentence: Sentence,
    answer: str,
    *,
    rule: str,
    score: float,
    accept: tuple[str, ...] = (),
) -> Candidate | None:
    """The sentence with the answer cut out, if the answer stands in it just once."""
    text = sentence.prompt
    found = list(re.finditer(rf"(?<![\w-]){re.escape(answer)}(?![\w-])", text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    after = _SHORT_FORM.sub("", text[end:])
    item = Cloze(
        before=text[:start],
        answer=answer,
        after=after,
        evidence=(sentence.reference,),
        accept=accept,
    )
    return Candidate(
        kind="cloze",
        item=item,
        prompt=f"{text[:start]}____{after}",
        answer=answer,
        quote=sentence.text,
        rule=rule,
        score=score,
    )
