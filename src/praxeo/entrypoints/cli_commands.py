"""COMMANDS: the only description of the command line. The parser, the help and docs/reference/cli.md come from it."""

from __future__ import annotations

from praxeo.domain.package_formats import PACKAGE_FORMATS
from praxeo.entrypoints.cli_evidence import EVIDENCE, EXAMPLE, LIBRARY
from praxeo.entrypoints.cli_grammar import Command, argument, option, switch
from praxeo.entrypoints.cli_making import DOCUMENT, JSON, MAKING, WITH
from praxeo.entrypoints.cli_values import FILE, FOLDER, NEW_FILE, one_of, whole

RUN, ALONE = "Run", "One file, without a library"

FORCE = switch("--force", help="Replace the file if it exists.")

COMMANDS: tuple[Command, ...] = (
    *MAKING,
    Command(
        name="list",
        function="cli_library:list_examples",
        group=LIBRARY,
        summary="List the examples of the library, newest first",
        text="Each line has the id that other commands ask for, the state, and the title. The library is the folder "
        ".praxeo where you are, or the one that PRAXEO_DATA_DIR names.",
        examples=("praxeo list", "praxeo list --status ready --json"),
        parameters=(
            option("--project", help="Only those of the project with this name."),
            option(
                "--status",
                help="Only those in this state: ready is proven, unproven was not run in a browser.",
                value=one_of("making", "specified", "ready", "unproven", "failed"),
            ),
            option("--limit", help="How many, at most.", value=whole(1, 200), default=50),
            option("--cursor", help="Where to go on, as the end of a list says."),
            JSON,
        ),
    ),
    Command(
        name="show",
        function="cli_library:show",
        group=LIBRARY,
        summary="Show one example: its state, its spec and code versions, and what its check found",
        text="States: making (jobs are at it), specified (its spec waits for your word), ready (proven by running it), unproven (made, but not run in a "
        "browser), failed (the reason is said).",
        examples=("praxeo show exa_01h2...", "praxeo show exa_01h2... --json"),
        parameters=(EXAMPLE, JSON),
    ),
    *EVIDENCE,
    Command(
        name="export",
        function="cli_library:export",
        group=LIBRARY,
        summary="Write an example's app to a file: HTML that works anywhere, or a package for other programs",
        text="html works without a network. scorm12, scorm2004 and cmi5 are packages for learning platforms, which are told "
        "each answer, the score and when all is done; h5p is for H5P players; anki is a deck whose notes stay the same in later versions, gift and "
        "qti (QTI 3) are question banks, markdown and print are hand-outs with their key. What has no place in a format is told.",
        examples=(
            "praxeo export exa_01h2... -o enzymes.html",
            "praxeo export exa_01h2... --as scorm12 -o enzymes.zip",
        ),
        parameters=(
            EXAMPLE,
            option("-o", "--output", help="The file to write.", value=NEW_FILE, required=True),
            option(
                "--as",
                help="What to write it as.",
                value=one_of(*PACKAGE_FORMATS),
                default="html",
                field="package_format",
            ),
            FORCE,
        ),
    ),
    Command(
        name="delete",
        function="cli_library:delete",
        group=LIBRARY,
        summary="Delete examples for good, with every version, their embeds, and documents no other needs",
        text="It says what goes and asks first. What was exported to a file stays.",
        examples=(
            "praxeo delete exa_01h2...",
            "praxeo delete exa_01h2... exa_01h3... --yes",
        ),
        parameters=(
            argument(
                "EXAMPLE...",
                help="Ids of examples, as `praxeo list` prints them.",
                many=True,
                field="examples",
            ),
            switch("-y", "--yes", help="Do not ask."),
            switch("--keep-inputs", help="Keep the documents that they were made of."),
        ),
    ),
    Command(
        name="settings",
        function="cli_settings:settings",
        group=LIBRARY,
        summary="Show who writes, which models are on this machine and what models may cost, or change it",
        text="author=automatic|offline; local_model=SERVER/NAME asks a model of a server on this machine (Ollama, "
        "llama.cpp, LM Studio, vLLM) instead of those of PRAXEO_MODELS, for nothing, and what it reads stays here; "
        "local_model= ends that. visit_sources=off|weekly|monthly has a running worker look whether pages still say what was "
        "read (a few an hour). picture_critique=on has a model look at pictures of each app that it wrote (one more call). run_cap, day_cap and month_cap are what models may cost at most for one app, in one day "
        "and in one month, in US dollars.",
        examples=(
            "praxeo settings",
            "praxeo settings local_model=ollama/qwen3:8b",
            "praxeo settings run_cap=2.50 month_cap=30",
        ),
        parameters=(
            argument(
                "NAME=VALUE...", help="What is to be changed.", many=True, least=0, field="changes"
            ),
            JSON,
        ),
    ),
    Command(
        name="transfer",
        function="cli_transfer:transfer",
        group=LIBRARY,
        summary="Move a project, or everything, to another library by one archive",
        text="An import changes nothing if anything in the archive is damaged, or is here with other contents. Apps "
        "that come from others are checked here before they count as proven, and their embeds are published by you or "
        "not at all; settings, bills and the trail of changes stay behind. Libraries are named by DATABASE_URL and "
        "BLOBS_URL, on this machine or in the cloud.",
        examples=(
            "praxeo transfer export everything.zip",
            "praxeo transfer export biology.zip --project Biology",
            "praxeo transfer import biology.zip",
            "praxeo transfer import everything.zip --trusted",
        ),
        parameters=(
            argument(
                "export|import",
                help="Write the archive, or read it into this library.",
                value=one_of("export", "import"),
                field="direction",
            ),
            argument("FILE", help="The archive.", value=NEW_FILE),
            option(
                "--project",
                help="Export only the project with this name and all that belongs to it.",
            ),
            FORCE,
            switch(
                "--trusted",
                help="Import everything as it is: for an archive that you made and nobody could change.",
            ),
        ),
    ),
    Command(
        name="migrate",
        function="cli_transfer:migrate",
        group=LIBRARY,
        summary="Rewrite what an earlier release stored in the form of this one",
        text="A library on this machine is migrated by itself when it is opened. One in the cloud is migrated by this "
        "command before the release gets any traffic; the release before goes on reading and writing it meanwhile.",
        examples=("praxeo migrate", "praxeo migrate --check"),
        parameters=(
            switch("--check", help="Change nothing; exit with 7 if something is to be done."),
        ),
    ),
    Command(
        name="serve",
        function="cli_serve:serve",
        group=RUN,
        summary="Start Praxeo: studio, API, apps and worker in one process",
        text="It prints where the studio is, and runs until Ctrl+C. It listens on this machine only; "
        "docs/reference/settings.md names the variables that change ports and folders.",
        examples=("praxeo serve", "praxeo serve --make enzymes.pdf"),
        parameters=(
            option(
                "--make",
                help="First make an app of this document, unless there is one of it already.",
                value=FILE,
                default=None,
            ),
            option(
                "--sample",
                help="The same, but only if the library is empty.",
                value=FILE,
                default=None,
            ),
        ),
    ),
    Command(
        name="worker",
        function="cli_serve:worker",
        group=RUN,
        summary="Run the library's background jobs until stopped",
        text="`praxeo serve` has a worker of its own; this is one more, for a machine with more work.",
        examples=("praxeo worker",),
    ),
    Command(
        name="doctor",
        function="cli_doctor:doctor",
        group=RUN,
        summary="Say whether all that Praxeo needs is there and the library is sound, and what to do if not",
        text="Lines with `ok` are in order, `--` only limits what Praxeo can do, `!!` has to be mended. Nothing is "
        "changed, and Praxeo may go on running meanwhile. Exits with 9 if something of the library is lost.",
        examples=("praxeo doctor", "praxeo doctor --deep"),
        parameters=(
            switch("--deep", help="Also read every stored file and compare its bytes."),
            JSON,
        ),
    ),
    Command(
        name="extract",
        function="cli_documents:extract",
        group=ALONE,
        summary="Read a document or web page and print what it says",
        text="Documents are told apart by their content. JSON holds every block with its place in the document. "
        "What was seen, what was kept and what was left out and why is said beside it, on standard error.",
        examples=(
            "praxeo extract paper.pdf > paper.md",
            "praxeo extract slides.pptx --format json",
            "praxeo extract slides.pptx --with speaker-notes,comments",
            "praxeo extract chapter.docx --pictures . > chapter.md",
            "praxeo extract scan.pdf --ocr-language deu",
        ),
        parameters=(
            DOCUMENT,
            option(
                "--format",
                help="How to print it.",
                value=one_of("markdown", "json", "text"),
                default="markdown",
            ),
            WITH,
            option(
                "--pictures",
                help="The folder to write the pictures of figures to, as WebP. The Markdown names them.",
                value=FOLDER,
            ),
            option(
                "--ocr",
                help="Whether pages without text, and photographs, are recognised.",
                value=one_of("on", "off"),
                default="on",
            ),
            option(
                "--ocr-language",
                help="Their language, as Tesseract calls it, such as deu. Left out: as the text shows.",
                default="",
            ),
            switch("--json", help="The same as --format json.", field="json_too"),
        ),
    ),
    Command(
        name="check",
        function="cli_check:check",
        group=ALONE,
        summary="Run an app in a browser, try out every exercise, and say whether it holds",
        text='Prints what was to be proven line by line: "ok", "FAIL" with what was found, or "-" for what was not '
        "looked at to its end. An app that Praxeo compiled says itself what is to be tried out. Any other page needs "
        "a spec with acceptance tests, which are run (docs/reference/acceptance-tests.md says how to write one).",
        examples=(
            "praxeo check app.html",
            "praxeo check pendulum.html --spec pendulum.md",
            "praxeo check app.html --json > report.json",
        ),
        parameters=(
            argument("FILE", help="The app: an HTML file.", value=FILE),
            option(
                "--spec", help="Hold it to this spec, a Markdown file.", value=FILE, default=None
            ),
            switch("--json", help="Print the whole report.", field="as_json"),
        ),
    ),
)
