"""What a text names and does not hold: files that it includes, pictures beside it."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.sources.documents.block_list import BlockList

NAMES_SHOWN = 5
LONGEST_NAME_CHARACTERS = 80


@dataclass(kw_only=True)
class OutsideParts:
    """The names of files that would stand in the text, each once."""

    names: dict[str, None] = field(default_factory=dict)

    def note(self, name: str) -> None:
        """Remember a file by its name."""
        self.names[name.strip()[:LONGEST_NAME_CHARACTERS]] = None

    def tell(self, blocks: BlockList) -> None:
        """Warn of the files that are missing, if there are any."""
        if not self.names:
            return
        names = list(self.names)
        shown = ", ".join(names[:NAMES_SHOWN])
        if len(names) > NAMES_SHOWN:
            shown += f" (+{len(names) - NAMES_SHOWN})"
        blocks.ledger.leave_out("parts", "missing", len(names))
        blocks.warn(
            "included_files_missing",
            f"The text takes in other files, which are not in it and so are missing: {shown}. "
            "Add each of them, or export the whole as one file.",
            details={"names": shown},
        )
