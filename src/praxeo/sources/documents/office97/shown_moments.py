"""Dates, times and durations of cells as text."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


def shown_moment(value: datetime | date | time | timedelta) -> str:
    """A day as 2024-03-01, with its time if it has one, a time as 13:05, a duration as 26:10."""
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")
    if isinstance(value, time):
        return value.strftime("%H:%M:%S").removesuffix(":00")
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    return value.isoformat()
