"""The bill of materials: everything that is shipped, from the very lock files that are installed from.

It is CycloneDX 1.5 and the same for the same lock files, so that it can be compared and attested.
`python -m infra.release.sbom FILE` writes it.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SHIPPED = ("runtime", "gemini", "lambda_api", "lambda_jobs", "worker")  # names of lock files
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_NAMESPACE = uuid.UUID("6f3c1c0e-6a5b-4a55-9a5b-2d6f0a2f7b11")  # ours, for serial numbers

Component = dict[str, Any]


def python_components(lock: str) -> list[Component]:
    """The packages of a lock file with the hashes of the files that may be installed."""
    found: list[Component] = []
    for line in lock.splitlines():
        if pin := _PIN.match(line):
            name, version = pin[1].lower(), pin[2]
            purl = f"pkg:pypi/{name}@{version}"
            found.append(
                {
                    "type": "library",
                    "bom-ref": purl,
                    "name": name,
                    "version": version,
                    "purl": purl,
                    "hashes": [],
                }
            )
        if found:
            found[-1]["hashes"] += [
                {"alg": "SHA-256", "content": digest} for digest in _HASH.findall(line)
            ]
    return found


def web_components(web: Path) -> list[Component]:
    """The packages of the front end, as npm itself tells them; without those for development."""
    told = subprocess.run(
        ["npm", "sbom", "--package-lock-only", "--omit", "dev", "--sbom-format", "cyclonedx"],
        cwd=web,
        check=True,
        capture_output=True,
        text=True,
    )
    kept = ("type", "bom-ref", "name", "version", "purl", "hashes", "licenses")
    return [
        {name: part[name] for name in kept if name in part}
        for part in json.loads(told.stdout)["components"]
    ]


def bill(version: str, components: Iterable[Component]) -> dict[str, Any]:
    """The whole document; of what is named twice the first counts."""
    parts: dict[str, Component] = {}
    for component in components:
        parts.setdefault(component["bom-ref"], component)
    ordered = [parts[ref] for ref in sorted(parts)]
    digest = hashlib.sha256(json.dumps(ordered, sort_keys=True).encode()).hexdigest()
    ref = f"pkg:generic/praxeo@{version}"
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_NAMESPACE, digest)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": ref,
                "name": "praxeo",
                "version": version,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": ordered,
        "dependencies": [{"ref": ref, "dependsOn": [part["bom-ref"] for part in ordered]}],
    }


def shipped(version: str) -> dict[str, Any]:
    """The bill of what this working tree ships."""
    locks = [ROOT / "requirements" / f"{name}.lock" for name in SHIPPED]
    components = [part for lock in locks for part in python_components(lock.read_text("utf-8"))]
    return bill(version, [*components, *web_components(ROOT / "web")])


if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    out = Path(sys.argv[1])
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(shipped(project["version"]), indent=1) + "\n", "utf-8")
