"""Terms printed bold are asked by what their own sentence says they are, in passing or by a looser form."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Term
from praxeo.sources.documents.text.markdown import read_markdown_file


def terms_of(text: str, folder: Path) -> dict[str, str]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    every = (item for s in spec.sections for a in s.activities for item in a.items)
    return {item.term: item.definition for item in every if isinstance(item, Term)}


BESIDE = {
    "English": (
        "# The hive\n\nA hive is full of **drones**, male bees that do no work at all. They are fed on **bee bread**, a paste of pollen that ripens in the comb, and on honey.\n\n"
        "In the nest is **royal jelly**, the food which makes a larva a queen.\n",
        {"drones": "male bees that do no work at all", "bee bread": "a paste of pollen that ripens in the comb", "royal jelly": "the food which makes a larva a queen"},
    ),
    "German": (
        "# Der Bienenstock\n\nIm Stock leben **Drohnen**, männliche Bienen, die keinen Stachel haben. Die Königin frisst **Wabenhonig**, einen Saft, der aus vielen Blüten kommt.\n",
        {"Drohnen": "männliche Bienen, die keinen Stachel haben", "Wabenhonig": "Saft, der aus vielen Blüten kommt"},
    ),
    "French": (
        "# La ruche\n\nDans la ruche vivent les **faux-bourdons**, des abeilles mâles qui ne piquent pas. On y trouve la **propolis**, une résine qui bouche les fentes de la ruche.\n",
        {"faux-bourdons": "des abeilles mâles qui ne piquent pas", "propolis": "une résine qui bouche les fentes de la ruche"},
    ),
}  # fmt: skip
TOLD = {
    "what was, in German": (
        "# Athen\n\nDie **Ekklesia** war die Versammlung, die über Krieg und Frieden entschied. Der **Areopag** war der Rat der ehemaligen Beamten.\n",
        {"Ekklesia": "die Versammlung, die über Krieg und Frieden entschied", "Areopag": "der Rat der ehemaligen Beamten"},
    ),
    "what was, in French": (
        "# La France\n\nLa **gabelle** était un impôt sur le sel que payaient surtout les pauvres. La **taille** était l'impôt que payaient les paysans.\n",
        {"gabelle": "un impôt sur le sel que payaient surtout les pauvres", "taille": "l'impôt que payaient les paysans"},
    ),
    "the one which, in Spanish": (
        "# Las hojas\n\nLa hoja **caduca** es aquella que cae en el otoño de cada año. La hoja **perenne** es aquella que dura en el árbol varios inviernos.\n",
        {"hoja caduca": "aquella que cae en el otoño de cada año", "hoja perenne": "aquella que dura en el árbol varios inviernos"},
    ),
    "what this whole thing is called": (
        "# L'eau\n\nCe passage de l'état solide à l'état liquide s'appelle **la fusion**. La **solidification** est le passage de l'état liquide à l'état solide.\n",
        {"fusion": "passage de l'état solide à l'état liquide", "solidification": "le passage de l'état liquide à l'état solide"},
    ),
}  # fmt: skip
NOTHING = {
    "a phrase before the sentence's own": "# Bees\n\nIn **winters**, bees that live together keep warm. Without **keepers**, hives that fall ill die out.\n",
    "one of a list": "# Bees\n\nThe keeper needs smoke, gloves, **veils**, boxes that hold frames and much patience.\n",
    "of another number": "# Bees\n\nThe keeper looks for the **queen**, bees that dance and eggs.\n",
    "a clause alone": "# Bees\n\nThe keeper loves **honey**, which people that are ill eat with their tea.\n",
    "what this is called without saying it": "# L'eau\n\nCe passage de la leçon s'appelle **une énigme**.\n",
    "in plain letters": "# Athen\n\nDie Ekklesia war die Versammlung, die über Krieg und Frieden entschied.\n",
}  # fmt: skip
CASES = BESIDE | TOLD


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_a_bold_term_is_asked_by_what_its_sentence_says_it_is(
    text: str, expected: dict[str, str], tmp_path: Path
) -> None:
    assert terms_of(text, tmp_path) == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_only_stands_beside_a_bold_term_is_not_its_meaning(text: str, tmp_path: Path) -> None:
    assert terms_of(text, tmp_path) == {}
