"""Each sentence of what was said has its own second, however cues cut it."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.sentences import evidence_parts
from praxeo.sources.documents.captions.cues import Cue
from praxeo.sources.documents.captions.paragraphs import read_captions_file
from praxeo.sources.documents.captions.sentence_seconds import sentence_seconds
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.long_blocks import with_short_blocks


def test_a_sentence_begins_where_its_cue_does_or_within_it() -> None:
    cues = [
        Cue(start=10, end=14, text="The heart is a muscle that pumps"),
        Cue(start=14, end=20, text="blood. An artery leads away. A vein"),
        Cue(start=20, end=24, text="leads back to it."),
    ]
    text = " ".join(cue.text for cue in cues)
    assert sentence_seconds(text, cues) == (10, 15, 18)
    assert sentence_seconds("One sentence alone.", cues[:1]) == ()


def test_the_seconds_of_a_file_count_as_evidence_counts_its_sentences(tmp_path: Path) -> None:
    lines = [f"Sentence number {n} tells of the heart and of its vessels." for n in range(30)]
    file = tmp_path / "said.vtt"
    file.write_text(
        "WEBVTT\n\n"
        + "".join(
            f"00:{n * 4 // 60:02}:{n * 4 % 60:02}.000 --> 00:{(n * 4 + 3) // 60:02}:{(n * 4 + 3) % 60:02}.900\n{line}\n\n"
            for n, line in enumerate(lines)
        )
    )
    read = from_json(to_json(read_captions_file(file)))
    assert len(read.blocks) > 2
    for block in read.blocks:
        parts = evidence_parts(block)
        assert len(block.seconds) == len(parts) > 1
        for part, second in zip(parts, block.seconds, strict=True):
            assert second == 4 * lines.index(part)


def test_a_paragraph_that_is_divided_takes_its_seconds_with_it(tmp_path: Path) -> None:
    sentence = "The heart pumps the blood through all of its vessels again. "
    file = tmp_path / "said.vtt"
    file.write_text(f"WEBVTT\n\n00:00:00.000 --> 00:10:00.000\n{sentence * 100}\n")
    whole = read_captions_file(file)
    divided = with_short_blocks(whole).blocks
    assert len(whole.blocks) == 1 < len(divided)
    assert [s for block in divided for s in block.seconds] == list(whole.blocks[0].seconds)
    for block in divided:
        assert len(block.seconds) == len(evidence_parts(block))
        assert block.locator.second == block.seconds[0]
