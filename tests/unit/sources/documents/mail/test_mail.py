"""Saved messages: what a mail program shows is read, what is attached is told."""

from __future__ import annotations

import base64
import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

PAGE = "<html><body><h2>Tides</h2><p>A tide is the rise of the sea, 10<sup>3</sup> m.</p><ul><li>spring tide</li></ul></body></html>"
PLAIN = "Dear all,\n\nA tide is the rise of the sea.\n"


def message(**headers: str) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ada Übung <ada@example.org>"
    mail["To"] = "class@example.org"
    mail["Subject"] = headers.get("subject", "Ebbe und Flut – ein Überblick")
    mail["Date"] = "Tue, 3 Mar 2026 09:30:00 +0100"
    mail["Message-ID"] = "<1@example.org>"
    return mail


def found(mail: EmailMessage | bytes, folder: Path) -> Extraction:
    path = folder / "a"
    path.write_bytes(mail if isinstance(mail, bytes) else mail.as_bytes())
    assert validate(path).label == "eml"
    return read("eml", path)


def texts(mail: EmailMessage | bytes, folder: Path) -> list[str]:
    return [block.text for block in found(mail, folder).blocks]


def test_the_page_of_a_message_is_read_and_not_its_plain_copy(tmp_path: Path) -> None:
    mail = message()
    mail.set_content(PLAIN)
    mail.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    read_mail = found(mail, tmp_path)
    assert [(b.kind, b.text) for b in read_mail.blocks] == [
        ("heading", "Tides"),
        ("paragraph", "A tide is the rise of the sea, 10³ m."),
        ("list_item", "spring tide"),
    ]
    assert read_mail.metadata.title == "Ebbe und Flut – ein Überblick"
    assert read_mail.metadata.authors == ("Ada Übung",)
    assert read_mail.metadata.date == "2026-03-03"
    assert read_mail.warnings == ()


@pytest.mark.parametrize("cte", ["7bit", "base64", "quoted-printable"])
def test_a_plain_message_is_its_text_however_it_travelled(cte: str, tmp_path: Path) -> None:
    mail = message()
    mail.set_content(PLAIN, cte=cte)
    assert texts(mail, tmp_path) == ["Dear all,", "A tide is the rise of the sea."]


def test_marks_of_quoting_go_and_lines_that_a_program_broke_are_joined(tmp_path: Path) -> None:
    mail = message()
    mail.set_content(
        "A tide is \nthe rise of the sea.\n\n> It falls \n> again.\n", params={"format": "flowed"}
    )
    assert texts(mail, tmp_path) == ["A tide is the rise of the sea.", "It falls again."]


def test_what_is_attached_is_told_by_its_name_and_pictures_of_the_page_are_not(
    tmp_path: Path,
) -> None:
    mail = message()
    mail.set_content(PLAIN)
    mail.add_alternative(PAGE, subtype="html")
    mail.get_payload()[1].add_related(b"\x89PNG", "image", "png", cid="<p>")  # type: ignore[union-attr, index, call-overload]
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="../Übung 1.pdf")
    (warning,) = found(mail, tmp_path).warnings
    assert warning.code == "attachments_left_out"
    assert "Übung 1.pdf" in warning.message
    assert warning.details == {"names": "Übung 1.pdf"}


def test_a_message_of_attachments_alone_says_what_to_do(tmp_path: Path) -> None:
    mail = message()
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="tides.pdf")
    with pytest.raises(Refused, match=r"only what is attached: tides\.pdf\. Save from it"):
        found(mail, tmp_path)


def test_a_message_that_was_passed_on_is_read_with_its_subject(tmp_path: Path) -> None:
    inner, outer = message(subject="Moon"), message()
    inner.set_content("The moon pulls the sea.")
    outer.set_content("See below.")
    outer.add_attachment(inner)
    assert texts(outer, tmp_path) == ["See below.", "Moon", "The moon pulls the sea."]


