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
    """One package: its lock file and the parts of `web/dist` that its functions serve or compile with."""

    name: str
    web: tuple[str, ...]

    @property
    def lock(self) -> Path:
        """Its packages with their hashes."""
        return ROOT / "requirements" / f"lambda_{self.name}.lock"


PLANS = {
    plan.name: plan
    for plan in (
        Plan(name="api", web=("runtime", "embed")),
        Plan(name="jobs", web=("runtime",)),
    )
}

# Services whose descriptions the SDK needs. Without the others it is a tenth of its size.
SERVICES = frozenset({"dynamodb", "s3", "secretsmanager", "sqs"})
# Folders of which only the named children are read. Praxeo looks up English words in the small list.
KEPT_CHILDREN = {
    "botocore/data": SERVICES,  # and its files, such as endpoints.json
    "wordfreq/data": frozenset({"small_en.msgpack.gz", "_chinese_mapping.msgpack.gz"}),
}
SOURCES_ONLY = (".pyi", ".pyx", ".pxd", ".pxi", ".c", ".cpp", ".h", ".hpp")  # nothing imports these
# Ways to draw and formats that Praxeo never asks the imaging library for, and what only they load.
UNUSED = (
    *(f"PIL/_{name}.*.so" for name in ("avif", "imagingcms", "imagingft", "imagingtk")),
    *(f"pillow.libs/lib{name}*" for name in ("avif", "brotli", "freetype", "harfbuzz", "lcms2")),
    *(f"pillow.libs/lib{name}*" for name in ("png16",)),
    *("numpy/f2py", "numpy/typing", "setuptools", "setuptools-*.dist-info", "_distutils_hack"),
    "pydantic/v1",  # for programs older than Praxeo
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
