"""RTF files: everything that a reader of the page sees, in order."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.made_by_hand import mend_by_hand
from praxeo.sources.documents.rtf import words
from praxeo.sources.documents.rtf.byte_text import ByteText
from praxeo.sources.documents.rtf.code_pages import encoding_of
from praxeo.sources.documents.rtf.colours import white_numbers
from praxeo.sources.documents.rtf.facts import Facts
from praxeo.sources.documents.rtf.form_fields import FormField
from praxeo.sources.documents.rtf.formulas import FormulaPart
from praxeo.sources.documents.rtf.look import State, placed, restyled
from praxeo.sources.documents.rtf.pictures import PictureData
from praxeo.sources.documents.rtf.rows import WORDS as ROW_WORDS
from praxeo.sources.documents.rtf.rows import RowDefinition
from praxeo.sources.documents.rtf.seen_rtf import seen_in_rtf
from praxeo.sources.documents.rtf.story import Story
from praxeo.sources.documents.rtf.style_table import FontTable, StyleTable
from praxeo.sources.documents.rtf.tokens import Token, tokens
from praxeo.sources.documents.word_count import Words
from praxeo.sources.documents.xml_parsing import TOO_DEEP

NESTING_LIMIT = 1000
FORMULA = "formula"
IN_STORIES = frozenset(["text", *words.STORIES.values()])


def read_rtf(path: Path) -> Extraction:
    """The blocks of an RTF file and its stated metadata."""
    return extraction_of(path.read_bytes())


def extraction_of(data: bytes) -> Extraction:
    """The blocks of RTF and its stated metadata."""
    reader = _Reader(whites=white_numbers(data))
    for token in tokens(data):
        reader.read(token)
    return reader.extraction(seen_in_rtf(data))


@dataclass(kw_only=True)
class _Reader:
    whites: frozenset[int] = frozenset()
    fonts: FontTable = field(default_factory=FontTable)
    styles: StyleTable = field(default_factory=StyleTable)
    facts: Facts = field(default_factory=Facts)
    notes: list[BlockList] = field(default_factory=list)
    remarks: list[BlockList] = field(default_factory=list)
    state: State = field(default_factory=State)
    picture: PictureData = field(default_factory=PictureData)
    form: FormField = field(default_factory=FormField)
    _groups: list[State] = field(default_factory=list)
    _stories: list[Story] = field(default_factory=list)
    _waiting: ByteText = field(default_factory=ByteText)
    _embedded: int = 0
    _ignorable: bool = False  # the group began with \*

    def __post_init__(self) -> None:
        story = Story(blocks=BlockList(), styles=self.styles, whites=self.whites)
        self._stories.append(story)

    def read(self, token: Token) -> None:
        """Take in the next token."""
        match token.kind:
            case "{":
                self._open()
            case "}":
                self._close()
            case "word":
                self._word(token.text, token.number)
            case "sign":
                self._sign(token.text)
            case "binary":
                if self.state.destination == "picture":
                    self.picture.add(token.data)
            case _:
                self._add_bytes(token.data)

    def extraction(self, seen: Words) -> Extraction:
        """All that was read; `seen` are words that the file surely holds."""
        self._flush()
        while len(self._stories) > 1:
            self._end_story()
        story = self._stories[0]
        story.finish(self.state.setting)
        blocks = story.blocks
        blocks.ledger.keep("notes", len(self.notes))
        for note in self.notes:
            blocks.take_in(note)
            for block in note.blocks:
                blocks.add_block(block)
        if self.remarks:
            blocks.warn(*comments_left_out(len(self.remarks)))
            blocks.ledger.leave_out("comments", "comments", len(self.remarks))
            with blocks.aside("comments"):
                for block in (block for remark in self.remarks for block in remark.blocks):
                    blocks.add_block(block)
        if self._embedded:
            blocks.ledger.leave_out("parts", "not_readable", self._embedded)
            blocks.tell_embedded(["OLE"] * self._embedded)
        kept = mend_by_hand(tuple(blocks.blocks))
        return blocks.extraction(self.facts.metadata(), blocks=kept, seen=seen)

    def _open(self) -> None:
        self._flush()
        if len(self._groups) >= NESTING_LIMIT:
            raise Refused("too_deep", TOO_DEEP)
        self._groups.append(self.state)
        self.state = self.state.inner()
        self._ignorable, self._waiting.passed_over = False, 0
        if self.state.destination == "styles":
            self.styles.begin()

    def _close(self) -> None:
        self._flush()
        self._waiting.passed_over = 0
        if not self._groups:
            return
        ended, self.state = self.state, self._groups.pop()
        if ended.destination == self.state.destination:
            return
        if ended.destination in words.STORIES.values():
            self._end_story(ended)
        elif ended.destination == FORMULA and ended.formula:
            self._stories[-1].add_formula(ended.formula.read())
        elif ended.destination == words.FORM:
            self._stories[-1].add(self.form.sign(), self.state.look, "", typewriter=False)
        elif ended.destination == "picture":
            story = self._stories[-1]
            story.floats.append(self.picture.figure(story.blocks))

    def _end_story(self, ended: State | None = None) -> None:
        story = self._stories.pop()
        story.finish((ended or self.state).setting)
        kind = (ended or self.state).destination
        if kind == "notes":
            self.notes.append(story.blocks)
        elif kind == "comments":
            self.remarks.append(story.blocks)
        elif kind == "furniture":
            for block in story.blocks.blocks:
                self._stories[0].blocks.ledger.leave_out_text("page_furniture", block.text)
        else:
            self._stories[-1].floats.append(story.blocks)

    def _word(self, word: str, number: int | None) -> None:
        ignorable, self._ignorable = self._ignorable, False
        self._waiting.passed_over = 0
        if self.state.destination == words.SKIP and word != "formfield":
            return
        if self._enters(word, ignorable=ignorable):
            return
        if word == "u" and number is not None:
            self._flush()
            self._emit(self._waiting.character(number, self.state.fallback))
        elif word == "uc":
            self.state.fallback = max(0, min(16, number or 0))
        elif word == "ansicpg":
            self.fonts.default = encoding_of(number)
        elif word == "deff":
            self.fonts.standard = number or 0
        elif word == "mac":
            self.fonts.default = encoding_of(10000)
        elif self.state.destination == FORMULA:
            if self.state.formula:
                self._flush()
                self.state.formula = self.state.formula.part(word)
        elif self.state.destination in IN_STORIES or self.state.destination == "number":
            self._word_of_text(word, number)
        else:
            self._word_of_table(word, number)

    def _enters(self, word: str, *, ignorable: bool) -> bool:
        """Whether the word says that the rest of its group belongs elsewhere; then it does."""
        destination = words.TABLES.get(word) or words.NUMBERS.get(word)
        self._embedded += word == "objdata"
        if word in words.STORIES:
            destination = words.STORIES[word]
            self._flush()
            album = self._stories[0].blocks.album
            self._stories.append(Story(blocks=BlockList(album=album), styles=self.styles))
            self.state.setting, self.state.look = State().setting, State().look
        elif word == "moMath" and self.state.destination in IN_STORIES:
            destination = FORMULA
        elif word in words.FACTS and self.state.destination == "info":
            destination = words.FACTS[word]
        elif word in words.SKIPPED or (ignorable and not destination and word not in words.KNOWN):
            destination = words.SKIP
        if not destination:
            return False
        self._flush()
        if destination == "number":
            self._stories[-1].number = ""
        elif destination == "picture":
            self.picture = PictureData()
        elif destination == words.FORM:
            self.form = FormField()
        elif destination == FORMULA:
            self.state.formula = FormulaPart.begun(display=self.state.displays)
        self.state.destination = destination
        return True

    def _word_of_text(self, word: str, number: int | None) -> None:
        state, story = self.state, self._stories[-1]
        self._flush()
        if look := restyled(state.look, word, number):
            state.look = look
        elif word in words.SIGNS:
            self._emit(words.SIGNS[word])
        elif state.destination == "number":
            return
        elif setting := placed(state.setting, word, number):
            state.setting = setting
        elif word in words.PARAGRAPH_ENDS:
            story.end_paragraph(state.setting)
        elif word == "moMathPara":
            state.displays = True
        elif word == "nesttableprops":
            state.in_inner_row = True
        elif word == "trowd" and state.in_inner_row:
            story.inner_row = RowDefinition()
        elif word == "trowd":
            story.row = RowDefinition()
        elif word in ROW_WORDS:
            (story.inner_row if state.in_inner_row else story.row).read(word, number)
        elif word in ("cell", "nestcell"):
            depth = 1 if word == "cell" else max(2, state.setting.depth)
            story.end_cell(replace(state.setting, depth=depth), depth)
        elif word in ("row", "nestrow"):
            story.end_row(1 if word == "row" else max(2, state.setting.depth))

    def _word_of_table(self, word: str, number: int | None) -> None:
        match self.state.destination:
            case "fonts":
                self._flush()
                self.fonts.read(word, number)
            case "styles":
                self.styles.read(word, number)
            case "picture":
                self.picture.read(word)
            case words.FORM:
                self.form.read(word, number)
            case "created":
                self.facts.read(word, number)

    def _sign(self, sign: str) -> None:
        self._waiting.passed_over = 0
        if sign == "*":
            self._ignorable = True
        elif sign in words.PARAGRAPH_ENDS:
            self._word("par", None)
        elif sign in words.CONTROL_SIGNS:
            self._flush()
            self._emit(words.CONTROL_SIGNS[sign])

    def _add_bytes(self, data: bytes) -> None:
        if self.state.destination == "picture":
            self.picture.add_digits(data)
        elif self.state.destination != words.SKIP:
            self._waiting.add(data)

    def _flush(self) -> None:
        """Bring the bytes so far to where the present group belongs."""
        self._emit(self._waiting.take(self.fonts.encoding(self.state.look.font)))

    def _emit(self, text: str) -> None:
        if not text:
            return
        state, story = self.state, self._stories[-1]
        font = state.look.font
        match state.destination:
            case "fonts":
                self.fonts.add_name(text)
            case "styles":
                self.styles.add_name(text)
            case "formula" if state.formula:
                state.formula.add(text)
            case "number":
                story.number = (story.number or "") + text[:80]
            case words.FORM:
                self.form.add(text)
            case "title" | "author":
                self.facts.add(state.destination, text)
            case destination if destination in IN_STORIES:
                typewriter = self.fonts.is_typewriter(font)
                story.add(text, state.look, self.fonts.name(font), typewriter=typewriter)
