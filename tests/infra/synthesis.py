"""Synthesises the CDK app: in the environment of its own, offline, with cdk-nag looking on."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".infra-venv" / "bin" / "python"
SECONDS = 240


@dataclass(frozen=True)
class Synthesis:
    """What the synthesis of one environment gave, in this folder."""

    folder: Path

    @cached_property
    def templates(self) -> dict[str, dict[str, Any]]:
        """Each stack's template by its name."""
        return {
            file.name.removesuffix(".template.json"): json.loads(file.read_text("utf-8"))
            for file in sorted(self.folder.glob("*.template.json"))
        }

    @property
    def report(self) -> str:
        """What cdk-nag found."""
        return (self.folder / "validation-report.json").read_text("utf-8")

    def resources(self, kind: str, stack: str = "") -> dict[str, dict[str, Any]]:
        """The properties of all resources of this type, by name, of the stacks whose name ends so."""
        return {
            f"{name}/{key}": resource.get("Properties", {})
            for name, template in self.templates.items()
            for key, resource in template["Resources"].items()
            if resource["Type"] == kind and name.endswith(stack)
        }


def begin(
    environment: str, folder: Path, packages: Path, **variables: str
) -> subprocess.Popen[str]:
    """Start to synthesise this environment into the folder."""
    return subprocess.Popen(
        [PYTHON, ROOT / "infra" / "app.py"],
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(folder.parent),
            "PRAXEO_ENVIRONMENT": environment,
            "PRAXEO_PACKAGES": str(packages),
            "PRAXEO_NAG": "1",
            "CDK_OUTDIR": str(folder),
            "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION": "1",
            **variables,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def finished(process: subprocess.Popen[str], folder: Path) -> Synthesis:
    """Wait for it. It ends with 1 where cdk-nag found anything at all: the tests judge that."""
    told, _ = process.communicate(timeout=SECONDS)
    if not (folder / "manifest.json").exists():
        raise RuntimeError(f"The synthesis failed:\n{told[-4000:]}")
    return Synthesis(folder)