def test_an_encrypted_message_says_what_to_do(tmp_path: Path) -> None:
    data = b"From: a\r\nTo: b\r\nSubject: c\r\nContent-Type: application/pkcs7-mime\r\n\r\nAAAA"
    with pytest.raises(Refused, match=r"is encrypted\. Open it in the mail program"):
        found(data, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "From: the sea\n\nA tide rises.",
        "To: do\nlist\nSubject: none\n",
        "Note: a\nKey: b\nOther: c\n\nText",
        "# From\n\nFrom: a\nTo: b\nSubject: c\n\nDate: d",
        "From Monday on we read.\n\nTo: do",
    ],
)
def test_prose_is_no_message(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, "utf-8")
    assert validate(tmp_path / "a").label in ("txt", "markdown")


NEST = 'Content-Type: multipart/mixed; BOUNDARY*0="{0}"\r\n\r\n--{0}\r\n'
HEAD = "From: a\r\nTo: b\r\nSubject: c\r\n"


@pytest.mark.parametrize(
    "data",
    [
        HEAD + "".join(NEST.format(n) for n in range(20_000)),
        HEAD + "Content-Type: message/rfc822\r\n\r\n" * 20_000 + "text",
    ],
    ids=["parts", "messages"],
)
def test_a_message_of_nested_parts_is_refused(data: str, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refusal:
        found(data.encode(), tmp_path)
    assert refusal.value.code == "too_deep"


@pytest.mark.parametrize(
    "header",
    [
        "Subject: " + "=?utf-8?q?a?= " * 60_000,
        "From: " + "a@b, " * 20_000,
        "X: (" + "(" * 40_000,
        "Content-Type: text/plain" + "; a=b" * 20_000,
        "Date: Tue, 99 Mar 99999999999999999999 99:99:99",
        "Content-Type: text/plain; charset=nobody-knows",
        "Subject: =?nobody-knows?q?a?= =?utf-8?b?%%?=",
    ],
)
def test_no_header_takes_time_or_ends_reading(header: str, tmp_path: Path) -> None:
    data = f"From: a\r\nTo: b\r\nSubject: c\r\n{header}\r\n\r\nThe sea rises.".encode()
    started = time.process_time()
    (tmp_path / "a").write_bytes(data)
    assert [block.text for block in read("eml", tmp_path / "a").blocks] == ["The sea rises."]
    assert time.process_time() - started < 2


def test_the_pictures_of_a_message_stand_in_its_page(tmp_path: Path) -> None:
    picture = base64.encodebytes(bytes_of(drawing())).decode()
    path = tmp_path / "a.eml"
    path.write_text(
        "From: Ada <ada@school.test>\nTo: b@school.test\nSubject: Tides\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="=="\n\n--==\nContent-Type: text/html\n\n'
        "<p>The Moon pulls on the water.</p><img src=cid:a%40b alt='A bulge'><img src=https://x.test/p.gif width=1>"
        "<p>So tides arise.</p>\n--==\nContent-Type: image/png\nContent-ID: <a@b>\n"
        f"Content-Transfer-Encoding: base64\n\n{picture}\n--==--\n"
    )
    found = read("eml", path)
    shown = [block.picture.alt if block.picture else block.text for block in found.blocks]
    assert shown == ["The Moon pulls on the water.", "A bulge", "So tides arise."]
    assert not found.warnings


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Moon pulls.\n\n-- \nAnn Example\nTeacher of physics\n", ["The Moon pulls."]),
        ("The Moon pulls.\n\n--\nAnn Example", ["The Moon pulls."]),
        ("-- \nAnn Example\n", ["-- Ann Example"]),  # nothing else is there
        ("One.\n\n-- \n" + "A line of the text.\n" * 12, None),  # too long to be one
    ],
)
def test_who_the_sender_is_stands_below_two_hyphens_and_is_not_of_the_text(
    text: str, kept: list[str] | None, tmp_path: Path
) -> None:
    mail = message()
    mail.set_content(text)
    read = found(mail, tmp_path)
    shown = " ".join(" ".join(block.text for block in read.blocks).split())
    assert shown == (" ".join(kept) if kept is not None else " ".join(text.split()))
    assert read.warnings == ()
