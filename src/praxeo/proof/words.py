"""The sentences in which a check tells a teacher what is wrong with an app."""

from __future__ import annotations

from praxeo.domain.checks import Finding
from praxeo.ports.browser import Trouble

DETAIL_CHARACTERS = 200

# What was found in the page, by its code; {where} names the place and {detail} the particulars.
SENTENCES = {
    "not_ready": "The app did not start.",
    "no_state": "The app does not say in which state it is.",
    "no_heading": "A view has no heading that names it: {where} {detail}",
    "section_unreachable": "There is no way to {where}.",
    "activity_missing": "The activity {where} is not shown.",
    "activity_differs": "The activity {where} is not what the spec says ({detail}).",
    "exercise_missing": "The exercise {where} is not shown.",
    "text_missing": "A text is not shown in {where}: {detail}",
    "not_open": "The exercise {where} is not open at the start ({detail}).",
    "control_missing": "A control of {where} is missing ({detail}).",
    "control_unreachable": "A control of {where} cannot be used ({detail}).",
    "no_reaction": "Nothing happens in {where} after “{detail}”.",
    "right_answer_refused": "The right answer to {where} is taken for a wrong one: {detail}",
    "wrong_answer_accepted": "A wrong answer to {where} is taken for a right one: {detail}",
    "right_answer_not_told": "After a wrong answer to {where} the right one is not told: {detail}",
    "explanation_not_told": "After an answer to {where} its explanation is not told: {detail}",
    "meaning_not_told": "After a wrong answer to {where} it is not told what that is: {detail}",
    "answer_given_away": "The answer to {where} can be seen before it is asked for: {detail}",
    "options_differ": "The answers offered in {where} are not those of the spec: {detail}",
    "retry_loses_progress": "Trying {where} again loses progress.",
    "state_wrong": "The state of {where} is wrong after its answer ({detail}).",
    "state_lost": "The answer to {where} is forgotten at the end ({detail}).",
    "progress_wrong": "The progress is counted wrongly: {detail} {where}",
    "complete_wrong": "Whether the app is complete is told wrongly, at {detail}.",
    "evidence_missing": "The evidence {detail} of {where} is not shown.",
    "evidence_differs": "The evidence {detail} of {where} does not quote the source.",
    "scrolls_sideways": "At 320 pixels {where} has to be scrolled sideways ({detail}).",
    "accessibility": "Someone may not be able to use this: {detail} ({where})",
    "keyboard_unreachable": "The Tab key does not reach a control of {where}.",
    "keyboard_no_effect": "The keyboard alone does not get through {where}.",
    "page_empty": "There is next to nothing on the page. {detail}",
    "control_unnamed": "The control {where} has no name that a screen reader could say.",
    "control_differs": "The control {where} is not as the spec says: {detail}",
    "control_dead": "Nothing changes when {where} is used.",
    "control_unusable": "The control {where} cannot be used: {detail}",
    "state_illegal": "The state is not as the spec says: {detail}",
    "text_differs": "What is shown is not what the state says: {detail}",
    "broken_text": "The page shows a broken value: {detail}",
    "reset_incomplete": "After a reset the app is not as it was at the start: {detail}",
    "test_failed": "The test {where} failed: {detail}.",
    "spec_item_missing": "The app lacks {where}, which the spec has.",
}
_TROUBLES = {
    "console": ("console_message", "The browser reports a fault in the app: {text}"),
    "error": ("script_error", "The app's program failed: {text}"),
    "request": ("outside_request", "The app tried to reach something outside itself: {text}"),
    "dialog": ("dialog", "The app opened a dialog: {text}"),
    "crash": ("crash", "The app crashed the browser's page: {text}"),
}


def told(code: str, place: str, detail: str, names: dict[str, str], size: str) -> Finding:
    """The finding of a script in the page, in words."""
    shown = " ".join(detail.split())[:DETAIL_CHARACTERS]
    where = names.get(place, place)
    sentence = SENTENCES[code].format(where=where or "the app", detail=shown).strip()
    return Finding(
        code=code,
        message=sentence,
        where=f"{where}, {size}".strip(", "),
        details={"where": where, "detail": shown},
    )


def told_trouble(trouble: Trouble, size: str) -> Finding:
    """A trouble that the browser reported, in words."""
    code, sentence = _TROUBLES[trouble.kind]
    text = " ".join(trouble.text.split())[:DETAIL_CHARACTERS]
    return Finding(
        code=code, message=sentence.format(text=text), where=size, details={"detail": text}
    )
