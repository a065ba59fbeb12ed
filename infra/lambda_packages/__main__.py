"""`python -m infra.lambda_packages`: build/lambda/{api,jobs} for AWS, build/lambda/local/{api,jobs} for here."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from infra.lambda_packages.archive import archive
from infra.lambda_packages.build import CannotBuild, aws_lambda, build, this_machine
from infra.lambda_packages.plans import PLANS, ROOT


def main() -> int:
    """Build what is asked for and print its sizes."""
    arguments = argparse.ArgumentParser(prog="infra.lambda_packages", description=__doc__)
    arguments.add_argument("--only", action="append", choices=list(PLANS))
    arguments.add_argument("--for", dest="places", choices=("here", "aws"), action="append")
    arguments.add_argument("--out", type=Path, default=ROOT / "build" / "lambda")
    arguments.add_argument("--python", default="", help="where the Python of Lambda's version is")
    asked = arguments.parse_args()
    try:
        for place in asked.places or ("here", "aws"):
            target = aws_lambda(asked.python) if place == "aws" else this_machine()
            home = asked.out if place == "aws" else asked.out / "local"
            for name in asked.only or PLANS:
                build(PLANS[name], target, home / name)
                zipped = archive(home / name, home / f"{name}.zip") / 1e6
                files = (path for path in (home / name).rglob("*") if path.is_file())
                full = sum(path.stat().st_size for path in files) / 1e6
                print(f"{home / name}: {full:.1f} MB, zipped {zipped:.1f} MB")
    except CannotBuild as fault:
        print(fault, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
