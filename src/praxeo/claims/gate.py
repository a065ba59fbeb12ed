"""The gate: whether a source says what an item claims, found out by code alone.

**Quoted**: the claim's own words stand there. **Restated**: a place says it in other words; `proven` if the
rules find nothing against it and nearly all its words there, else a reader has to compare the two. **Not
found**: a place says otherwise, or none comes near. Hints (a quote, references) only say where to look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from praxeo.claims.alignment import align
from praxeo.claims.lexicon import root_of, synonyms_of
from praxeo.claims.quotation import quotation
from praxeo.claims.reading import read_text
from praxeo.claims.rules.asking import check_answer, check_asked
from praxeo.claims.rules.denial import check_denial, check_opposites
from praxeo.claims.rules.figures import check_figures
from praxeo.claims.rules.held import Held, Objection
from praxeo.claims.rules.names import check_names
from praxeo.claims.rules.order import check_order
from praxeo.claims.rules.replacing import check_replaced
from praxeo.claims.rules.stitching import check_stitched
from praxeo.claims.rules.strength import check_bounds, check_links, check_strength
from praxeo.claims.source_places import Place, SourcePlaces
from praxeo.claims.statements import Claim
from praxeo.claims.verdicts import NOT_FOUND, Judgement
from praxeo.claims.word_lists import CAPITALISES_NOUNS
from praxeo.claims.words import tokens_of
from praxeo.domain.asides import all_blocks
from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Evidence

RULES = "rules 6"  # the version that a verdict names
PROVEN_SHARE = 0.75  # of the claim's terms that the place has to say
PROVEN_SHARE_ASKED = 0.6  # where most are a question's
_HARD = frozenset(("number", "number_of", "name", "answer"))
KEY_SHARE = 0.8  # of the answer's
LEAD_SHARE = 0.75  # of the term that is defined, or the left of a pair
LEAD_SHARE_ASKED = 0.25  # of a question
PLACE_SHARE = 0.5  # of them that the place itself has to say, without what stands around it
HINTED_SHARE_LEAST = 0.2  # below it a place that is pointed to says something else
FOUND_SHARE_LEAST = 0.4  # below it a place that was searched for does
NEARLY_NEAREST = 0.9
OVERRULING_SHARE = 0.6  # of a place that was searched for, over one that is pointed to
COMPOUND_LETTERS_LEAST = 4  # of a word that another ends with
JOINED_MOST = 8  # places that are read as one where somebody points to them together
AROUND = 2  # blocks before and after one that is named, for what a sentence takes along
_CHECKS = (
    check_figures, check_names, check_denial, check_opposites, check_order, check_strength, check_links,
    check_replaced, check_stitched, check_asked, check_bounds,
)  # fmt: skip


@dataclass(frozen=True)
class _Tried:
    """A place (or several that follow each other) and what the rules have against the claim there."""

    references: Evidence
    share: float
    key_share: float
    plain_share: float
    place_share: float
    lead_share: float
    objections: tuple[Objection, ...]
    hinted: bool
    is_its_subject: bool  # what is defined stands there, or the claim is one statement

    @property
    def refused(self) -> bool:
        return any(not each.doubt for each in self.objections)


@dataclass
class Gate:
    """Judges claims against one source."""

    places: SourcePlaces
    _known: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, extraction: Extraction) -> Gate:
        """The gate for what was read."""
        places = SourcePlaces.of(extraction)
        return cls(places, frozenset(places.of_stem))  # numbers among them

    @classmethod
    def near(cls, extraction: Extraction, references: Iterable[str]) -> Gate:
        """The gate for what stands at and around these places, which is all that `judge_at` looks at there."""
        named = {reference.partition(".")[0] for reference in references}
        blocks = tuple(all_blocks(extraction))
        kept = {
            close
            for at, block in enumerate(blocks)
            if block.id in named
            for close in range(at - AROUND, at + AROUND + 1)
        }
        read = tuple(b for at, b in enumerate(blocks) if at in kept or b.kind == "heading")
        return cls.of(replace(extraction, blocks=read))

    def judge(
        self, claim: Claim, *, quote: str = "", references: Evidence = (), search: bool = True
    ) -> Judgement:
        """The verdict, and the places that bear it or come nearest."""
        if not tokens_of(claim.key):
            return NOT_FOUND
        if quoted := quotation(self.places, claim):
            return Judgement(verdict="quoted", proven=True, evidence=_references(quoted))
        tried = []
        pointed = set(_references(self.places.named(references)))
        for places, hinted in self._where(claim, quote, references, search):
            tried.append(self._try(claim, places, hinted))
            if claim.lead and not (search or set(tried[-1].references) <= pointed):
                continue  # what stands beside the places may be the answer to another question
            if not _spoken_against(tried) and self._says(claim, tried[-1]):
                return Judgement(verdict="restated", proven=True, evidence=tried[-1].references)
        return self._nearest(claim, tried)

    def judge_at(self, claim: Claim, references: Evidence) -> Judgement:
        """The verdict on the places alone that somebody says bear the claim."""
        bare = claim.without_frame()
        if bare and self._asked_at(bare, references):  # the source's own statement, word by word
            claim = bare
        places = self.places.named(references)
        found = self.judge(claim, references=references, search=False)
        if found.verdict == "quoted" and not {p.reference for p in places} & set(found.evidence):
            found = self._nearest(claim, [self._try(claim, [each], True) for each in places])
        asked = found.verdict == "not_found" and claim.asks and self._asked_at(claim, references)
        return Judgement(verdict="restated", proven=False, evidence=references) if asked else found

    def _asked_at(self, claim: Claim, references: Evidence) -> bool:
        """Whether the source itself asks this there; its own key may stand anywhere."""
        blocks = {place.block for place in self.places.quoted(claim.lead)}
        return bool(blocks & {reference.partition(".")[0] for reference in references})

    def _nearest(self, claim: Claim, tried: list[_Tried]) -> Judgement:
        # Whoever points to a place may say in quite other words what it says, if only of what the source is about.
        about = self._is_about(claim)
        close = [
            each
            for each in tried
            if each.share >= (FOUND_SHARE_LEAST if not each.hinted else HINTED_SHARE_LEAST)
            or (each.hinted and each.is_its_subject and about)
        ]
        if not close:
            return NOT_FOUND
        if any(each.hinted and not each.refused for each in close):
            close = [each for each in close if each.hinted or each.share >= OVERRULING_SHARE]
        nearest = max(close, key=lambda each: (each.share, each.hinted))
        among = [each for each in close if each.share >= NEARLY_NEAREST * nearest.share]
        standing = [each for each in among if not each.refused]
        if nearest.refused and not standing:
            against = tuple(
                dict.fromkeys(each.rule for each in nearest.objections if not each.doubt)
            )
            return Judgement(
                verdict="not_found",
                proven=False,
                evidence=(),
                against=against,
                nearest=nearest.references,
            )
        chosen = max(standing, key=lambda each: (each.share, each.hinted))
        doubts = tuple(dict.fromkeys(each.rule for each in chosen.objections))
        return Judgement(
            verdict="restated", proven=False, evidence=chosen.references, against=doubts
        )

    def _is_about(self, claim: Claim) -> bool:
        """Whether the source has a word of the claim, or one that can stand for it."""
        terms = read_text(claim.key).terms
        if any({term.stem, *synonyms_of(term.key)} & self._known for term in terms):
            return True
        roots = {
            root for term in terms if len(root := root_of(term.stem)) >= COMPOUND_LETTERS_LEAST
        }
        return any(root_of(known).endswith(root) for known in self._known for root in roots)

    def _where(
        self, claim: Claim, quote: str, references: Evidence, search: bool
    ) -> list[tuple[list[Place], bool]]:
        """Where to look at, those first that are pointed to."""
        found: dict[tuple[str, ...], tuple[list[Place], bool]] = {}
        for hinted in (list(self.places.quoted(quote)), self.places.named(references)):
            if hinted and len(hinted) <= JOINED_MOST:
                found[_references(hinted)] = (hinted, True)
            for place in hinted:
                found.setdefault((place.reference,), ([place], True))
        if not search:
            for place in self.places.named(references):
                beside = self.places.beside(place)
                found.setdefault(_references(beside), (beside, True))
        for place in self.places.most_alike(read_text(claim.text)) if search else ():
            found.setdefault((place.reference,), ([place], False))
        return list(found.values())

    def _try(self, claim: Claim, places: list[Place], hinted: bool) -> _Tried:
        place = read_text(" ".join(each.text for each in places))
        around = read_text(places[0].context)
        near = self.places.near(places[0])
        sides = (
            [(claim.key, False), (claim.lead, claim.asks)] if claim.lead else [(claim.text, False)]
        )
        objections: list[Objection] = []
        helds = []
        for text, asks in sides:
            held = Held(
                alignment=align(read_text(text), place),
                around=around,
                near=near,
                known=self._known,
                asks=asks,
                whole=not claim.lead,
                capitals_name=self.places.language not in CAPITALISES_NOUNS,
                names=self.places.capitals,
                elsewhere=partial(self.places.together, far_from=places),
            )
            helds.append(held)
            for check in _CHECKS:
                objections += (_softened(each, held.free) for each in check(held))
        key = helds[0] if claim.lead else _held_key(claim, helds[0])
        objections += check_answer(helds[0], helds[-1])
        return _Tried(
            references=_references(places),
            share=self._share(helds),
            key_share=_plain_share([key]),
            plain_share=_plain_share(helds),
            place_share=_place_share(helds),
            lead_share=_plain_share(helds[1:]) if claim.lead else 1.0,
            objections=tuple(dict.fromkeys(objections)),
            hinted=hinted,
            is_its_subject=not claim.lead or not (claim.asks or helds[-1].missing()),
        )

    def _says(self, claim: Claim, tried: _Tried) -> bool:
        least = PROVEN_SHARE_ASKED if claim.asks else PROVEN_SHARE
        return (
            tried.plain_share >= least
            and (not claim.lead or tried.key_share >= KEY_SHARE)
            and tried.lead_share >= (LEAD_SHARE_ASKED if claim.asks else LEAD_SHARE)
            and tried.place_share >= PLACE_SHARE
        )

    def _share(self, helds: list[Held]) -> float:
        found = whole = 0.0
        for held in helds:
            missing = set(held.missing())
            for i, term in enumerate(held.claim.terms):
                weight = self.places.weight(term.stem)
                whole += weight
                found += weight * (i not in missing)
        return found / whole if whole else 0.0


def _spoken_against(tried: list[_Tried]) -> bool:
    """Whether the last place, or one before it that has more of the claim or stands in it, says otherwise."""
    *before, last = tried
    return bool(last.objections) or any(
        each.refused and (each.share > last.share or set(each.references) < set(last.references))
        for each in before
    )


def _softened(objection: Objection, free: bool) -> Objection:
    """The objection, or only a doubt where the wording is free."""
    return replace(objection, doubt=True) if free and objection.rule not in _HARD else objection


def _held_key(claim: Claim, held: Held) -> Held:
    return Held(align(read_text(claim.key), held.place), held.around)


def _plain_share(helds: list[Held]) -> float:
    terms = sum(len(held.claim.terms) for held in helds)
    return 1 - sum(len(held.missing()) for held in helds) / terms if terms else 0.0


def _place_share(helds: list[Held]) -> float:
    terms = sum(len(held.claim.terms) for held in helds)
    return (
        sum(held.alignment.share * len(held.claim.terms) for held in helds) / terms
        if terms
        else 0.0
    )


def _references(places: list[Place] | tuple[Place, ...]) -> Evidence:
    return tuple(place.reference for place in places)
