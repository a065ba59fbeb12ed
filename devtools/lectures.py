"""Makes recordings of lectures whose slides, pauses and words are known: by a seed, for tests and benchmarks.

Slides are drawn, a pointer wanders over them, a small camera shows a noisy speaker; who speaks is synthetic (flite,
which Debian's ffmpeg has) or, where that is not wanted, a tone that pauses where a speaker would.
"""

from __future__ import annotations

import random
import subprocess
import textwrap
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFont

from devtools.lecture_topics import TOPICS, Topic
from devtools.recordings import captions_at, ffmpeg, made

SIZE, RATE, HERTZ = (640, 360), 10, 16_000
LINE_CHARACTERS = 50
PAUSE_SECONDS = 0.9  # of silence around each change of slides
BETWEEN_SECONDS = 0.3  # from one sentence to the next
THEMES = (
    ("white", "navy", "black"),
    ("#14213d", "#fca311", "#e5e5e5"),
    ("#f4f1de", "#9b2226", "#222"),
)


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a lecture looks. `builds`: lines come one after the other; `fade`: slides melt into each other."""

    theme: int = 0
    camera: bool = True
    pointer: bool = True
    builds: bool = False
    fade: bool = False
    noise: int = 0


@dataclass(frozen=True, kw_only=True)
class Lecture:
    """A recording at `path`; slide n is to be seen from `starts[n]` on, `captions` are WebVTT."""

    path: Path
    topics: tuple[Topic, ...]
    starts: tuple[float, ...]
    captions: str


def style_of(seed: int) -> Style:
    """Any two neighbouring seeds differ in most of what a lecture can look like."""
    return Style(
        theme=seed % 3,
        camera=seed % 5 != 4,
        pointer=seed % 4 != 3,
        builds=seed % 3 == 1,
        fade=seed % 4 == 2,
        noise=(0, 3, 6)[seed % 3],
    )


def lecture(
    path: Path,
    *,
    seed: int,
    slides: int = 8,
    seconds: tuple[float, float] = (6, 18),
    voice: bool = False,
    style: Style | None = None,
) -> Lecture:
    """`slides` slides, each to be seen for some seconds between the two given."""
    rng = random.Random(seed)  # noqa: S311 (a known one is wanted)
    topics = tuple(rng.sample(TOPICS, slides))
    lengths = [round(rng.uniform(*seconds) * 2) / 2 + 0.2 for _ in topics]
    sound = path.with_suffix(".wav")
    cues = _speak(sound, topics, lengths, voice=voice)
    starts = tuple(accumulate(lengths[:-1], initial=0.0))
    width, height = SIZE
    encoder = subprocess.Popen(
        [ffmpeg(), "-v", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24",
         "-s", f"{width}x{height}", "-r", str(RATE), "-i", "pipe:0", "-i", str(sound),
         "-c:v", "libx264", "-preset", "ultrafast", "-crf", "26", "-pix_fmt", "yuv420p", "-g", "50",
         "-c:a", "aac", "-b:a", "48k", "-movflags", "+faststart", str(path)],
        stdin=subprocess.PIPE,
    )  # fmt: skip
    assert encoder.stdin
    with encoder.stdin as pipe:
        for frame in _frames(rng, topics, lengths, style or style_of(seed)):
            pipe.write(frame)
    assert encoder.wait(timeout=120) == 0
    sound.unlink()
    return Lecture(path=path, topics=topics, starts=starts, captions=captions_at(cues))


def _frames(
    rng: random.Random, topics: Sequence[Topic], lengths: Sequence[float], style: Style
) -> Iterator[bytes]:
    noise = numpy.random.default_rng(rng.randrange(2**32))
    shown, number = None, 0
    ends = list(accumulate(lengths))
    for topic, length, end in zip(topics, lengths, ends, strict=True):
        pictures = _builds(topic, topics.index(topic) + 1, style)
        start = end - length
        while number < round(end * RATE):
            second = number / RATE
            step = int((second - start) / (length * 0.6 / len(pictures)))
            picture = pictures[min(step, len(pictures) - 1)]
            share = min(1.0, (second - start + 0.1) / 0.5)
            if style.fade and shown is not None and share < 1:
                picture = (shown * (1 - share) + picture * share).astype(numpy.uint8)
            yield _with_life(picture, second, style, noise).tobytes()
            number += 1
        shown = pictures[-1]


def _builds(topic: Topic, number: int, style: Style) -> list[numpy.ndarray]:
    """The slide line by line, or all of it at once."""
    counts = range(1, len(topic.lines) + 1) if style.builds else [len(topic.lines)]
    return [numpy.asarray(_drawn(topic, count, number, style)) for count in counts]


def _drawn(topic: Topic, count: int, number: int, style: Style) -> Image.Image:
    ground, strong, text = THEMES[style.theme]
    picture = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, SIZE[1] - 18, SIZE[0], SIZE[1]), fill=strong)
    draw.text((36, 26), topic.title, fill=strong, font=ImageFont.load_default(32))
    wrapped = textwrap.wrap(topic.said, LINE_CHARACTERS)
    for row, line in enumerate((*wrapped, *topic.lines[:count])):
        gap = 8 if row >= len(wrapped) else 0
        draw.text((44, 84 + 30 * row + gap), line, fill=text, font=ImageFont.load_default(20))
    draw.text(
        (SIZE[0] - 30, SIZE[1] - 16), str(number), fill=ground, font=ImageFont.load_default(12)
    )
    return picture


def _with_life(
    picture: numpy.ndarray, second: float, style: Style, noise: numpy.random.Generator
) -> numpy.ndarray:
    """The slide with what moves on it and is no slide."""
    frame = picture.copy()
    if style.noise:
        grain = noise.integers(-style.noise, style.noise + 1, frame.shape, dtype=numpy.int16)
        frame = (frame.astype(numpy.int16) + grain).clip(0, 255).astype(numpy.uint8)
    if style.camera:
        box = noise.integers(60, 120, (90, 120, 3), dtype=numpy.uint8)
        left = 40 + round(14 * numpy.sin(2.1 * second))
        box[20:90, left : left + 40] = (205, 133, 63)
        frame[246:336, 510:630] = box
    if style.pointer:
        x = 240 + round(180 * numpy.sin(0.9 * second))
        y = 190 + round(110 * numpy.cos(1.3 * second))
        frame[y : y + 10, x : x + 8] = (220, 30, 30)
    return frame


def _speak(
    path: Path, topics: Sequence[Topic], lengths: Sequence[float], *, voice: bool
) -> list[tuple[float, float, str]]:
    """Write the sound, and give when what is said; there is a pause at both ends of each slide."""
    cues, start = [], 0.0
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, HERTZ, 0, "NONE", ""))
        for topic, length in zip(topics, lengths, strict=True):
            whole = numpy.zeros(round(length * HERTZ), numpy.int16)
            sentences = (topic.said, *(f"{line}." for line in topic.lines))
            most = (length - PAUSE_SECONDS) / len(sentences) - BETWEEN_SECONDS
            second = PAUSE_SECONDS / 2
            for sentence in sentences:
                said = _voice(path, sentence) if voice else _tone(most)
                first = round(second * HERTZ)
                said = said[: len(whole) - first - round(PAUSE_SECONDS / 2 * HERTZ)]
                whole[first : first + len(said)] = said
                end = second + len(said) / HERTZ
                cues.append((start + second, start + end, sentence))
                second = end + BETWEEN_SECONDS
            out.writeframes(whole.tobytes())
            start += length
    return cues


def _tone(seconds: float) -> numpy.ndarray:
    times = numpy.arange(round(seconds * HERTZ)) / HERTZ
    syllables = 0.6 + 0.4 * numpy.sin(2 * numpy.pi * 4 * times)
    return (9000 * syllables * numpy.sin(2 * numpy.pi * 180 * times)).astype(numpy.int16)


def _voice(path: Path, text: str) -> numpy.ndarray:
    said = path.with_suffix(".said.wav")
    words = text.replace("'", "’").replace(":", " ").replace(",", "\\,")
    made(
        said, "-f", "lavfi", "-i", f"flite=text='{words}':voice=slt", "-ar", str(HERTZ), "-ac", "1"
    )
    with wave.open(str(said), "rb") as there:
        found = numpy.frombuffer(there.readframes(there.getnframes()), numpy.int16)
    said.unlink()
    return found
