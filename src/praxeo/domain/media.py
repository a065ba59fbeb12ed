"""What is known of a recording before anything is made of it: its streams, how long it is, how it is turned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, repr=False)
class VideoTrack:
    """The picture. `width` and `height` are as it is shown, `rotation` (degrees) already in them.

    `level` is as H.264 counts it (41: 4.1). `hdr` tells that its brightness is not that of common screens.
    `keyframe_seconds` is the longest way from one keyframe to the next, 0 where that is not known.
    """

    codec: str
    profile: str = ""
    level: int = 0
    pixel_format: str = ""
    width: int
    height: int
    rotation: int = 0
    frames_per_second: float = 0.0
    bit_rate: int = 0
    hdr: bool = False
    keyframe_seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, repr=False)
class AudioTrack:
    """The sound. `language` is as the file states it, "" where it does not."""

    codec: str
    sample_rate: int = 0
    channels: int = 0
    bit_rate: int = 0
    language: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class MediaChapter:
    """A chapter that the file itself lists; `start` in seconds."""

    start: float
    title: str


@dataclass(frozen=True, kw_only=True, repr=False)
class MediaFacts:
    """A recording as a look at its file tells it. `container` is the demuxer's name, `size` in bytes."""

    container: str
    seconds: float
    size: int
    streams: int
    video: VideoTrack | None = None
    audio: AudioTrack | None = None
    title: str = ""
    chapters: tuple[MediaChapter, ...] = ()


@dataclass(frozen=True, kw_only=True, repr=False)
class UploadPart:
    """A part of a recording on its way in; `number` counts from 1."""

    number: int
    blob: str
    size: int


@dataclass(frozen=True, kw_only=True, repr=False)
class MediaFile:
    """A file that was made of a recording: its `name` as playlists say it, and the `blob` that holds it."""

    name: str
    blob: str
    size: int


@dataclass(frozen=True, kw_only=True, repr=False)
class Spoken:
    """A sentence as a speech model heard it, from second to second."""

    start: float
    end: float
    text: str


@dataclass(frozen=True, kw_only=True, repr=False)
class Still:
    """One picture as the bytes of its points (red, green, blue), row by row: nothing that would have to be parsed."""

    width: int
    height: int
    points: bytes


@dataclass(frozen=True, kw_only=True, repr=False)
class Rung:
    """One size of the picture; `copied` as it is, else encoded anew. `name` is that of its files."""

    width: int
    height: int
    frames_per_second: float
    bit_rate: int
    copied: bool = False

    @property
    def name(self) -> str:
        return f"{min(self.width, self.height)}p"


@dataclass(frozen=True, kw_only=True, repr=False)
class Overview:
    """All of a recording in small pictures, one every few seconds: as sheets, and gray to be looked through.

    `sheets` are the names of files; each of `gray` is the bytes of its points, row by row, `width` in a row.
    """

    sheets: tuple[str, ...]
    gray: tuple[bytes, ...]
    width: int
