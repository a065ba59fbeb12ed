"""What goes into each package, and what of it no Lambda ever reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Amazon Linux 2023, on which Lambda runs this Python, has glibc 2.34. Some wheels need 2.28.
LAMBDA_PYTHON = "3.12"
LAMBDA_PLATFORM = "aarch64-manylinux_2_28"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One package: its lock file and the parts of `web/dist` that its functions serve or compile with.

    `without` are patterns of what its functions never enter. `compiled_only` leaves sources behind.
    """

    name: str
    web: tuple[str, ...]
    without: tuple[str, ...] = ()
    compiled_only: bool = False

    @property
    def lock(self) -> Path:
        """Its packages with their hashes."""
        return ROOT / "requirements" / f"lambda_{self.name}.lock"


# Rooms in which documents are read: where the jobs run, and nowhere else.
ROOMS_OF_JOBS = tuple(
    f"sources/documents/{room}" for room in ("html", "markup", "office", "office97", "rtf")
)
# What builds a binding to C, of which only the built one is needed.
BUILDS_BINDINGS = ("cffi/*", "pycparser/*")
# Of the imaging library the API needs what draws a page as a PNG.
DRAWS_NO_MORE = (
    *(
        "PIL/_webp.*.so",
        "PIL/_imagingmath.*.so",
        "PIL/_imagingmorph.*.so",
        "pillow.libs/libwebp*",
        "pillow.libs/libsharpyuv*",
    ),
    *(f"PIL/Image{name}.py" for name in ("Cms", "Enhance", "Font", "Grab", "Math", "Morph", "Qt")),
    *(
        f"PIL/Image{name}.py"
        for name in ("Stat", "Text", "Tk", "Transform", "Win", "Draw", "Draw2")
    ),
    *(
        "PIL/*FontFile.py",
        "PIL/GdImageFile.py",
        "PIL/WalImageFile.py",
        "PIL/ContainerIO.py",
        "PIL/P[DS]*.py",
        "PIL/Pdf*.py",
    ),
    *("PIL/[A-FH-OQ-Z]*ImagePlugin.py", "PIL/G[br]*ImagePlugin.py", "PIL/P[a-ms]*ImagePlugin.py"),
)
# The command line, and what looks after a library on one machine.
COMMANDS = ("praxeo/entrypoints/cli*.py", "praxeo/ops/doctor/*", "praxeo/adapters/sqlite_*.py")
# Of dates the SDK parses those of answers; rules by which days recur are for calendars.
RECURRING_DAYS = ("dateutil/rrule.py", "dateutil/easter.py")
PLANS = {
    plan.name: plan
    for plan in (
        # Documents are read where the jobs run; the API tells what a file is, draws pages and says of a spec
        # what of its source it practises.
        Plan(
            name="api",
            web=("runtime", "embed"),
            without=(
                *(f"praxeo/{room}" for room in ROOMS_OF_JOBS),
                *DRAWS_NO_MORE,
                *BUILDS_BINDINGS,
                *RECURRING_DAYS,
                *COMMANDS,
            ),
            compiled_only=True,
        ),
        Plan(name="jobs", web=("runtime",)),
    )
}

# Services whose descriptions the SDK needs. Without the others it is a tenth of its size.
SERVICES = frozenset({"dynamodb", "s3", "secretsmanager", "sqs"})
LEXERS = (
    *(
        "c_cpp",
        "configs",
        "css",
        "data",
        "diff",
        "dotnet",
        "go",
        "haskell",
        "html",
        "javascript",
        "julia",
    ),
    *("jvm", "lilypond", "lisp", "markup", "matlab", "python", "r", "ruby", "rust", "shell", "sql"),
)
LEXER_WORDS = (
    *("css", "googlesql", "julia", "lilypond", "mysql", "postgres", "scheme", "scilab", "sql"),
    "tsql",
)
# Folders of which only the named children are read. Praxeo looks up English words in the small list.
KEPT_CHILDREN = {
    "botocore/data": SERVICES,  # and its files, such as endpoints.json
    "wordfreq/data": frozenset({"small_en.msgpack.gz", "_chinese_mapping.msgpack.gz"}),
    # The languages that listings are coloured in (`compile.code_colours`), and what their lexers import.
    "pygments/lexers": frozenset(
        {"__init__.py", "_mapping.py", *(f"_{name}_builtins.py" for name in LEXER_WORDS)}
        | {f"{name}.py" for name in LEXERS}
    ),
    "pygments/styles": frozenset({"__init__.py", "_mapping.py"}),
    "pygments/formatters": frozenset({"__init__.py", "_mapping.py"}),
}
SOURCES_ONLY = (".pyi", ".pyx", ".pxd", ".pxi", ".c", ".cpp", ".h", ".hpp")  # nothing imports these
# Ways to draw and formats that Praxeo never asks the imaging library for, and what only they load.
UNUSED = (
    *(f"PIL/_{name}.*.so" for name in ("avif", "imagingcms", "imagingft", "imagingtk")),
    *(f"pillow.libs/lib{name}*" for name in ("avif", "brotli", "freetype", "harfbuzz", "lcms2")),
    *(f"pillow.libs/lib{name}*" for name in ("png16",)),
    *("numpy/f2py", "numpy/typing", "setuptools", "setuptools-*.dist-info", "_distutils_hack"),
    "pydantic/v1",  # for programs older than Praxeo
    *("pypdfium2_cli", "botocore/data/*/*/examples-1.json*"),
    *(
        "olefile/olefile2.py",
        "OleFileIO_PL.py",
    ),  # for Python 2, whose grammar this one does not compile
    # For testers, type checkers, and another event loop.
    *("anyio/_backends/_trio.py", "anyio/pytest_plugin.py", "pydantic/mypy.py"),
    *("starlette/testclient.py", "fastapi/testclient.py"),
    *("distutils-precedence.pth", "pkg_resources", "dateutil/zoneinfo/*.tar.gz"),
)
# Installers' notes: they name the scripts and the machine of the build.
INSTALLER_FILES = ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "uv_cache.json")
