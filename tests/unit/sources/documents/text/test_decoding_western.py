"""Text without a mark of its encoding is read as what it most likely is, also when it is short."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.text.decoding import decode


@pytest.mark.parametrize("times", [1, 20])
@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("latin-1", "Der Zellkern ist das größte Organell der Zelle. Er enthält die DNA.\n"),
        ("latin-1", "La forêt est à côté de la rivière.\n"),
        ("cp1252", "“Quotes” cost €5 – naïve.\n"),
    ],
)
def test_western_text_keeps_its_letters(encoding: str, sentence: str, times: int) -> None:
    text = sentence * times
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "sentence"),
    [
        ("cp1251", "Привет, мир. Это простой русский текст о клетках.\n"),
        ("koi8_r", "Привет, мир. Это простой русский текст о клетках.\n"),
        ("shift_jis", "日本語のテキストです。細胞は生命の基本単位です。\n"),
    ],
)
def test_text_of_other_scripts_is_still_told_apart(encoding: str, sentence: str) -> None:
    text = sentence * 8
    assert decode(text.encode(encoding)) == text
