"""From a lock file to a folder that a Lambda runs, the same bytes for the same commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from infra.lambda_packages.elf import strip
from infra.lambda_packages.plans import (
    INSTALLER_FILES,
    KEPT_CHILDREN,
    LAMBDA_PLATFORM,
    LAMBDA_PYTHON,
    ROOT,
    SOURCES_ONLY,
    UNUSED,
    Plan,
)

TASK_ROOT = "/var/task"  # where Lambda unpacks a function
BUILT_AT = 315_532_800  # the first second of 1980, the earliest that a zip can hold
UV = Path(sys.executable).with_name("uv")


class CannotBuild(Exception):
    """Says in a sentence what is missing and what to do."""


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where a package shall run. `python` is a program of the version that runs it there."""

    python: str
    version: str
    platform: str = ""


def this_machine() -> Target:
    """For the local cloud, which runs functions with this machine's Python."""
    return Target(python=sys.executable, version="{}.{}".format(*sys.version_info))


def aws_lambda(python: str = "") -> Target:
    """For Lambda on arm64. Raises CannotBuild where its Python is not installed.

    Only that very version writes bytecode that it reads, on whatever processor it runs. `python` says
    where it is, if it is in none of the usual places.
    """
    found = subprocess.run(
        [UV, "python", "find", "--no-python-downloads", "--no-project", python or LAMBDA_PYTHON],
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        raise CannotBuild(
            f"Bytecode for Lambda is written by Python {LAMBDA_PYTHON}, and there is none here. "
            f"Install it (uv python install {LAMBDA_PYTHON}), or say where it is: "
            "make lambda-packages LAMBDA_PYTHON=/path/to/python."
        )
    if _version_of(found.stdout.strip()) != LAMBDA_PYTHON:
        raise CannotBuild(f"{python} is not Python {LAMBDA_PYTHON}, the one that Lambda will run.")
    return Target(python=found.stdout.strip(), version=LAMBDA_PYTHON, platform=LAMBDA_PLATFORM)


def _version_of(python: str) -> str:
    tell = "import sys; print('{}.{}'.format(*sys.version_info))"
    return subprocess.run(
        [python, "-c", tell], capture_output=True, text=True, check=True
    ).stdout.strip()


def build(plan: Plan, target: Target, folder: Path) -> None:
    """Fill `folder`, which is emptied first. Raises CannotBuild."""
    missing = [part for part in plan.web if not (ROOT / "web/dist" / part).is_dir()]
    if missing:
        raise CannotBuild(f"web/dist lacks {', '.join(missing)}. Build the front end: make web.")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _install(plan, target, folder)
    _trim(folder)
    _add_praxeo(folder)
    for pattern in plan.without:
        for path in sorted(folder.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    for part in plan.web:
        shutil.copytree(ROOT / "web/dist" / part, folder / "web/dist" / part)
    if plan.compiled_only:
        _compile_alone(target, folder)
    _compile(target, folder)
    _settle(folder)


def _install(plan: Plan, target: Target, folder: Path) -> None:
    platform = ["--python-platform", target.platform] if target.platform else []
    subprocess.run(
        [
            *(UV, "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:"),
            *("--python-version", target.version, *platform),
            *("--no-compile-bytecode", "--link-mode", "copy"),
            *("--target", folder, "-r", plan.lock),
        ],
        check=True,
    )


def _trim(folder: Path) -> None:
    shutil.rmtree(folder / "bin", ignore_errors=True)  # scripts that name this machine's Python
    (folder / ".lock").unlink(missing_ok=True)
    for place, kept in KEPT_CHILDREN.items():
        for child in sorted((folder / place).glob("*")):
            if child.name in kept or (place == "botocore/data" and child.is_file()):
                continue
            shutil.rmtree(child) if child.is_dir() else child.unlink()
    unused = [path for pattern in (*UNUSED, "*/**/tests") for path in folder.glob(pattern)]
    for path in sorted(unused, reverse=True):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        noted = file.parent.name.endswith(".dist-info") and file.name in INSTALLER_FILES
        if noted or file.suffix in SOURCES_ONLY:
            file.unlink()
        elif file.parent.name.endswith(".dist-info") and file.name == "METADATA":
            headers = file.read_text("utf-8").partition("\n\n")[0]  # then the project's own page
            file.write_text(f"{headers}\n", "utf-8")
        elif ".so" in file.suffixes:
            strip(file)


def _add_praxeo(folder: Path) -> None:
    shutil.copytree(
        ROOT / "src/praxeo", folder / "praxeo", ignore=shutil.ignore_patterns("__pycache__")
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    facts = folder / f"praxeo-{project['version']}.dist-info"
    facts.mkdir()
    facts.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.4\nName: praxeo\nVersion: {project['version']}\n"
        f"License-Expression: {project['license']}\n",
        "utf-8",
    )
    shutil.copy(ROOT / "LICENSE", facts)


def _compile_alone(target: Target, folder: Path) -> None:
    """Bytecode in the place of the sources. A trace still names file, line and function, which the release's tag shows."""
    for part in sorted(folder.iterdir()):
        if part.is_dir() or part.suffix == ".py":
            _compile(target, folder, part, "-b")
            for source in sorted(part.rglob("*.py")) if part.is_dir() else [part]:
                source.unlink()


def _compile(target: Target, folder: Path, part: Path | None = None, *options: str) -> None:
    """Bytecode that is never compared with its source, so that no time and no place is in it."""
    subprocess.run(
        [
            *(target.python, "-m", "compileall", "-q", *options, "-s", folder, "-p", TASK_ROOT),
            *("--invalidation-mode", "unchecked-hash", part or folder),
        ],
        check=True,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )


def _settle(folder: Path) -> None:
    """The same times and rights for all."""
    for path in sorted(folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (BUILT_AT, BUILT_AT))
