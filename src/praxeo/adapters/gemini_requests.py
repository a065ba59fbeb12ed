"""A prompt as the SDK's request: contents with their parts, and the configuration."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from praxeo.ports.models import BytesPart, Part, Prompt, Purpose, TextPart, VideoPart

# Sources are schoolbooks, too: biology, history and law are full of what a filter takes for harm.
HARMS = ("HARASSMENT", "HATE_SPEECH", "SEXUALLY_EXPLICIT", "DANGEROUS_CONTENT")
THRESHOLD = "BLOCK_ONLY_HIGH"
THINKING_SINCE = 3  # the generation
_GENERATION = re.compile(r"gemini-(\d+)")
# How much to think: code that has to run is thought over, content and edits are mostly said. What every model of
# these generations knows (https://ai.google.dev/gemini-api/docs/thinking).
LITTLE, MORE = "LOW", "MEDIUM"
# What is said and shown in a lesson can be read so, at some 100 tokens a second of video instead of 300
# (https://ai.google.dev/gemini-api/docs/media-resolution).
FRAMES = "MEDIA_RESOLUTION_LOW"
THINKING: dict[Purpose, str] = {"write_code": MORE, "repair_code": MORE}


def contents_of(
    prompt: Prompt, stored: Callable[[BytesPart], str], *, with_system: bool = False
) -> list[Any]:
    """The turns of the conversation. `stored` gives the address of bytes that were sent up, or ""."""
    from google.genai import types

    first = [_part(part, stored) for part in prompt.parts]
    contents = [types.Content(role="user", parts=first)]
    if with_system:
        contents.insert(0, types.Content(role="user", parts=[types.Part(text=prompt.system)]))
    for turn in prompt.turns:
        contents.append(types.Content(role="model", parts=[types.Part(text=turn.answer)]))
        contents.append(types.Content(role="user", parts=[types.Part(text=turn.next)]))
    return contents


def config_of(prompt: Prompt, model: str) -> Any:
    """The generation's configuration. Models from the third generation on are told how much to think, and are not
    given a temperature, which they deprecate."""
    from google.genai import types

    generation = _GENERATION.match(model)
    thinks = generation is not None and int(generation[1]) >= THINKING_SINCE
    level = THINKING.get(prompt.purpose, LITTLE)
    fields: dict[str, Any] = {
        "system_instruction": prompt.system,
        **({} if thinks else {"temperature": prompt.temperature}),
        **({"thinking_config": types.ThinkingConfig(thinking_level=level)} if thinks else {}),  # type: ignore[arg-type]
        "max_output_tokens": prompt.output_tokens_max,
        "safety_settings": [
            types.SafetySetting(
                category=types.HarmCategory(f"HARM_CATEGORY_{harm}"),
                threshold=types.HarmBlockThreshold(THRESHOLD),
            )
            for harm in HARMS
        ],
    }
    if any(isinstance(part, VideoPart) for part in prompt.parts):
        fields["media_resolution"] = FRAMES
    if prompt.schema is not None:
        fields |= {
            "response_mime_type": "application/json",
            "response_json_schema": dict(prompt.schema),
        }
    return types.GenerateContentConfig(**fields)


def _part(part: Part, stored: Callable[[BytesPart], str]) -> Any:
    from google.genai import types

    if isinstance(part, TextPart):
        return types.Part(text=part.text)
    if isinstance(part, BytesPart):
        address = stored(part)
        if address:
            return types.Part.from_uri(file_uri=address, mime_type=part.media_type)
        return types.Part.from_bytes(data=part.data, mime_type=part.media_type)
    whole = part.start_second == 0 and part.end_second is None
    clip = types.VideoMetadata(
        start_offset=f"{part.start_second}s",
        end_offset=None if part.end_second is None else f"{part.end_second}s",
    )
    return types.Part(
        file_data=types.FileData(file_uri=part.url), video_metadata=None if whole else clip
    )
