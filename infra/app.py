"""The CDK app: `cdk deploy -c environment=staging` and the like; see docs/guide/cloud.md."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import aws_cdk as cdk  # noqa: E402
from cdk_nag import AwsSolutionsChecks  # noqa: E402

from infra.environments import ENVIRONMENTS, Environment  # noqa: E402
from infra.stacks.data import DataStack  # noqa: E402
from infra.stacks.recovery import CopiesStack, RecoveryStack  # noqa: E402
from infra.stacks.service import ServiceStack  # noqa: E402
from infra.stacks.watch import WatchStack  # noqa: E402
from infra.stacks.web import WebStack  # noqa: E402


def add_stacks(app: cdk.App, settings: Environment, packages: Path, release: str) -> None:
    """All stacks of one environment."""
    for region in settings.regions:
        where = cdk.Environment(account=settings.account, region=region)
        prefix, common = settings.prefix_in(region), {"settings": settings, "env": where}
        data = DataStack(app, f"{prefix}-data", **common)
        service = ServiceStack(
            app, f"{prefix}-service", data=data, packages=packages, release=release, **common
        )
        if region == settings.region:  # CloudFront is everywhere already
            WebStack(
                app,
                f"{prefix}-web",
                data=data,
                service=service,
                front_end=f"releases/{release}",
                **common,
            )
        watch = WatchStack(app, f"{prefix}-watch", data=data, service=service, **common)
        watch.add_stack_dependency(service)  # it names logs that are made there
        if settings.keep:
            RecoveryStack(app, f"{prefix}-recovery", data=data, service=service, **common)
    if settings.backup_account:
        there = cdk.Environment(account=settings.backup_account, region=settings.region)
        CopiesStack(app, f"{settings.prefix}-copies", settings=settings, env=there)


def main() -> None:
    """Synthesise the environment that the context or the variable names."""
    flags = json.loads((Path(__file__).parent / "cdk.json").read_text("utf-8"))["context"]
    app = cdk.App(context=flags)
    name = app.node.try_get_context("environment") or os.environ.get("PRAXEO_ENVIRONMENT", "")
    if name not in ENVIRONMENTS:
        raise SystemExit(f"Say which environment: -c environment={'|'.join(ENVIRONMENTS)}")
    settings = ENVIRONMENTS[name]
    usual = ROOT / "build" / "lambda" / ("local" if settings.local else "")
    packages = Path(os.environ.get("PRAXEO_PACKAGES", usual))
    if not packages.is_dir():
        raise SystemExit(f"There are no packages in {packages}; run: make lambda-packages")
    add_stacks(app, settings, packages, os.environ.get("PRAXEO_RELEASE", "unreleased"))
    if os.environ.get("PRAXEO_NAG"):  # tests/infra judges what it finds
        cdk.Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    app.synth()


if __name__ == "__main__":
    main()
