"""Items of QTI 3: how each question is asked and scored (1EdTech, QTI 3.0 assessment item model)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from praxeo.domain.spec import Term
from praxeo.packages.practice import Group
from praxeo.packages.questions import qti_interactions as ask
from praxeo.packages.questions.qti_interactions import RESPONSE, Interaction, clean, element
from praxeo.packages.wording import Question, questions_of

NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_TEMPLATES = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates"


def items_of(group: Group, language: str) -> Iterator[tuple[str, Element]]:
    """The items of an activity, each with its name."""
    questions = list(questions_of(group))
    if group.row.played == "pairs":
        asked = ask.gap_match if group.kind == "concept_map" else ask.match
        yield group.title, _item(group.title, language, asked(group.title, questions))
        return
    for question in questions:
        name = question.front
        yield name, _item(name, language, _interaction(group, question))


def _interaction(group: Group, question: Question) -> Interaction:
    if group.row.played == "order":
        return ask.order(question)
    if question.gap is not None:
        return ask.text_entry(*question.gap, question.answers)
    if group.row.item is Term:  # its meaning is shown, the term is typed, as in the app
        return ask.text_entry(f"{question.answers[0]}: ", "", (question.front,))
    return ask.choice(question) if question.options else ask.written(question)


def _item(title: str, language: str, asked: Interaction) -> Element:
    item = Element("qti-assessment-item", xmlns=NAMESPACE, adaptive="false")
    item.set("title", clean(" ".join(title.split())))
    item.set("time-dependent", "false")
    if language:
        item.set("xml:lang", language)
    item.append(_declaration(asked))
    score = element("qti-outcome-declaration", identifier="SCORE", cardinality="single")
    score.set("base-type", "float")
    default = SubElement(score, "qti-default-value")
    SubElement(default, "qti-value").text = "0"
    item.append(score)
    body = SubElement(item, "qti-item-body")
    if asked.body.tag != "p":
        asked.body.set("response-identifier", RESPONSE)
    body.append(asked.body)
    if asked.scored:
        template = "match_correct" if asked.scored == "match_correct" else "map_response"
        SubElement(item, "qti-response-processing", template=f"{_TEMPLATES}/{template}.xml")
    return item


def _declaration(asked: Interaction) -> Element:
    made = element("qti-response-declaration", identifier=RESPONSE, cardinality=asked.cardinality)
    made.set("base-type", asked.base)
    correct = SubElement(made, "qti-correct-response")
    for value in asked.right if asked.cardinality != "single" else asked.right[:1]:
        SubElement(correct, "qti-value").text = clean(value)
    if asked.scored in ("each", "any"):
        worth = 1 / len(asked.right) if asked.scored == "each" else 1
        mapping = SubElement(made, "qti-mapping")
        mapping.set("default-value", "0")
        for value in asked.right:
            entry = SubElement(mapping, "qti-map-entry")
            entry.set("map-key", clean(value))
            entry.set("mapped-value", f"{worth:.6g}")
            if asked.base == "string":
                entry.set("case-sensitive", "false")
    return made
