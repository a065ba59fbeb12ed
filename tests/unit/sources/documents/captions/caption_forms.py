"""Captions in every form that they are given in, made of cues: what is said from one second to another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

Cue = tuple[float, float, str]  # from which second to which, and what is said


def _clock(second: float, mark: str = ".", *, short: bool = False) -> str:
    whole, thousandths = int(second), round(second % 1 * 1000)
    hours, minutes, seconds = whole // 3600, whole // 60 % 60, whole % 60
    if short:
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
    return f"{hours:02}:{minutes:02}:{seconds:02}{mark}{thousandths:03}"


def _vtt(cues: Sequence[Cue]) -> str:
    said = (
        f"{_clock(a)} --> {_clock(b)} align:start\n<i>{escape(text, quote=False)}</i>"
        for a, b, text in cues
    )
    return "\n\n".join(("WEBVTT - a talk", "STYLE\n::cue { color: red }", "NOTE\nnot said", *said))


def _srt(cues: Sequence[Cue]) -> str:
    said = (
        f"{n}\n{_clock(a, ',')} --> {_clock(b, ',')}\n<b>{text}</b>"
        for n, (a, b, text) in enumerate(cues, 1)
    )
    return "\n\n".join(said) + "\n"


def _loose_srt(cues: Sequence[Cue]) -> str:
    def time(second: float) -> str:
        whole = int(second)
        return f"{whole // 3600}:{whole // 60 % 60}:{whole % 60},{round(second % 1 * 10)}"

    return "\n".join(
        f"{n}\n{time(a)} -> {time(b)}\n{text}" for n, (a, b, text) in enumerate(cues, 1)
    )


def _sbv(cues: Sequence[Cue]) -> str:
    return "\n\n".join(f"{_clock(a)[1:]},{_clock(b)[1:]}\n{text}" for a, b, text in cues) + "\n"


def _ass(cues: Sequence[Cue]) -> str:
    head = "[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name\nStyle: Default\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
    return head + "\n".join(
        f"Dialogue: 0,{_clock(a)[1:-1]},{_clock(b)[1:-1]},Default,{{\\an8}}{text}"
        for a, b, text in cues
    )


def _ttml(time: Callable[[float], str], asked: str = "") -> Callable[[Sequence[Cue]], str]:
    def make(cues: Sequence[Cue]) -> str:
        said = (f'<p begin="{time(a)}" end="{time(b)}">{escape(text)}</p>' for a, b, text in cues)
        return (
            '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" '
            f'xmlns:ttp="http://www.w3.org/ns/ttml#parameter" {asked}><body><div>{"".join(said)}</div></body></tt>'
        )

    return make


def _frames(second: float) -> str:
    return f"{_clock(second)[:8]}:{int(second % 1 * 25):02}"


def _timed_text(cues: Sequence[Cue]) -> str:
    said = (
        f'<text start="{a}" dur="{b - a}">{escape(escape(text, quote=False))}</text>'
        for a, b, text in cues
    )
    return f'<?xml version="1.0" encoding="utf-8" ?><transcript>{"".join(said)}</transcript>'


def _srv3(cues: Sequence[Cue]) -> str:
    said = (
        f'<p t="{a * 1000:.0f}" d="{(b - a) * 1000:.0f}"><s>{escape(text)}</s></p>'
        for a, b, text in cues
    )
    return f'<?xml version="1.0"?><timedtext format="3"><body>{"".join(said)}</body></timedtext>'


def _panel(cues: Sequence[Cue]) -> str:
    return "\n".join(f"{_clock(a, short=True)}\n{text}" for a, _, text in cues) + "\n"


def _spoken_panel(cues: Sequence[Cue]) -> str:
    def spoken(second: float) -> str:
        parts = zip(
            (int(second) // 3600, int(second) // 60 % 60, int(second) % 60),
            ("hour", "minute", "second"),
            strict=True,
        )
        return ", ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in parts if n) or "0 seconds"

    return "\n".join(f"{_clock(a, short=True)}\n{spoken(a)}\n{text}" for a, _, text in cues) + "\n"


def _lrc(cues: Sequence[Cue]) -> str:
    return "[ti:A talk]\n" + "\n".join(
        f"[{int(a) // 60:02}:{int(a) % 60:02}.{round(a % 1 * 100):02}]{text}" for a, _, text in cues
    )


FORMS: dict[str, Callable[[Sequence[Cue]], str]] = {
    "WebVTT.vtt": _vtt,
    "SubRip.srt": _srt,
    "loose SubRip.srt": _loose_srt,
    "SBV.sbv": _sbv,
    "ASS.ass": _ass,
    "TTML by clock.ttml": _ttml(_clock),
    "TTML by ticks.ttml": _ttml(lambda second: f"{second * 1000:.0f}t", 'ttp:tickRate="1000"'),
    "TTML by frames.ttml": _ttml(_frames, 'ttp:frameRate="25"'),
    "timed text.xml": _timed_text,
    "timed text 3.srv3": _srv3,
    "panel.txt": _panel,
    "spoken panel.txt": _spoken_panel,
    "LRC.lrc": _lrc,
}  # fmt: skip
