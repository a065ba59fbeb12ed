"""A recording of slides is told by what it shows: when each slide comes, what stands on it, where chapters begin."""

from __future__ import annotations

import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from devtools.lectures import Lecture, Style, lecture
from devtools.recordings import made, recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.adapters.sandbox.tesseract import Tesseract, find_tesseract
from praxeo.domain.blocks import Block, Extraction, Locator
from praxeo.domain.errors import Conflict
from praxeo.domain.media import MediaChapter
from praxeo.sources.media.chapters import chapter_starts, parted
from praxeo.sources.media.reading import RecordingReader
from praxeo.sources.media.scene_cuts import SIZE as SCENE_SIZE
from praxeo.sources.media.scene_cuts import scene_cuts
from praxeo.sources.media.slide_changes import PER_SECOND, SIZE, slide_starts
from praxeo.sources.media.slide_text import with_text
from praxeo.sources.media.slides import Slide


@pytest.fixture(scope="module")
def tools() -> Ffmpeg:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Ffmpeg(*found)


@pytest.fixture(scope="module")
def engine() -> Tesseract:
    found = find_tesseract()
    assert found, "tesseract is not installed"
    return Tesseract(found)


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    path = tmp_path_factory.mktemp("talk") / "talk.mp4"
    return lecture(path, seed=6, slides=4, seconds=(8, 10), style=Style(builds=True))


def starts_of(tools: Ffmpeg, path: Path) -> tuple[float, ...]:
    facts = tools.probe(path)
    return slide_starts(tools.frames(path, facts, size=SIZE, per_second=PER_SECOND))


def read(
    tools: Ffmpeg,
    engine: Tesseract | None,
    talk: Lecture,
    *,
    captions: bool,
    listed: tuple[MediaChapter, ...] = (),
) -> Extraction:
    said = talk.path.with_suffix(".vtt")
    said.write_text(talk.captions, "utf-8")
    heard = DocumentReader()(said, name="talk.vtt") if captions else None
    facts = replace(tools.probe(talk.path), chapters=listed)
    reader = RecordingReader(tools=tools, engine=engine)
    return reader(talk.path, facts, heard, language="en", progress=lambda share: None)


@pytest.mark.parametrize(
    "style",
    [
        Style(pointer=True, camera=True, noise=6),
        Style(theme=1, fade=True),
        Style(theme=2, builds=True, camera=False),
    ],
)
def test_a_slide_begins_where_another_gives_way_whatever_moves_or_is_added(
    tools: Ffmpeg, tmp_path: Path, style: Style
) -> None:
    made = lecture(tmp_path / "a.mp4", seed=4, slides=4, seconds=(6, 8), style=style)
    assert starts_of(tools, made.path) == pytest.approx(made.starts, abs=1.0)


@pytest.mark.parametrize("moving", ["testsrc2=size=320x180:rate=10", "color=gray:s=320x180:r=10"])
def test_what_moves_everywhere_shows_no_slides(tools: Ffmpeg, tmp_path: Path, moving: str) -> None:
    noisy = moving + ":duration={seconds},noise=alls=100:allf=t"
    assert starts_of(tools, recording(tmp_path / "a.mp4", picture=noisy, sound="")) == ()


def test_a_film_is_cut_where_another_scene_stays_and_not_where_it_flashes(
    tools: Ffmpeg, tmp_path: Path
) -> None:
    scenes = ("smptebars", "testsrc", "rgbtestsrc")
    inputs = [
        p for name in scenes for p in ("-f", "lavfi", "-i", f"{name}=size=320x180:rate=25:d=2")
    ]
    graph = (
        "[0][1][2]concat=n=3,drawbox=c=white:t=fill:enable='between(t,0.98,1.04)',format=yuv420p"
    )
    film = made(tmp_path / "cuts.mp4", *inputs, "-filter_complex", graph)
    pictures = tools.frames(
        film, tools.probe(film), size=SCENE_SIZE, per_second=25, colours="rgb24"
    )
    assert scene_cuts(pictures, per_second=25) == pytest.approx((2, 4), abs=0.08)


def test_a_chapter_begins_at_a_slide_and_a_pause_half_a_minute_after_the_last() -> None:
    starts, pauses = (
        (0.0, 20.0, 40.0, 70.0, 75.0, 110.0),
        [(38.5, 39.1), (74.0, 75.2), (90.0, 99.0)],
    )
    assert chapter_starts(starts, pauses) == [0.0, 40.0, 75.0]
    assert chapter_starts(starts, None) == [0.0, 40.0, 70.0, 110.0]
    assert chapter_starts((), pauses) == []


