"""Files that claim to be recordings and are out for other files, the network, memory or time."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator
from pathlib import Path

from devtools.recordings import H264, made, recording

LISTS: dict[str, str] = {
    "playlist of a sibling": "{head}#EXTINF:2,\nsecret.ts\n#EXT-X-ENDLIST\n",
    "playlist of a sibling film": "{head}#EXTINF:2,\nsecret.mp4\n#EXT-X-ENDLIST\n",
    "playlist of a path": "{head}#EXTINF:2,\n{folder}/secret.ts\n#EXT-X-ENDLIST\n",
    "playlist by file": "{head}#EXTINF:2,\nfile:{folder}/secret.ts\n#EXT-X-ENDLIST\n",
    "playlist by http": "{head}#EXTINF:2,\nhttp://127.0.0.1:{port}/a.ts\n#EXT-X-ENDLIST\n",
    "playlist by concat": "{head}#EXTINF:2,\nconcat:{folder}/secret.ts|{folder}/secret.ts\n#EXT-X-ENDLIST\n",
    "playlist by subfile": "{head}#EXTINF:2,\nsubfile,,start,0,end,9,,:{folder}/secret.ts\n#EXT-X-ENDLIST\n",
    "playlist by data": "{head}#EXTINF:2,\ndata:video/mp2t;base64,Rw==\n#EXT-X-ENDLIST\n",
    "playlist with a key": '{head}#EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:{port}/k"\n#EXTINF:2,\nsecret.ts\n',
    "playlist with a start": '{head}#EXT-X-MAP:URI="{folder}/secret.mp4"\n#EXTINF:2,\nsecret.ts\n',
    "playlist of playlists": "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://127.0.0.1:{port}/a.m3u8\n",
    "playlist behind a mark": "\ufeff{head}#EXTINF:2,\nsecret.ts\n",
    "playlist behind a tag": "ID3\x04\x00\x00\x00\x00\x00\x00{head}#EXTINF:2,\nsecret.ts\n",
    "list of a sibling": "ffconcat version 1.0\nfile secret.mp4\n",
    "list of a path": "ffconcat version 1.0\nfile '{folder}/secret.mp4'\n",
    "list of a parent": "ffconcat version 1.0\nfile ../secret.mp4\n",
    "list by file": "ffconcat version 1.0\nfile 'file:{folder}/secret.mp4'\n",
    "list by http": "ffconcat version 1.0\nfile 'http://127.0.0.1:{port}/a.mp4'\n",
    "list of a thousand": "ffconcat version 1.0\n" + "file input\n" * 1000,
    "manifest": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet>'
    '<Representation id="1" bandwidth="1"><BaseURL>http://127.0.0.1:{port}/a.mp4</BaseURL></Representation>'
    "</AdaptationSet></Period></MPD>",
    "session": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 96\n"
    "a=rtpmap:96 H264/90000\n",
    "drawing": '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
    '<image x:href="file:{folder}/secret.mp4"/><image x:href="http://127.0.0.1:{port}/a.png"/></svg>',
    "giant drawing": '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>',
    "subtitles": "1\n00:00:01,000 --> 00:00:02,000\nsecret.mp4\n",
}
HEAD = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n"


def hostile_recordings(folder: Path, port: int) -> Iterator[tuple[str, Path]]:
    """Each of them with its name, in this folder, where `secret.ts` and `secret.mp4` are there to be stolen.

    Those that name an address name this port of the machine.
    """
    small = recording(folder / "small.mp4", seconds=2).read_bytes()
    for name, text in LISTS.items():
        whole = text.format(head=HEAD, folder=folder, port=port)
        yield name, _kept(folder, name, whole.encode("utf-8"))
    for name, data in _damaged(small):
        yield name, _kept(folder, name, data)
    for name, make in _BOMBS.items():
        yield name, make(folder / f"{name.replace(' ', '-')}.mkv")


def _kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{name.replace(' ', '-')}.mp4"
    path.write_bytes(data)
    return path


def _damaged(small: bytes) -> Iterator[tuple[str, bytes]]:
    chance = random.Random(16)
    yield "empty", b""
    yield "zeros", bytes(65_536)
    yield "noise", chance.randbytes(65_536)
    yield "head alone", small[:40]
    yield "half", small[: len(small) // 2]
    yield "without its end", small[:-200]
    for number in range(6):
        data = bytearray(small)
        for _ in range(60):
            data[chance.randrange(len(data))] = chance.randrange(256)
        yield f"changed {number}", bytes(data)
    entry = small.index(b"avc1") + 28  # where its sample entry states width and height
    yield "giant by its entry", small[:entry] + b"\xff" * 4 + small[entry + 4 :]
    sound = b"\x01\x00\x01\x00" + struct.pack("<IIHH", 8000, 16000, 2, 16)
    wave = b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<I", 16) + sound
    yield "a sound that lies about its length", wave + b"data\xff\xff\xff\xff" + bytes(16_000)


def _giant(path: Path) -> Path:
    picture = "color=size=8192x8192:rate=1:duration=1"
    return recording(path, picture=picture, sound="", codecs=H264)


def _ten_hours_apart(path: Path) -> Path:
    picture = "color=size=32x32:rate=1:duration=2"
    return recording(path, picture=picture, sound="", codecs=(*H264, "-vf", "setpts=N*36000/TB"))


def _many_streams(path: Path) -> Path:
    sound = recording(path.with_suffix(".wav"), seconds=0.1, picture="", codecs=())
    return made(path, "-i", sound, *("-map", "0:0") * 300, "-c", "copy")


def _a_day_of_silence(path: Path) -> Path:
    quiet = recording(
        path.with_suffix(".m4a"), seconds=5, picture="", sound="anullsrc=d={seconds}",
        codecs=("-c:a", "aac", "-b:a", "8k"),
    )  # fmt: skip
    return made(path, "-itsscale", "17280", "-i", quiet, "-c", "copy")


def _giant_cover(path: Path) -> Path:
    cover = made(
        path.with_suffix(".png"), "-f", "lavfi", "-i", "color=size=12000x12000", "-frames:v", "1"
    )
    sound = recording(
        path.with_suffix(".mp3"), seconds=1, picture="", codecs=("-c:a", "libmp3lame")
    )
    return made(
        path.with_suffix(".mp3.mp3"), "-i", sound, "-i", cover, "-map", "0", "-map", "1", "-c", "copy",
        "-disposition:v", "attached_pic",
    )  # fmt: skip


def _thousand_pictures_a_second(path: Path) -> Path:
    picture = "color=size=32x32:rate=1000:duration=2"
    return recording(path, picture=picture, sound="", codecs=H264)


_BOMBS: dict[str, Callable[[Path], Path]] = {
    "giant picture": _giant,
    "ten hours apart": _ten_hours_apart,
    "three hundred streams": _many_streams,
    "a day of silence": _a_day_of_silence,
    "giant cover": _giant_cover,
    "a thousand pictures a second": _thousand_pictures_a_second,
}
