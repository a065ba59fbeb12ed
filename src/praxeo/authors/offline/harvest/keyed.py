"""The source's own questions with their keys, as items; one without a sure key becomes none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from praxeo.authors.offline.cleaning import count_words, even, key
from praxeo.authors.offline.harvest.answer_keys import AnswerKey, answer_keys, best_key, key_of_all
from praxeo.authors.offline.harvest.asked_verdicts import VERDICT, are_sides, framed
from praxeo.authors.offline.harvest.exercises.enumerated import LETTERS as PARTS
from praxeo.authors.offline.harvest.exercises.enumerated import counted_off
from praxeo.authors.offline.harvest.exercises.told_pairs import told_pairs
from praxeo.authors.offline.harvest.faq import is_often_asked
from praxeo.authors.offline.harvest.options import LETTERS, Option
from praxeo.authors.offline.harvest.own_questions import OwnQuestion, asked_questions
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Card, Choice

LONGEST_ANSWER = 70  # words
FEWEST_DISTRACTORS = 2
_VERDICT_TOLD = re.compile(rf"^{VERDICT}\b(?:[.:,;!–-].*|\s*$|\s*\(.*)", re.IGNORECASE)
_VERDICT_WITHIN = re.compile(rf"(?<=[.!])\s*[(\[–-]?\s*(?P<told>{VERDICT})\s*[)\].!]*$", re.IGNORECASE)  # fmt: skip

_BOTH_SHORT = re.compile(r"^\([TRWV]\s*/\s*F\)|\([TRWV]\s*/\s*F\)\W*$")
_SHORT_WITHIN = re.compile(r"\([TRWV]\s*/\s*F\)\s*[–—:-]?\s*(?P<told>[TRWVF])\.?$")
_SHORT_VERDICT = re.compile(r"[TRWVF]\.?")
_SEVERAL = re.compile(r"\b1[.)]\s.*\b2[.)]\s")  # what is to be matched or ordered, in one line
_LISTED = re.compile(
    r"[^–—|·?]{1,30}(?:\s[–—|·]\s[^–—|·?]{1,30}){3,}"
)  # what is to be sorted, and no question
MOST_ASKED = 2  # questions in one; more of them are what a chapter is about

_ASKS = re.compile(r"[?؟？:]\W*$|_{2,}|…|\.{3}|\b(?:is|are|was|were|by|of|to|the|an?|as|in|for|with|ist|sind|est|sont|es|son)$", re.IGNORECASE)  # fmt: skip
_GAPS, _PARTS = (
    re.compile(r"_{3,}|…{2,}|\.{5,}"),
    re.compile(r"[,;/|]\s|\s[–-]\s| and | und | et | y "),
)
_LETTER = re.compile(r"^\(?([A-Ha-h]|\d)(?:[.):]|\s[–-])?(?:\s+(?P<rest>\S.*))?$")
_NO_ANSWER = re.compile(r"\b(?:answers?|responses?) (?:will|may|can) vary\b|\bindividual(?:le)? (?:answers|antwort)", re.IGNORECASE)  # fmt: skip
_OPINION = re.compile(  # nobody else's answer to it is right or wrong
    r"\b(?:(?:in )?your (?:own )?(?:opinion|view|experience|life)|(?:do|would) you (?:think|feel|like|prefer)|(?:Ihrer|ihrer|deiner|eurer) Meinung|"
    r"(?:sehen|denken|meinen|finden|glauben|halten) Sie|(?:siehst|denkst|meinst|findest|glaubst|hältst) du|weis+t (?:ihre|deine)|selon (?:vous|toi)|"
    r"à (?:votre|ton) avis|(?:pensez|trouvez)-vous|penses-tu|en (?:tu|su) opinión|crees que|piensas)\b",
)
_RESEARCH = re.compile(
    r"\b(?:informieren|studieren|lesen|recherchieren|schauen|betrachten) Sie\b|\b(?:lies|recherchiere|wir)\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"^(?:Sind|Ist|Hat|Haben|Wird|Werden|Kann|Können)\b(?!.*\?$)"
)  # notes of somebody, no answer
FEWEST_ASKED = 3  # words of a question
_ALL = re.compile(r"^(?:all|both|none|neither|alle|keine|beide|toutes|aucune|todas|ninguna)\b.*|.*\b[A-D] (?:and|und|et|y|or) [A-D]\b.*", re.IGNORECASE)  # fmt: skip


def keyed_questions(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    """Choices and cards from the questions of a source whose right answer it tells itself."""
    keys = answer_keys(placed)
    found: list[Candidate] = []
    every = list(asked_questions(placed))
    whole = key_of_all(keys, _open_numbers(every))
    for path, group in groupby(every, key=lambda asked: asked.path):
        asked = list(group)
        _look_up(asked, whole or best_key(keys, path, _open_numbers(asked)))
        for one in asked:
            _frame_statement(one, phrases)
        for one in asked:
            pairs = told_pairs(one, phrases)
            found += pairs or [made for made in (_item(one),) if made]
    return found


def _open_numbers(asked: list[OwnQuestion]) -> list[str]:
    return [one.number for one in asked if _awaits_a_key(one)]


def _awaits_a_key(asked: OwnQuestion) -> bool:
    """Whether its answer may stand in a key: not that of a heading that the text below it answers."""
    if is_often_asked(asked.path):
        return False  # they are answered below
    # A heading with a list below it is told by that list, as "What you need" is; a number makes it a question.
    listed = asked.options and (asked.block.kind != "heading" or asked.states_number)
    apart = asked.set_apart or listed or asked.opened
    in_text = not apart and (asked.block.kind == "heading" or not asked.states_number)
    return not asked.told and not in_text


def _look_up(asked: list[OwnQuestion], answers: AnswerKey | None) -> None:
    """Give each question its answer from the key, if every letter of the key fits its question."""
    if answers is None:
        return
    numbers = _open_numbers(asked)
    if len(set(numbers)) != len(numbers):
        return
    if answers.by_place and len(numbers) != len(answers.answers):
        return
    open_ones = [one for one in asked if _awaits_a_key(one) and one.number in answers.answers]
    for one in open_ones:
        told = answers.answers[one.number].text
        if _BOTH_SHORT.search(one.text) and _SHORT_VERDICT.fullmatch(told):
            continue
        if not one.options and counted_off(one.text, PARTS)[1]:
            continue  # its options are parts of its sentence: this one is not asked
        if len(told) == 1 and LETTERS.find(told.upper()) >= len(one.options):
            return
    for one in open_ones:
        answer = answers.answers[one.number]
        one.tell(answer.text, answer.reference, answer.quote)


def _frame_statement(asked: OwnQuestion, phrases: Phrases) -> None:
    """Ask of a statement whose answer is "true" or "false" which of both it is."""
    if are_sides(*(option.text for option in asked.options)) and (right := _right_option(asked)):
        asked.text, asked.in_full = framed(asked.text, right.text, phrases)
    if asked.options or asked.text.endswith(("?", "؟", "？")):
        return
    short = _SHORT_WITHIN.search(asked.text) if asked.set_apart and not asked.told else None
    if short:
        asked.tell(short["told"], asked.block.id, asked.block.text)
        asked.text = asked.text[: short.start("told")].rstrip()
    within = _VERDICT_WITHIN.search(asked.text) if asked.set_apart else None
    if within and (not asked.told or _VERDICT_TOLD.match(even(asked.told))):
        if not asked.told:
            asked.tell(within["told"], asked.block.id, asked.block.text)
        asked.text = asked.text[: within.start()].rstrip()
    elif not _VERDICT_TOLD.match(even(asked.told)) and not (
        _BOTH_SHORT.search(asked.text) and _SHORT_VERDICT.fullmatch(even(asked.told))
    ):
        return
    asked.framed = True
    asked.text, asked.in_full = framed(asked.text, even(asked.told), phrases)


def _item(asked: OwnQuestion) -> Candidate | None:
    asks = asked.set_apart or asked.opened or asked.text.endswith(("?", "؟", "？", "_"))
    if asked.in_points or not asks or asked.text.count("?") > MOST_ASKED:
        return None
    if _SEVERAL.search(asked.text) or _LISTED.fullmatch(asked.text):
        return None
    if asked.options and not asked.told and not _ASKS.search(asked.text):
        return None  # a statement with a list below it
    if len(asked.options) > FEWEST_DISTRACTORS:
        return _choice(asked)
    alone = len(asked.options) == 1 and not asked.told and asked.set_apart
    if alone and asked.text.endswith("?") and not is_often_asked(asked.path):
        own = asked.options[0]  # what is set in below a question answers it
        asked.tell(own.text, own.block.id, own.block.text)
        asked.options, asked.below = [], True
    if len(asked.options) == 1:
        return None  # what stands below is a heading, a hint, the next question
    if asked.options:  # true or false: two options are no choice in an app, so it is told
        right = _right_option(asked)
        if right is None or right.text.endswith(("?", "？")):
            return None  # the next question
        return _card(asked, right.text, (right.block.id,))
    told = even(asked.told)
    if len(_PARTS.split(told)) < len(_GAPS.findall(asked.text)) or _is_vague(asked, told):
        return None  # of some gaps only, or of nobody else
    if (
        not told
        or told.endswith(("?", "？"))
        or (
            _LETTER.match(told)
            and len(told) <= 2
            and not (asked.framed or _is_worked_out(asked, told))
        )
        or _NO_ANSWER.search(told)
    ):
        return None
    return _card(asked, told) if count_words(told) <= LONGEST_ANSWER else None


def _is_worked_out(asked: OwnQuestion, told: str) -> bool:
    """Whether a digit alone is the result of what the question gives, and no option's number."""
    return told.isdigit() and bool(re.search(r"\d", asked.text))


