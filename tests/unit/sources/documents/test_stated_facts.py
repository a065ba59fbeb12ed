"""Metadata holds what a document states, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import content_hash, extract
from praxeo.domain.blocks import Block, Extraction, Locator, Metadata
from praxeo.sources.documents.formats import BY_LABEL
from praxeo.sources.documents.language import detect_language
from praxeo.sources.documents.metadata import complete, iso_date, stated_licence
from tests.hostile.builders import office_files as office
from tests.hostile.builders import pdf_files as pdfs

SENTENCES = {
    "en": "Enzymes are proteins that speed up the reactions of a cell, and they are not used up by it.",
    "de": "Enzyme sind Eiweiße, die die Reaktionen einer Zelle beschleunigen und dabei nicht verbraucht werden.",
    "fr": "Les enzymes sont des protéines qui accélèrent les réactions dans la cellule et ne sont pas détruites.",
    "es": "Las enzimas son proteínas que aceleran las reacciones de la célula y no se consumen en el proceso.",
    "pt": "As enzimas são proteínas que aceleram as reações da célula e não são consumidas no processo.",
    "it": "Gli enzimi sono proteine che accelerano le reazioni della cellula e non si consumano nel processo.",
    "nl": "Enzymen zijn eiwitten die de reacties van een cel versnellen en die daarbij niet worden verbruikt.",
    "sv": "Enzymer är proteiner som gör att reaktionerna i en cell går fortare, och de förbrukas inte av det.",
    "pl": "Enzymy to białka, które przyspieszają reakcje w komórce i nie są przy tym zużywane, jak to jest znane.",
    "cs": "Enzymy jsou bílkoviny, které urychlují reakce v buňce a při tom se samy nespotřebují, což je důležité pro život.",
    "tr": "Enzimler hücredeki tepkimeleri hızlandıran ve bu sırada tükenmeyen proteinlerdir, ve bu çok önemli bir özellik olarak bilinir.",
    "ru": "Ферменты ускоряют реакции в клетке и не расходуются при этом, как это известно из химии.",
    "uk": "Ферменти прискорюють реакції в клітині та не витрачаються при цьому, як це відомо з хімії.",
    "el": "Τα ένζυμα είναι πρωτεΐνες που επιταχύνουν τις αντιδράσεις του κυττάρου.",
    "ar": "الإنزيمات هي بروتينات تسرع التفاعلات في الخلية ولا تستهلك في هذه العملية على مر الزمن",
    "hi": "एंजाइम प्रोटीन हैं जो कोशिका में अभिक्रियाओं को तेज करते हैं और इस में खर्च नहीं होते हैं।",
    "ja": "酵素は細胞の中の反応を速くするタンパク質であり、それ自身は消費されない。",
    "zh": "酶是一种蛋白质，它能够加快细胞内的化学反应，而自身并不被消耗。",
    "ko": "효소는 세포 안의 반응을 빠르게 하는 단백질이며 그 과정에서 소모되지 않는다.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_the_language_of_a_sentence_or_two_is_told(language: str) -> None:
    assert detect_language(SENTENCES[language]) == language


@pytest.mark.parametrize("text", ["", "Hello", "12 + 30 = 42; 7 * 6 = 42", "xq zt brr " * 20])
def test_a_text_too_short_or_odd_has_no_language(text: str) -> None:
    assert detect_language(text) == ""


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("https://creativecommons.org/licenses/by-nc-sa/4.0/", "CC BY-NC-SA 4.0"),
        ("under CC BY 3.0 terms", "CC BY 3.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
        ("Creative Commons Attribution Non-Commercial No Derivatives 4.0", "CC BY-NC-ND 4.0"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("All rights reserved", ""),
        ("Send it by mail, CC by Friday", ""),
    ],
)
def test_an_open_licence_is_known_by_its_name_or_address(text: str, licence: str) -> None:
    assert stated_licence(text) == licence


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2024-05-06T07:08:09Z", "2024-05-06"),
        ("D:20240506070809+02'00'", "2024-05-06"),
        ("1952", "1952"),
        ("2024-13-01", ""),
        ("spring 1952", "spring 1952"),
        ("0000-00-00", ""),
    ],
)
def test_a_date_is_given_as_stated_in_iso_form_where_it_can_be(stated: str, date: str) -> None:
    assert iso_date(stated) == date


def test_a_document_is_read_from_end_to_end(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(
        office.docx(
            office.word_paragraph("Enzymes", "berschrift1")
            + office.word_paragraph(SENTENCES["en"])
            + office.word_paragraph("This text is licensed under CC BY 4.0.")
        )
    )
    metadata = extract(path, name="../../x.docx").metadata
    assert metadata.media_type == BY_LABEL["docx"].media_type
    assert metadata.content_hash == content_hash(path)
    assert (metadata.title, metadata.language) == ("Enzymes", "en")
    assert (metadata.date, metadata.licence) == ("2024-05-06", "CC BY 4.0")
    assert metadata.word_count == 1 + 19 + 8


def test_nothing_is_stated_where_nothing_is_stated(tmp_path: Path) -> None:
    path = tmp_path / "The Secret Title by Ada Lovelace 2024.txt"
    path.write_text("A short note.", "utf-8")
    metadata = extract(path, name=path.name).metadata
    assert (metadata.title, metadata.authors, metadata.date) == ("", (), "")
    assert (metadata.language, metadata.licence) == ("", "")


def test_a_pdf_is_read_with_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(pdfs.pdf(pdfs.objects()))
    found = extract(path, name="x")
    assert pdfs.SENTENCE.decode() in found.blocks[0].text
    assert found.blocks[0].locator.page == 1


@pytest.mark.parametrize("damage", [(b"/Pages 2 0 R", b"/Pages 7 0 R"), (b"/Kids [3", b"/Kads [3")])
def test_a_damaged_pdf_is_tried_by_a_second_reader(
    damage: tuple[bytes, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "x"
    path.write_bytes(pdfs.pdf(pdfs.objects()).replace(*damage))
    found = extract(path, name="x")
    assert found.blocks[0].text == pdfs.SENTENCE.decode()
    assert [warning.code for warning in found.warnings] == ["second_reader"]


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("光合作用是植物利用光能把二氧化碳和水转化为糖的过程。它发生在叶绿体中。", 15, 20),
        ("The plant turns light into sugar.", 6, 6),
    ],
)
def test_words_are_counted_where_no_space_parts_them(
    text: str, least: int, most: int, tmp_path: Path
) -> None:
    path = tmp_path / "plants.txt"
    path.write_text(text, "utf-8")
    found = extract(path, name="plants.txt")
    assert least <= found.metadata.word_count <= most


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        *((name, "Tides") for name in ("", "scan", "Scan_20261130-1", "page-1", "IMG_1234", "Untitled Document", "PowerPoint-Präsentation", "Microsoft Word - tides.docx", "notes.tex")),
        *((name, name) for name in ("The sea", "1984", "Images of the heart", "Presentations in class")),
    ],
)  # fmt: skip
def test_what_programs_and_scanners_call_any_file_is_no_title(stated: str, title: str) -> None:
    block = Block(id="b1", kind="heading", text="Tides", locator=Locator())
    found = Extraction(metadata=Metadata(title=stated), blocks=(block,))
    assert complete(found, media_type="", content_hash="").metadata.title == title


def test_such_a_name_stays_where_nothing_better_is_stated() -> None:
    block = Block(id="b1", kind="paragraph", text="The sea rises.", locator=Locator())
    found = Extraction(metadata=Metadata(title="scan"), blocks=(block,))
    assert complete(found, media_type="", content_hash="").metadata.title == "scan"
