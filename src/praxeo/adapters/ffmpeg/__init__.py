"""ffmpeg and ffprobe as confined children: recordings are looked at, taken apart and made anew."""
