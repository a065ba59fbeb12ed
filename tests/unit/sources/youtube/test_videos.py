"""A video is read by the captions that it is given; each way in which that fails has its own code and next step."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from http import HTTPStatus
from typing import get_args

import pytest

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.domain.access import local_user
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Conflict, PraxeoError, Refused, TooLarge, Unavailable
from praxeo.domain.input_records import YoutubeInput
from praxeo.ports.videos import Hindrance, VideoFacts
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX
from praxeo.sources.youtube.service import Videos
from tests.unit.adapters.web.loopback_sites import Sites

LINK = "https://youtu.be/dQw4w9WgXcQ?t=90"
KNOWN = json.dumps({"title": "The heart\u202e", "author_name": "Ada's school"}).encode()
SAID = (
    ("00:00:01.000", "00:00:05.000", "The heart is a muscle that pumps blood."),
    ("00:01:05.000", "00:01:09.000", "An artery carries blood away from the heart."),
    ("00:02:05.000", "00:02:09.000", "A vein carries blood back to it."),
)
VTT = "WEBVTT\n\n" + "".join(f"{start} --> {end}\n{said}\n\n" for start, end, said in SAID)
SRT = "".join(
    f"{n}\n{start.replace('.', ',')} --> {end.replace('.', ',')}\n{said}\n\n"
    for n, (start, end, said) in enumerate(SAID, 1)
)
LOOSE_SRT = "".join(
    f"{n}\n{int(start[3:5])}:{int(start[6:8])},0 --> {int(end[3:5])}:{int(end[6:8])},5\n{said}\n\n"
    for n, (start, end, said) in enumerate(SAID, 1)
)
SBV = "".join(f"{start[1:]},{end[1:]}\n{said}\n\n" for start, end, said in SAID)
TTML = (
    '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
    + "".join(f'<p begin="{start}" end="{end}">{said}</p>' for start, end, said in SAID)
    + "</div></body></tt>"
)
TIMED_TEXT = (
    '<?xml version="1.0"?><timedtext format="3"><body>'
    + "".join(f'<p t="{s}000" d="4000">{said}</p>' for s, (_, _, said) in zip((1, 65, 125), SAID))  # noqa: B905
    + "</body></timedtext>"
)
PANEL = "".join(f"{clock}\n{said}\n" for clock, (_, _, said) in zip(("0:01", "1:05", "2:05"), SAID))  # noqa: B905
PANEL += "2:15\nThat was all.\n"
SPOKEN_PANEL = "".join(
    f"{clock}\n{spoken}\n{said}\n"
    for clock, spoken, said in (
        ("0:01", "1 second", SAID[0][2]),
        ("1:05", "1 minute, 5 seconds", SAID[1][2]),
        ("2:05", "2 minutes, 5 seconds", SAID[2][2]),
        ("2:15", "2 minutes, 15 seconds", "That was all."),
    )
)
FORMS = {
    "vtt": VTT,
    "vtt of Windows": "\ufeff" + VTT.replace("\n", "\r\n"),
    "srt": SRT,
    "loose srt": LOOSE_SRT,
    "sbv": SBV,
    "ttml": TTML,
    "timed text": TIMED_TEXT,
    "panel": PANEL,
    "panel with spoken times": SPOKEN_PANEL,
}


def answering(
    body: bytes, status: int = 200, kind: str = "application/json"
) -> Callable[[socket.socket], None]:
    def handle(connection: socket.socket) -> None:
        asked = b""
        while b"\r\n\r\n" not in asked:
            asked += connection.recv(4096)
        assert (
            b"GET /oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ"
            in asked
        )
        head = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\nContent-Type: {kind}\r\n"
        connection.sendall(
            f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body
        )

    return handle


@pytest.fixture
def sites() -> Iterator[Sites]:
    with ExitStack() as stack:
        yield Sites(stack)


@pytest.fixture
def room(sites: Sites) -> Videos:
    clock = SystemClock()
    return Videos(
        records=MemoryRecords(),
        blobs=MemoryBlobs(),
        clock=clock,
        ids=RandomIds(clock),
        web=sites.fetcher(),
        read_document=DocumentReader(),
        look_up_video=None,
    )


def given(room: Videos, captions: str = "", description: str = "") -> YoutubeInput:
    return room.create(
        local_user(),
        project_id="prj_1",
        url=LINK,
        captions=captions.encode(),
        description=description,
    )


def read(room: Videos, captions: str = "", description: str = "") -> Extraction:
    return room.read(given(room, captions, description), lambda share: None)


def fault(room: Videos, captions: str = "") -> str:
    with pytest.raises(PraxeoError) as error:
        read(room, captions)
    return error.value.code


@pytest.mark.parametrize("form", FORMS)
def test_captions_of_every_form_lead_to_their_second(form: str, room: Videos, sites: Sites) -> None:
    sites.add_tls("www.youtube.com", answering(KNOWN))
    blocks = read(room, FORMS[form]).blocks
    assert [(b.locator.second, b.text) for b in blocks][:3] == [
        (second, said) for second, (_, _, said) in zip((1, 65, 125), SAID, strict=True)
    ]


def test_title_and_channel_are_looked_up_and_the_source_stands_beside(
    room: Videos, sites: Sites
) -> None:
    sites.add_tls("www.youtube.com", answering(KNOWN))
    found = read(room, VTT)
    assert (found.metadata.title, found.metadata.authors) == ("The heart", ("Ada's school",))
    (source,) = found.sources
    assert source.address == "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    assert (source.title, source.kind, source.input_id[:4]) == (
        "The heart",
        "youtube_input",
        "you_",
    )
    assert source.fetched_at > "2026"


def test_chapters_of_the_description_become_headings(room: Videos, sites: Sites) -> None:
    sites.add_tls("www.youtube.com", answering(KNOWN))
    found = read(room, VTT, "0:00 Muscle\n1:05 Arteries\n2:05 Veins")
    assert [(b.id, b.text) for b in found.blocks if b.kind == "heading"] == [
        ("b1", "Muscle"),
        ("b3", "Arteries"),
        ("b5", "Veins"),
    ]


def test_without_a_network_captions_are_read_all_the_same_and_that_is_told(room: Videos) -> None:
    found = read(room, VTT)
    assert len(found.blocks) == 3
    assert [warning.code for warning in found.warnings] == ["video_not_looked_up"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (answering(b"Not Found", 404, "text/plain"), "video_unknown"),
        (answering(b"Bad Request", 400, "text/plain"), "video_unknown"),
        (answering(b"Unauthorized", 401, "text/plain"), "video_private"),
        (answering(b"Forbidden", 403, "text/plain"), "video_private"),
        (answering(b"Forbidden", 200, "text/html"), "video_private"),
        (answering(b'"Forbidden"', 200), "video_private"),
        (answering(b'{"title": 7}', 200), "video_private"),
        (answering(b"", 429), "captions_needed"),
        (answering(b"", 503), "captions_needed"),
        (answering(KNOWN), "captions_needed"),
    ],
)
def test_a_video_without_captions_is_refused_with_what_is_known_of_it(
    answer: Callable[[socket.socket], None], code: str, room: Videos, sites: Sites
) -> None:
    sites.add_tls("www.youtube.com", answer)
    assert fault(room) == code


HINDRANCES = [name for name in get_args(Hindrance) if name]


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_what_a_key_finds_out_says_why_nothing_is_heard(hindrance: Hindrance, room: Videos) -> None:
    known = VideoFacts(title="The heart", hindrance=hindrance)
    looked_up = replace(room, look_up_video=lambda video_id: known)
    assert fault(looked_up) == hindrance
    assert len(read(looked_up, VTT).blocks) == 3


def test_with_a_key_date_licence_and_chapters_are_known(room: Videos) -> None:
    known = VideoFacts(
        title="The heart",
        channel="Ada's school",
        description="0:00 Muscle\n1:05 Arteries\n2:05 Veins",
        published="2024-05-01",
        licence="CC BY 3.0",
    )
    found = read(replace(room, look_up_video=lambda video_id: known), VTT)
    assert (found.metadata.date, found.metadata.licence) == ("2024-05-01", "CC BY 3.0")
    assert [b.text for b in found.blocks if b.kind == "heading"] == ["Muscle", "Arteries", "Veins"]
    assert (found.sources[0].date, found.sources[0].date_basis) == ("2024-05-01", "stated")
    assert found.warnings == ()


@pytest.mark.parametrize("code", ["video_quota_used", "video_service_busy", "video_key_refused"])
def test_where_the_key_does_not_help_the_rest_is_looked_up_without_it_and_that_is_told(
    code: str, room: Videos, sites: Sites
) -> None:
    def used_up(video_id: str) -> VideoFacts:
        raise Unavailable(code, "Not now.")

    sites.add_tls("www.youtube.com", answering(KNOWN))
    found = read(replace(room, look_up_video=used_up), VTT)
    assert found.metadata.title == "The heart"
    assert [warning.code for warning in found.warnings] == ["video_not_looked_up"]


def test_a_video_that_the_key_does_not_know_is_not_looked_for_again(
    room: Videos, sites: Sites
) -> None:
    def unknown(video_id: str) -> VideoFacts:
        raise Refused("video_unknown", "There is none.")

    assert fault(replace(room, look_up_video=unknown)) == "video_unknown"
    assert sites.web.dials == []


@pytest.mark.parametrize(
    ("captions", "code"),
    [
        (
            "The heart is a muscle. It pumps blood through the body, day and night.",
            "captions_without_times",
        ),
        ("# The heart\n\nIt is a muscle that pumps blood.", "captions_without_times"),
        (
            "WEBVTT\n\n00:01.000 --> 00:05.000\n♪♪♪\n\n00:07.000 --> 00:09.000\n[Music]\n",
            "nothing_said",
        ),
    ],
)
def test_what_leads_to_no_second_is_refused(captions: str, code: str, room: Videos) -> None:
    assert fault(room, captions) == code


def test_captions_can_be_given_later_and_not_while_they_are_read(room: Videos) -> None:
    video = given(room)
    with pytest.raises(Conflict) as held:
        room.give_captions(local_user(), video.id, VTT.encode())
    assert held.value.code == "being_read"
    room.records.save(replace(video, status="refused"))
    later = room.give_captions(local_user(), video.id, VTT.encode())
    assert (later.status, later.job_id != video.job_id) == ("queued", True)
    assert len(room.read(later, lambda share: None).blocks) == 3


def test_captions_that_are_empty_or_too_large_are_refused_and_nothing_is_stored(
    room: Videos,
) -> None:
    video = room.records.save(replace(given(room), status="refused"))[0]
    with pytest.raises(Refused):
        room.give_captions(local_user(), video.id, b"")
    with pytest.raises(TooLarge):
        room.give_captions(local_user(), video.id, b"x" * (CAPTIONS_BYTES_MAX + 1))
    assert not [*room.blobs.keys(f"youtube_inputs/{video.id}")]
    assert room.get(local_user(), video.id).version == video.version
