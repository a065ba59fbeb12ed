"""The command line: what goes where, what the exit codes say, and that help teaches."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, get_args

import pytest

from devtools.loopback.serving import Exchange
from devtools.recordings import captions, recording
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.input_records import WebPageInput
from praxeo.domain.records import AuthorKind, ExampleStatus, Route, Unsupported
from praxeo.domain.snapshot_records import Snapshot
from praxeo.domain.trail_records import AuditEvent
from praxeo.entrypoints.cli import main
from praxeo.entrypoints.cli_commands import COMMANDS
from praxeo.entrypoints.cli_help import COLUMNS_MAX, help_of
from praxeo.entrypoints.cli_output import EXIT_CODES, EXIT_OF_STATUS
from tests.unit.adapters.web.loopback_sites import Sites, page

TEXT = (
    "# Tides\n\nA **tide** is the rise and fall of the sea that the Moon causes. "
    "A **spring tide** is a tide of great range that comes at full and new moon. "
    "A **neap tide** is a tide of small range that comes at half moon.\n"
)
RUNTIME = {
    "template.html": "<!doctype html><html lang=%PRAXEO_LANG%><title>%PRAXEO_TITLE%</title>"
    "<style>%PRAXEO_CSS%</style><h1>%PRAXEO_TITLE%</h1>"
    '<script type="application/json" id="praxeo-payload">%PRAXEO_PAYLOAD%</script>'
    "<script>%PRAXEO_JS%</script></html>",
    "runtime.js": "document.title;",
    "runtime.css": "h1{font-weight:400}",
    "formulas.css": "math{font-size:1em}",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a document, a small front end, and the one app that the tests look at."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "tides.md").write_text(TEXT, "utf-8")
    (folder / "web" / "runtime").mkdir(parents=True)
    for name, text in RUNTIME.items():
        (folder / "web" / "runtime" / name).write_text(text, "utf-8")
    return folder


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    settings = {
        "PRAXEO_DATA_DIR": str(home / "library"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "no-browser"),
    }
    return subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", *arguments],
        cwd=home,
        env={**os.environ, **settings, **environment},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.fixture(scope="module")
def example(home: Path) -> dict[str, Any]:
    made = run(home, "make", "tides.md", "--title", "All about tides", "--json")
    assert made.returncode == 5, made.stderr
    return json.loads(made.stdout)  # type: ignore[no-any-return]


def test_without_a_browser_an_app_is_made_but_called_unproven(example: dict[str, Any]) -> None:
    assert (example["status"], example["title"]) == ("unproven", "All about tides")
    assert example["exercise_count"] > 0


def test_list_and_show_print_what_there_is(home: Path, example: dict[str, Any]) -> None:
    listed = run(home, "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert example["id"] in listed.stdout
    page = json.loads(run(home, "list", "--status", "unproven", "--json").stdout)
    assert [record["id"] for record in page["records"]] == [example["id"]]
    shown = json.loads(run(home, "show", example["id"], "--json").stdout)
    assert shown["example"]["id"] == example["id"]
    assert len(shown["specs"]) == len(shown["code_snippets"]) == 1


def test_export_writes_the_app_and_never_over_a_file_unasked(
    home: Path, example: dict[str, Any]
) -> None:
    assert run(home, "export", example["id"], "-o", "app.html").returncode == 0
    assert "spring tide" in (home / "app.html").read_text("utf-8")
    again = run(home, "export", example["id"], "-o", "app.html")
    assert (again.returncode, "file_exists" in again.stderr) == (3, True)
    assert run(home, "export", example["id"], "-o", "app.html", "--force").returncode == 0


def test_export_writes_what_other_programs_take(home: Path, example: dict[str, Any]) -> None:
    deck = run(home, "export", example["id"], "--as", "anki", "-o", "tides.apkg")
    assert deck.returncode == 0, deck.stderr
    assert (home / "tides.apkg").read_bytes().startswith(b"PK")
    wrong = run(home, "export", example["id"], "--as", "paper", "-o", "tides.txt")
    assert (wrong.returncode, "'paper' is not one of html, scorm12" in wrong.stderr) == (2, True)


def test_an_export_of_the_library_stands_in_its_trail(home: Path, example: dict[str, Any]) -> None:
    moved = run(home, "transfer", "export", "all.zip")
    assert moved.returncode == 0, moved.stderr
    with closing(SqliteRecords(home / "library" / "praxeo.sqlite3")) as records:
        events = records.list(AuditEvent, {"owner": "local"}, newest_first=True, limit=1).records
    assert (events[0].action, events[0].actor_id, events[0].outcome) == (
        "library.exported",
        "local",
        "done",
    )


def test_extract_prints_only_the_document_on_standard_output(home: Path) -> None:
    text = run(home, "extract", "tides.md", "--format", "text")
    assert (text.returncode, text.stderr) == (0, "")
    assert text.stdout.startswith("Tides\n")
    blocks = json.loads(run(home, "extract", "tides.md", "--json").stdout)["blocks"]
    assert blocks[0]["kind"] == "heading"
    assert run(home, "extract", "tides.md").stdout.startswith("# Tides\n")


def test_extract_says_what_it_left_out_and_why_and_gives_it_if_it_is_wanted(home: Path) -> None:
    (home / "private.md").write_text("# Tides\n\nThe sea rises. %%ask Ada%%\n")
    plain = run(home, "extract", "private.md")
    assert plain.stdout == "# Tides\n\nThe sea rises.\n"
    table = [line.split() for line in plain.stderr.splitlines()]
    assert table[1:] == [["seen", "kept", "left", "out"], ["words", "6", "4", "2", "private"]]
    wanted = run(home, "extract", "private.md", "--with", "private,hidden")
    assert "ask Ada" in wanted.stdout
    wrong = run(home, "extract", "private.md", "--with", "gossip")
    assert (wrong.returncode, "'gossip' is not one of speaker-notes" in wrong.stderr) == (2, True)


def test_a_refused_document_ends_with_a_sentence_and_its_own_exit_code(home: Path) -> None:
    (home / "picture.pdf").write_bytes(b"GIF89a" + b"\0" * 100)
    before = run(home, "list", "--json").stdout
    for command in (["extract", "picture.pdf"], ["make", "picture.pdf"]):
        refused = run(home, *command)
        assert refused.returncode == 3
        assert "GIF" in refused.stderr
        assert "Traceback" not in refused.stderr
    assert run(home, "list", "--json").stdout == before


def test_a_file_past_the_limit_is_refused_and_leaves_nothing(home: Path) -> None:
    (home / "long.txt").write_text("word " * 250_000)
    library = str(home / "other-library")
    refused = run(home, "make", "long.txt", PRAXEO_UPLOAD_MEGABYTES="1", PRAXEO_DATA_DIR=library)
    assert (refused.returncode, "upload_too_large" in refused.stderr) == (3, True)
    assert [path for path in (home / "other-library" / "blobs").rglob("*") if path.is_file()] == []


def test_delete_asks_first_and_then_takes_example_and_document(home: Path) -> None:
    library = str(home / "short-lived")
    made = json.loads(run(home, "make", "tides.md", "--json", PRAXEO_DATA_DIR=library).stdout)
    asked = run(home, "delete", made["id"], PRAXEO_DATA_DIR=library)
    assert asked.returncode != 0
    assert run(home, "show", made["id"], PRAXEO_DATA_DIR=library).returncode == 0
    gone = run(home, "delete", made["id"], "--yes", PRAXEO_DATA_DIR=library)
    assert (gone.returncode, "Deleted: 1" in gone.stderr) == (0, True)
    assert [path for path in (home / "short-lived" / "blobs").rglob("*") if path.is_file()] == []
    assert run(home, "delete", made["id"], "--yes", PRAXEO_DATA_DIR=library).returncode == 6


def test_wrong_usage_and_unknown_examples_have_their_own_exit_codes(home: Path) -> None:
    assert run(home, "make", "nowhere.pdf").returncode == 2
    assert run(home, "list", "--status", "wonderful").returncode == 2
    assert run(home, "show", "exa_nowhere").returncode == 6
    assert run(home, "list", PRAXEO_PORT="many").returncode == 3


def test_the_doctor_says_what_is_missing_and_how_to_get_it(home: Path) -> None:
    report = json.loads(run(home, "doctor", "--json").stdout)
    found = {check["name"]: check for check in report["checks"]}
    assert found["Python"]["ok"]
    assert found["Data folder"]["ok"]
    assert not found["Chromium"]["ok"]
    assert "apt install chromium" in found["Chromium"]["remedy"]


def test_help_teaches_by_examples_and_tells_the_exit_codes(home: Path) -> None:
    page = run(home, "--help").stdout
    assert all(command.name in page for command in COMMANDS)
    assert all(str(code) in page for code in EXIT_CODES)
    assert run(home).stderr == page
    for command in COMMANDS:
        told = run(home, command.name, "--help", COLUMNS=str(COLUMNS_MAX))
        assert (told.returncode, told.stdout) == (0, help_of(command, COLUMNS_MAX))
        assert f"praxeo {command.name}" in "".join(command.examples), f"{command.name} shows none"


def test_words_that_an_option_takes_are_those_that_records_hold() -> None:
    taken = {
        (command.name, each.field): set(each.value.shown.split("|"))
        for command in COMMANDS
        for each in command.parameters
        if each.value
    }
    assert taken["make", "author"] == set(get_args(AuthorKind))
    assert taken["make", "route"] == set(get_args(Route))
    assert taken["make", "unsupported"] == set(get_args(Unsupported))
    assert taken["list", "status"] == set(get_args(ExampleStatus))


WRONG = (
    (["extract"], "missing: FILE"),
    (["extract", "."], "FILE: '.' is a folder; name a file in it"),
    (["extract", "nowhere.md"], "FILE: file 'nowhere.md' does not exist"),
    (["extract", "tides.md", "more.md"], "unexpected extra argument: more.md"),
    (
        ["extract", "tides.md", "--formt", "text"],
        "no such option: --formt (did you mean --format?)",
    ),
    (["extract", "tides.md", "--format", "pdf"], "'pdf' is not one of markdown, json, text"),
    (["list", "--limit", "0"], "'0' is no whole number from 1 to 200"),
    (["export", "exa_1"], "missing: -o/--output"),
    (["list", "--status"], "--status: expected one argument"),
    (["expotr"], "no such command: expotr (did you mean export?)"),
    (["make"], "missing: FILE..., --url, --youtube or --topic"),
    (
        ["make", "tides.md", "--captions", "tides.md"],
        "are those of one recording, or of a --youtube video",
    ),
    (["make", "--url", "photosynthesis"], "'photosynthesis' is no address of a web page"),
    (["--json", "list"], "no such option: --json"),
)


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=lambda each: " ".join(each)[:40])
def test_wrong_usage_says_what_is_wrong_and_where_help_is(
    home: Path,
    arguments: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(home)
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert told.lower() in said.lower()
    assert "--help' for help" in said


def test_a_page_and_a_file_become_one_app_whose_places_say_where_they_are_from(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    html = f"<!doctype html><title>Tides</title><h1>Tides of the sea</h1><p>{TEXT * 3}</p>".encode()
    monkeypatch.chdir(home)
    for name, value in {
        "PRAXEO_DATA_DIR": str(home / "pages"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "none"),
    }.items():
        monkeypatch.setenv(name, value)
    with ExitStack() as stack:
        sites = Sites(stack)
        sites.add("sea.example.org", page(html))
        monkeypatch.setattr("praxeo.wiring.product.open_web", lambda *_: sites.fetcher())
        link = "http://sea.example.org/tides"
        with pytest.raises(SystemExit) as left:
            main(["make", "tides.md", "--url", link, "--url", link + "?again", "--json"])
        asked = len(sites.web.dials)
    assert left.value.code == 5
    example = json.loads(capsys.readouterr().out)
    assert (example["input_type"], asked) == ("combined_input", 3)
    with closing(SqliteRecords(home / "pages" / "praxeo.sqlite3")) as records:
        pages = records.list(WebPageInput, {"owner": "local"}).records
        assert [each.final_url for each in pages] == [link, link + "?again"]
        assert all(records.get(Snapshot, each.snapshot_id) for each in pages)


def test_a_pdf_a_page_and_a_video_become_one_app_and_every_item_leads_to_its_own_source(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = "<p>The <b>tide</b> is the rise and fall of the sea. A <b>spring tide</b> is a tide at full moon.</p>"
    captions = "WEBVTT\n\n" + "".join(
        f"00:0{n}:05.000 --> 00:0{n}:09.000\n{line}\n\n"
        for n, line in enumerate(("Q: What is a vein?", "A: A vessel that leads to the heart.") * 2)
    )
    (home / "said.vtt").write_text(captions)
    (home / "about.txt").write_text("0:00 Veins\n1:05 Answers\n2:05 Again")
    monkeypatch.chdir(home)
    for name, value in {
        "PRAXEO_DATA_DIR": str(home / "several"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "none"),
    }.items():
        monkeypatch.setenv(name, value)
    paper = str(Path(__file__).parents[3] / "samples" / "the-water-cycle.pdf")
    video = ["--youtube", "https://youtu.be/dQw4w9WgXcQ?t=9", "--captions", "said.vtt"]
    with ExitStack() as stack:
        sites = Sites(stack)
        sites.add(
            "sea.example.org",
            page(f"<!doctype html><title>Tides</title><h1>Tides</h1>{facts * 2}".encode()),
        )
        monkeypatch.setattr("praxeo.wiring.product.open_web", lambda *_: sites.fetcher())
        given = ["--url", "http://sea.example.org/tides", *video, "--description", "about.txt"]
        with pytest.raises(SystemExit):
            main(["make", paper, *given, "--json"])
    example = json.loads(capsys.readouterr().out)
    main(["export", example["id"], "-o", "several.html"])
    html = (home / "several.html").read_text("utf-8")
    payload = json.loads(re.findall(r'id="praxeo-payload">(.*?)</script>', html, re.S)[0])
    titles = [origin["title"] for origin in payload["source"]["origins"]]
    assert titles == ["The Water Cycle", "Tides", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"]
    places = [block["label"] for section in payload["sections"] for block in section["reading"]]
    assert all(any(label.startswith(title) for title in titles) for label in places)
    assert {title for title in titles if any(label.startswith(title) for label in places)} == set(
        titles
    )
    for quote in payload["evidence"].values():
        assert quote["label"].startswith(quote["origin"]["title"])
    assert {q["origin"]["title"] for q in payload["evidence"].values()} >= {
        "The Water Cycle",
        "Tides",
    }


def test_a_recording_with_captions_becomes_an_app_whose_answers_lead_to_their_second(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = (
        "The heart is a muscle that pumps blood.",
        "An artery is a vessel that carries blood away from the heart.",
        "A vein is a vessel that carries blood back to the heart.",
        "A capillary is a narrow vessel in which blood gives its oxygen to the tissue.",
    )
    monkeypatch.chdir(home)
    for name, value in {
        "PRAXEO_DATA_DIR": str(home / "recordings"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "none"),
    }.items():
        monkeypatch.setenv(name, value)
    recording(home / "lecture.mp4", seconds=12)
    (home / "lecture.vtt").write_text(captions(said))
    with pytest.raises(SystemExit):
        main(["make", "lecture.mp4", "--captions", "lecture.vtt", "--json"])
    example = json.loads(capsys.readouterr().out)
    assert example["status"] == "unproven"
    main(["export", example["id"], "-o", "lecture.html"])
    html = (home / "lecture.html").read_text("utf-8")
    payload = json.loads(re.findall(r'id="praxeo-payload">(.*?)</script>', html, re.S)[0])
    seconds = {said[number]: f"0:0{3 * number}" for number in range(4)}
    assert payload["evidence"]
    for quote in payload["evidence"].values():
        assert quote["label"] == seconds[quote["text"]]
    with pytest.raises(SystemExit) as end:
        main(["make", "lecture.mp4"])
    assert end.value.code == 3
    assert "Nobody has written down" in capsys.readouterr().err


def test_a_site_that_wants_to_be_left_alone_is_told_and_asked_again(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    html = f"<!doctype html><title>Tides</title><h1>Tides of the sea</h1><p>{TEXT * 3}</p>".encode()
    statuses = [503]

    def busy_once(exchange: Exchange) -> None:
        page(html, statuses.pop() if statuses and exchange.path_only == "/t" else 200)(exchange)

    monkeypatch.chdir(home)
    for name, value in {
        "PRAXEO_DATA_DIR": str(home / "busy"),
        "PRAXEO_WEB_DIR": str(home / "web"),
        "PRAXEO_CHROMIUM": str(home / "none"),
    }.items():
        monkeypatch.setenv(name, value)
    with ExitStack() as stack:
        sites = Sites(stack)
        sites.add("sea.example.org", busy_once)
        monkeypatch.setattr("praxeo.wiring.product.open_web", lambda *_: sites.fetcher())
        with pytest.raises(SystemExit) as left:
            main(["make", "--url", "http://sea.example.org/t", "--json"])
    assert left.value.code == 5
    told = " ".join(capsys.readouterr().err.split())
    assert told.count("sea.example.org asks to be left alone for a while") == 1
    assert "It is tried again by itself." in told


def test_a_topic_without_an_engine_is_refused_before_anything_is_kept(home: Path) -> None:
    topics = {"PRAXEO_DATA_DIR": str(home / "topics"), "PRAXEO_SEARCH": "off"}
    told = run(home, "make", "tides.md", "--topic", "Tides", **topics)
    assert (told.returncode, "PRAXEO_SEARCH" in told.stderr) == (3, True)
    listed = run(home, "list", "--json", PRAXEO_DATA_DIR=str(home / "topics"))
    assert json.loads(listed.stdout)["records"] == []


def test_a_topic_is_looked_up_in_a_folder_of_ones_own_without_a_network(home: Path) -> None:
    library = {"PRAXEO_DATA_DIR": str(home / "within")}
    told = run(home, "make", "--topic", "Tides of the sea", **library)
    assert (told.returncode, "name a search engine or a ZIM file" in told.stderr) == (3, True)
    (home / "lessons").mkdir()
    (home / "lessons" / "tides.md").write_text(
        f"{TEXT} {TEXT.replace('tide', 'current')}" * 2, "utf-8"
    )
    (home / "lessons" / "salt.md").write_text("# Salt\n\nSalt is a mineral that is mined.", "utf-8")
    told = run(home, "make", "--topic", "Tides", "--within", "lessons", "--json", **library)
    assert told.returncode == EXIT_OF_STATUS["unproven"], told.stderr
    assert "2 documents in lessons, 2 of them to be read." in told.stderr
    again = run(home, "make", "--topic", "Tides", "--within", "lessons", **library)
    assert "2 documents in lessons, 0 of them to be read." in again.stderr
    assert run(home, "make", "tides.md", "--within", "lessons", **library).returncode == 2


def test_options_stand_before_or_after_what_they_belong_to() -> None:
    delete = next(command for command in COMMANDS if command.name == "delete")
    expected = {"examples": ["a", "b"], "yes": True, "keep_inputs": False}
    for arguments in (["a", "--yes", "b"], ["-y", "a", "b"], ["a", "b", "--yes"]):
        assert delete.read(arguments, str) == expected
    assert delete.read(["--", "-a"], str)["examples"] == ["-a"]
    export = next(command for command in COMMANDS if command.name == "export")
    for arguments in (["a", "-o", "b"], ["-ob", "a"], ["--output=b", "a"]):
        assert export.read(arguments, str)["output"] == Path("b")


def test_extract_writes_the_pictures_that_its_markdown_names(home: Path) -> None:
    book = str(Path(__file__).parents[3] / "samples" / "the-pendulum.epub")
    found = run(home, "extract", book, "--pictures", "pictures")
    named = re.findall(r"\((\w+\.webp)\)", found.stdout)
    assert len(named) == 3
    assert sorted(named) == sorted(path.name for path in (home / "pictures").iterdir())
    assert (home / "pictures" / named[0]).read_bytes()[8:12] == b"WEBP"
    as_json = json.loads(run(home, "extract", book, "--json").stdout)
    assert "pictures" not in as_json