def _is_vague(asked: OwnQuestion, told: str) -> bool:
    """Whether no learner could know the answer: an opinion, notes of somebody, or a task to find something out."""
    if _OPINION.search(asked.text) or _UNFINISHED.match(told):
        return True
    return asked.below and (
        bool(_RESEARCH.search(asked.text)) or count_words(asked.text) < FEWEST_ASKED
    )


def _right_option(asked: OwnQuestion) -> Option | None:
    """The one option that the key or a mark names; None where none or several are."""
    told = even(asked.told).rstrip(" .")
    if counted_off(told, PARTS)[1]:
        return None  # answers to several parts of something else
    if told:
        named = [o for o in asked.options if key(o.text) == key(told)]
        letter = _LETTER.match(told)
        if not named and letter:
            place = int(letter[1]) - 1 if letter[1].isdigit() else LETTERS.find(letter[1].upper())
            named = asked.options[place : place + 1] if place >= 0 else []
            rest = letter["rest"]
            if named and rest and len(told) > 2 and not _same_words(rest, named[0].text):
                named = []
        return named[0] if len(named) == 1 else None
    marked = [o for o in asked.options if o.right]
    if not marked and asked.set_apart:
        marked = [o for o in asked.options if o.bold]
    return marked[0] if len(marked) == 1 else None


