"""Short lessons in other languages, and what is asked of them."""

from __future__ import annotations

from pathlib import Path

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Item
from praxeo.sources.documents.text.markdown import read_markdown_file

HEAD = {
    "de": "# Aus dem Unterricht\n\nDas Thema ist für alle wichtig, und die Klasse hat es gut gelernt.\n\n",
    "fr": "# Fiche de cours\n\nLe sujet est étudié en classe par tous les élèves de cette année.\n\n",
    "es": "# Apuntes de clase\n\nEl tema se estudia en clase con todos los alumnos de este curso.\n\n",
}


def shown(text: str, folder: Path) -> list[Item]:
    source = folder / "source.md"
    source.write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(source), name=source.name)
    return [i for s in spec.sections for a in s.activities for i in a.items]
