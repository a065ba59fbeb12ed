"""Links to videos in every form that people copy lead to the same video; whatever else is given is told apart."""

from __future__ import annotations

import pytest

from praxeo.domain.errors import Refused
from praxeo.sources.youtube.links import video_link, watch_address

ID = "dQw4w9WgXcQ"
W = "https://www.youtube.com"


@pytest.mark.parametrize(
    "link",
    [
        ID,
        f" {W}/watch?v={ID}\n",
        f"http://youtube.com/watch?v={ID}",
        f"youtube.com/watch?v={ID}",
        f"//www.youtube.com/watch?v={ID}",
        f"HTTPS://WWW.YOUTUBE.COM/watch?v={ID}",
        f"{W}./watch?v={ID}",
        f"https://m.youtube.com/watch?v={ID}&feature=share",
        f"https://music.youtube.com/watch?v={ID}&si=abc",
        f"{W}/watch?app=desktop&v={ID}",
        f"{W}/watch/?v={ID}",
        f"{W}/watch/{ID}",
        f"{W}/?v={ID}",
        f"{W}/watch_popup?v={ID}",
        f"https://youtu.be/{ID}",
        f"youtu.be/{ID}?si=abc",
        f"https://youtu.be/{ID}/",
        f"{W}/live/{ID}?feature=share",
        f"{W}/embed/{ID}?rel=0",
        f"https://www.youtube-nocookie.com/embed/{ID}",
        f"{W}/shorts/{ID}",
        f"{W}/v/{ID}?version=3",
        f"{W}/e/{ID}",
        f"{W}/attribution_link?a=abc&u=%2Fwatch%3Fv%3D{ID}%26feature%3Dshare",
        f"{W}/redirect?event=x&q=https%3A%2F%2Fyoutu.be%2F{ID}",
        f"{W}/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3D{ID}",
    ],
)
def test_every_form_of_a_link_is_the_same_video(link: str) -> None:
    found = video_link(link)
    assert (found.video_id, found.start, found.playlist_id) == (ID, 0, "")


@pytest.mark.parametrize(
    ("end", "second"),
    [
        ("&t=90", 90),
        ("&t=90s", 90),
        ("&t=1m30s", 90),
        ("&t=1h1m1s", 3661),
        ("&t=2h", 7200),
        ("&t=1:30", 90),
        ("&t=1:00:05", 3605),
        ("&start=90", 90),
        ("&time_continue=7", 7),
        ("#t=90", 90),
        ("#t=1m30s", 90),
        ("&t=", 0),
        ("&t=soon", 0),
        ("&t=-5", 0),
        ("&t=99999999999999", 0),
        ("&t=١٢", 0),
    ],
)
def test_the_second_that_a_link_begins_at_is_kept(end: str, second: int) -> None:
    assert video_link(f"{W}/watch?v={ID}{end}").start == second


def test_the_playlist_that_a_video_was_copied_from_is_kept_as_a_note() -> None:
    found = video_link(f"https://youtu.be/{ID}?list=PL_abc-123&index=4&t=5")
    assert (found.video_id, found.playlist_id, found.start) == (ID, "PL_abc-123", 5)


@pytest.mark.parametrize(
    ("link", "code"),
    [
        (f"{W}/playlist?list=PL_abc-123", "playlist_alone"),
        (f"{W}/embed/videoseries?list=PL_abc-123", "playlist_alone"),
        (f"{W}/watch?list=PL_abc-123", "playlist_alone"),
        (f"{W}/@praxeo", "channel_alone"),
        (f"{W}/channel/UCabc", "channel_alone"),
        (f"{W}/c/praxeo/videos", "channel_alone"),
        ("", "not_a_video"),
        ("enzymes", "not_a_video"),
        (f"{W}/", "not_a_video"),
        (f"{W}/watch", "not_a_video"),
        (f"{W}/watch?v=short", "not_a_video"),
        (f"{W}/watch?v={ID}x", "not_a_video"),
        (f"https://example.org/watch?v={ID}", "not_a_video"),
        (f"https://youtube.com.example.org/watch?v={ID}", "not_a_video"),
        (f"https://notyoutube.com/watch?v={ID}", "not_a_video"),
        (f"https://www.youtube.com@example.org/watch?v={ID}", "not_a_video"),
        ("javascript:alert(1)", "not_a_video"),
        ("https://[::1", "not_a_video"),
        (f"{W}/feed/subscriptions", "not_a_video"),
        (f"{W}/watch?v={ID}" + "&a=1" * 2000, "not_a_video"),
        (f"{W}/redirect?q=" * 9 + ID, "not_a_video"),
        (f"{W}/watch?v=dQw4w9WgXc\u0661", "not_a_video"),
    ],
)
def test_what_is_no_one_video_is_refused_and_told_what_it_is(link: str, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        video_link(link)
    assert refusal.value.code == code


def test_a_place_in_a_video_has_an_address() -> None:
    assert watch_address(ID) == f"{W}/watch?v={ID}"
    assert watch_address(ID, 65) == f"{W}/watch?v={ID}&t=65s"