def _same_words(told: str, option: str) -> bool:
    """Whether what a key says beside the letter is the option, or an explanation in whole sentences."""
    return key(option) in key(told) or key(told) in key(option) or count_words(told) > 6


def _choice(asked: OwnQuestion) -> Candidate | None:
    right = _right_option(asked)
    if right is None or _ALL.fullmatch(right.text):
        return None
    wrong = [o.text for o in asked.options if o is not right and not _ALL.fullmatch(o.text)]
    names = {key(text) for text in (right.text, *wrong)}
    if len(wrong) < FEWEST_DISTRACTORS or len(names) != len(wrong) + 1:
        return None
    evidence = _evidence(asked, (right.block.id,))
    return Candidate(
        kind="choice",
        item=Choice(question=asked.text, answer=right.text, distractors=tuple(wrong), evidence=evidence),
        prompt=asked.text,
        answer=right.text,
        quote=_quote(asked, right),
        rule="own_choice",
        group="own questions",  # that the source asks them is enough
        subject=asked.text,
        taken=_taken(asked),
    )  # fmt: skip


def _card(asked: OwnQuestion, back: str, also: tuple[str, ...] = ()) -> Candidate:
    evidence = _evidence(asked, also)
    return Candidate(
        kind="flashcards",
        item=Card(front=asked.text, back=asked.in_full or back, evidence=evidence),
        prompt=asked.text,
        answer=back,
        quote=" ".join([asked.block.text, *(o.block.text for o in asked.options), asked.quote]),
        rule="answered_below" if asked.below else "own_question",
        group="own questions",  # that the source asks them is enough
        subject=asked.text,
        taken=_taken(asked),
    )


def _taken(asked: OwnQuestion) -> tuple[str, ...]:
    """The blocks that hold the question, its options and its answer."""
    told = (asked.reference,) if asked.reference else ()
    return (asked.block.id, *(option.block.id for option in asked.options), *told)


def _evidence(asked: OwnQuestion, also: tuple[str, ...]) -> tuple[str, ...]:
    told = (asked.reference,) if asked.reference else ()
    return tuple(dict.fromkeys((asked.block.id, *also, *told)))


def _quote(asked: OwnQuestion, right: Option) -> str:
    return " ".join([asked.block.text, right.block.text, asked.quote])
