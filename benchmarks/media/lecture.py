"""A minute that looks and moves like a lecture: slides, a pointer, a small noisy camera; once a flash with a beep."""

from __future__ import annotations

from pathlib import Path

from devtools.recordings import made

SECONDS, SLIDE_SECONDS = 60, 5
BEEP_SECOND = 30.5


def lecture(path: Path) -> Path:
    """1280 × 720 at 25 pictures a second, H.264 with a keyframe every two seconds, AAC."""
    slide = (
        f"drawgrid=w=1280:h=60:color=black@0.15,"
        f"drawbox=x=80:y=80:w='200+97*mod(floor(t/{SLIDE_SECONDS})*7,9)':h=60:color=navy:t=fill,"
        f"drawbox=x=80:y=200:w='300+71*mod(floor(t/{SLIDE_SECONDS})*5,11)':h=24:color=black:t=fill,"
        f"drawbox=x=80:y=260:w='260+83*mod(floor(t/{SLIDE_SECONDS})*3,10)':h=24:color=black:t=fill,"
        "drawbox=x='640+300*sin(t)':y='400+150*cos(1.3*t)':w=14:h=14:color=red:t=fill"
    )
    camera = "noise=alls=22:allf=t,drawbox=x='60+20*sin(2*t)':y=40:w=90:h=100:color=peru:t=fill"
    flash = f"drawbox=c=white:t=fill:enable='between(t,{BEEP_SECOND},{BEEP_SECOND + 0.5})'"
    graph = (
        f"[0:v]{slide}[slide];[1:v]{camera}[camera];[slide][camera]overlay=1040:540,{flash},"
        "format=yuv420p[picture]"
    )
    beep = (
        f"aevalsrc='if(between(t,{BEEP_SECOND},{BEEP_SECOND + 0.5}),0.5*sin(5000*t),0)':d={SECONDS}"
    )
    return made(
        path,
        *("-f", "lavfi", "-i", f"color=c=ivory:size=1280x720:rate=25:duration={SECONDS}"),
        *("-f", "lavfi", "-i", f"color=c=gray:size=220x160:rate=25:duration={SECONDS}"),
        *("-f", "lavfi", "-i", beep, "-filter_complex", graph, "-map", "[picture]", "-map", "2:a"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-g", "50", "-c:a", "aac"),
    )
