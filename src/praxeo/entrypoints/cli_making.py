"""The commands that make apps, and what other commands share with them; the table of all is cli_commands."""

from __future__ import annotations

from praxeo.domain.reading_ledger import CHANNELS
from praxeo.entrypoints.cli_grammar import Command, argument, option, switch
from praxeo.entrypoints.cli_values import FILE, FILE_OR_FOLDER, FOLDER, LINK, one_of, some_of
from praxeo.sources.documents.formats import readable
from praxeo.sources.media.kinds import TAKEN

MAKE = "Make"

DOCUMENT = argument("FILE", help=f"{readable()}.", value=FILE)
DOCUMENTS = argument(
    "FILE...",
    help=f"{readable()}; recordings as {TAKEN}. Of several one app is made, in their order; each place says of which it is. A folder stands for the files in it.",
    value=FILE_OR_FOLDER,
    many=True,
    least=0,
    field="files",
)
JSON = switch("--json", help="Print JSON.", field="as_json")
WITH = option(
    "--with",
    help="What is not meant for the readers of the document and is wanted all the same.",
    value=some_of(*(channel.replace("_", "-") for channel in CHANNELS)),
    default=(),
    field="channels",
)

MAKING: tuple[Command, ...] = (
    Command(
        name="make",
        function="cli_make:make",
        group=MAKE,
        summary="Make a learning app of a document, a recording, a web page or a video, or of several together, and prove it by running it",
        text="The app is put into the library: `praxeo serve` shows it in the studio, `praxeo export` writes it to a "
        "file. Without a browser on this machine it is made all the same and called unproven; `praxeo doctor` says "
        "how to get one. Of a source that is refused nothing stays in the library.",
        examples=(
            "praxeo make enzymes.pdf",
            'praxeo make notes.md --title "Cell biology, week 3" --project Biology',
            "praxeo make pendulum.pdf --author model --route bespoke",
            "praxeo make pendulum.pdf --author model --route bespoke --spec-first",
            "praxeo make slides.pptx --with speaker-notes",
            "praxeo make chapter.pdf page.html captions.vtt",
            "praxeo make week-3/",
            "praxeo make --url https://en.wikipedia.org/wiki/Photosynthesis",
            "praxeo make --youtube https://youtu.be/dQw4w9WgXcQ --captions captions.vtt",
            "praxeo make lecture.mp4 --captions lecture.vtt",
            'praxeo make --topic "How photosynthesis works" --within biology',
        ),
        parameters=(
            DOCUMENTS,
            option(
                "--url",
                help="A page of the web, or a document behind a link; as often as you like. It is fetched once and "
                "kept as it is then.",
                value=LINK,
                many=True,
                field="links",
            ),
            option(
                "--youtube",
                help="A YouTube video by its link, which is read by its --captions.",
            ),
            option(
                "--captions",
                help="What is said in the recording or the video, with times: WebVTT, SubRip, TTML, SBV, or the transcript that "
                "YouTube shows, copied into a text file.",
                value=FILE,
                default=None,
            ),
            option(
                "--description",
                help="The video's description in a text file: chapters that it lists become sections.",
                value=FILE,
                default=None,
            ),
            option(
                "--topic",
                help="Something to be looked up where PRAXEO_SEARCH says: in what was read before, in ZIM files, in "
                "search engines; what is found is read.",
            ),
            option(
                "--depth",
                help="How far the topic is looked into: quick reads five pages, thorough twelve.",
                value=one_of("quick", "thorough"),
                default="quick",
            ),
            option(
                "--plan",
                help="The topic as a file that `praxeo plan` wrote and you changed, in place of --topic.",
                value=FILE,
                default=None,
                field="planned",
            ),
            option(
                "--within",
                help="A folder of documents that the topic is looked up in. They are read into the library first.",
                value=FOLDER,
                default=None,
            ),
            option("--title", help="A title of your own. Left out: the document's."),
            option(
                "--project",
                help="The project to put it in, by name; a new one if there is none of that name.",
            ),
            option(
                "--author",
                help="Who writes it: offline (no model, no network, no costs) or model. Left out: as the settings say.",
                value=one_of("offline", "model"),
            ),
            option(
                "--route",
                help="With a model: compiled (content for the trusted runtime) or bespoke (a whole app).",
                value=one_of("compiled", "bespoke"),
            ),
            option(
                "--unsupported",
                help="What to do with claims of a model that the document does not support.",
                value=one_of("mark", "drop"),
                default="mark",
            ),
            option(
                "--wish",
                help="With a model: for whom the app is and how it should be, in your own words (level, language, what "
                "it dwells on, length, play).",
            ),
            switch(
                "--spec-first",
                help="With a model: stop once the spec is written; `praxeo approve` has the app made of it.",
            ),
            WITH,
            switch("--json", help="Print the example as JSON.", field="as_json"),
        ),
    ),
    Command(
        name="plan",
        function="cli_plan:plan",
        group=MAKE,
        summary="Say what will be asked for a topic and where, how many pages are read, and what that takes",
        text="Nothing is asked by it. Write it to a file, change the queries, and give the file to `praxeo make --plan`.",
        examples=(
            'praxeo plan "Photosynthesis and respiration" --depth thorough > plan.txt',
            "praxeo make --plan plan.txt",
        ),
        parameters=(
            argument("TOPIC", help="What is to be looked up."),
            option(
                "--depth",
                help="How far: quick reads five pages, thorough twelve.",
                value=one_of("quick", "thorough"),
                default="quick",
            ),
            JSON,
        ),
    ),
    Command(
        name="quote",
        function="cli_make:quote",
        group=MAKE,
        summary="Say what an app of a document will take if a model writes it: tokens, money, time",
        text="It rests on the document's size and on what was paid so far. Nothing is asked and nothing is paid.",
        examples=("praxeo quote enzymes.pdf", "praxeo quote enzymes.pdf --compiled"),
        parameters=(
            DOCUMENT,
            switch("--compiled", help="A model writes the spec only, not the app itself."),
            JSON,
        ),
    ),
)
