"""A visit as it is kept with its example."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from praxeo.domain.errors import Refused
from praxeo.domain.source_visits import SentenceChange, SourceSeen, SourceVisit
from praxeo.library.versions import blob_area
from praxeo.ports.blobs import BlobStore

FORMAT = 1


def keep_visit(blobs: BlobStore, example_id: str, visit: SourceVisit) -> str:
    """Store it with the example; `read_visit` reads what lies under the key."""
    told = json.dumps({"format": FORMAT, **asdict(visit)}, ensure_ascii=False)
    return blobs.put(blob_area(example_id), told.encode()).key


def read_visit(data: bytes) -> SourceVisit:
    """What `keep_visit` wrote. Refused("bad_visit") for anything else."""
    try:
        told: dict[str, Any] = json.loads(data)
        if told["format"] != FORMAT:
            raise ValueError("another format")
        return SourceVisit(
            visited_at=told["visited_at"],
            input_id=told["input_id"],
            sources=tuple(SourceSeen(**each) for each in told["sources"]),
            changes=tuple(
                SentenceChange(**{**each, "references": tuple(each["references"])})
                for each in told["changes"]
            ),
            kept=tuple((before, after) for before, after in told["kept"]),
        )
    except (ValueError, TypeError, KeyError) as error:
        raise Refused(
            "bad_visit", "What was found of the sources cannot be read; have them looked at again."
        ) from error