def test_what_was_said_is_parted_where_a_slide_comes_and_keeps_its_seconds() -> None:
    block = Block(
        id="b1",
        kind="paragraph",
        text="One is said. Two is said. Three is said.",
        locator=Locator(second=3),
        seconds=(3, 9, 14),
    )
    (_, first), (_, second) = parted(block, (0.0, 10.0))
    assert (first.text, first.seconds) == ("One is said.", ())
    assert (second.text, second.seconds) == ("Two is said. Three is said.", (9, 14))
    assert second.locator.second == 9


def test_each_slide_is_a_section_with_its_picture_its_lines_and_what_was_said_to_it(
    tools: Ffmpeg, engine: Tesseract, talk: Lecture
) -> None:
    found = read(tools, engine, talk, captions=True)
    headings = [block for block in found.blocks if block.kind == "heading"]
    assert [block.text for block in headings] == [topic.title for topic in talk.topics]
    for heading, start in zip(headings, talk.starts, strict=True):
        assert abs((heading.locator.second or 0) - start) <= 2
    assert sum(block.kind == "figure" for block in found.blocks) == len(talk.topics)
    assert set(found.pictures) == {b.picture.content_hash for b in found.blocks if b.picture}
    title = ""
    under: dict[str, str] = {}
    for block in found.blocks:
        title = block.text if block.kind == "heading" else title
        under[title] = under.get(title, "") + "\n" + block.text
    for topic in talk.topics:
        assert topic.said in under[topic.title]
    assert [block.id for block in found.blocks] == [f"b{n + 1}" for n in range(len(found.blocks))]
    assert found.metadata.language == "en"


def test_the_chapters_that_the_file_lists_stand_above_the_slides(
    tools: Ffmpeg, engine: Tesseract, talk: Lecture
) -> None:
    listed = (
        MediaChapter(start=0, title="Part one"),
        MediaChapter(start=talk.starts[2], title="Two"),
    )
    found = read(tools, engine, talk, captions=True, listed=listed)
    tops = [b.text for b in found.blocks if b.kind == "heading" and b.level == 2]
    assert tops == ["Part one", "Two"]


GERMAN = (
    "Das Herz ist ein Muskel und pumpt das Blut durch den ganzen Leib",
    "Eine Arterie ist ein Weg, der das Blut von dem Herzen weg leitet",
    "Die Lunge nimmt den Sauerstoff aus der Luft und gibt ihn an das Blut",
)


class Noting(Tesseract):
    """Tesseract, which notes in which languages it is asked."""

    def recognise(self, png: bytes, *, dpi: float, language: str, oriented: bool = True) -> str:
        asked.append(language)
        return super().recognise(png, dpi=dpi, language=language, oriented=oriented)


asked: list[str] = []


def test_slides_in_another_language_than_is_likely_are_read_in_their_own(engine: Tesseract) -> None:
    slides = [slide_saying(line, number) for number, line in enumerate(GERMAN)]
    asked.clear()
    noting = Noting(engine.path)
    found = with_text(slides, noting, language="en", progress=lambda share: None)
    assert asked == ["eng"] * 3 + ["deu"] * 3
    assert [slide.words.replace("\n", " ") for slide in found] == [*GERMAN]
    asked.clear()
    with_text(slides, noting, language="de", progress=lambda share: None)
    assert asked == ["deu"] * 3


def slide_saying(text: str, number: int) -> Slide:
    picture = Image.new("RGB", (1280, 720), "#111")
    draw = ImageDraw.Draw(picture)
    draw.text((80, 200), text, fill="#ddd", font=ImageFont.load_default(32))
    packed = zlib.compress(picture.tobytes())
    return Slide(start=9.0 * number, end=9.0 * number + 9, size=picture.size, packed=packed)


def test_slides_alone_are_read_and_it_is_said_that_nobody_wrote_down_the_words(
    tools: Ffmpeg, engine: Tesseract, talk: Lecture
) -> None:
    found = read(tools, engine, talk, captions=False)
    assert "slides_only" in [warning.code for warning in found.warnings]
    assert found.metadata.title == talk.topics[0].title
    lines = {block.text for block in found.blocks if block.kind != "heading"}
    wanted = {line for topic in talk.topics for line in topic.lines}
    assert len(wanted & lines) >= 0.8 * len(wanted)
    assert all(b.ocr_confidence for b in found.blocks if b.kind in ("list_item", "paragraph"))


def test_without_captions_and_text_recognition_nothing_is_made_up(
    tools: Ffmpeg, talk: Lecture
) -> None:
    with pytest.raises(Conflict) as error:
        read(tools, None, talk, captions=False)
    assert error.value.code == "recording_without_words"
    shown = read(tools, None, talk, captions=True)
    assert sum(block.kind == "figure" for block in shown.blocks) == len(talk.topics)
    assert not [block for block in shown.blocks if block.kind == "heading"]
