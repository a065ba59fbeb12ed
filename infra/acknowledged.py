"""What cdk-nag finds and is meant to be so, each with its reason. tests/infra lets nothing else pass.

cdk-nag's own way to note a reason asks for the name that CloudFormation will give to each resource in
question, which changes with it; so its report is read here instead.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Meant:
    """A rule that does not hold at constructs whose path matches."""

    rule: str
    path: str
    reason: str


def _wildcards(path: str, reason: str) -> Meant:
    return Meant(rule="AwsSolutions-IAM5", path=path, reason=reason)


MEANT: tuple[Meant, ...] = (
    _wildcards(r"/ReplicationRole/", "S3 copies every object of the bucket with the CDK's own replication policy."),
    _wildcards(r"/role-\w+/Resource$", "Objects have keys that are not known beforehand; the buckets, log groups and the secrets' common beginning are."),
    _wildcards(r"/role-\w+/DefaultPolicy/", "X-Ray's actions know no resources."),
    _wildcards(r"-(before|after)-traffic/ServiceRole/", "Every version of this one function may be tried out."),
    _wildcards(r"-shift/ServiceRole/", "CodeDeploy calls every version of its two hooks."),
    Meant(rule="AwsSolutions-IAM4", path=r"-(before|after)-traffic/ServiceRole/", reason="Writing its own log is all that Amazon's basic role for Lambdas allows."),
    _wildcards(r"-watch/canary/ServiceRole/", "The CDK's role for a canary: the runs, metrics and logs of its own."),
    Meant(rule="AwsSolutions-IAM4", path=r"-recovery/role-backup/", reason="Amazon's roles for backups follow what the service learns to copy."),
    Meant(rule="AwsSolutions-IAM4", path=r"-shift/ServiceRole/", reason="Amazon's limited role for CodeDeploy is the narrowest that it offers."),
    Meant(rule="AwsSolutions-L1", path=r".", reason="The packages are built and locked for this version of Python; all move together."),
    Meant(rule="AwsSolutions-APIG4", path=r"/door-", reason="The API is closed to all but named networks by its firewall until Praxeo has accounts; embeds are public."),
    Meant(rule="AwsSolutions-COG4", path=r"/door-", reason="There is no Cognito user pool: see APIG4."),
    Meant(rule="AwsSolutions-APIG6", path=r"/door-", reason="Execution logs would hold what people write. The stage's access log and the functions' own logs are kept."),
    Meant(rule="AwsSolutions-CFR1", path=r"-(web|watch)/", reason="Readers may be anywhere."),
    Meant(rule="AwsSolutions-CFR2", path=r"-(web|watch)/", reason="The studio and the status page are static files; the embeds' API has a firewall of its own behind the distribution."),
    Meant(rule="AwsSolutions-CFR3", path=r"-(web|watch)/", reason="A distribution's log holds the addresses of readers; the API's log counts views without them."),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What cdk-nag says of one construct."""

    rule: str
    path: str
    words: str


def findings_of(report: str) -> list[Finding]:
    """All findings in the `validation-report.json` of a synthesis."""
    return [
        Finding(rule=each["ruleName"], path=place["constructPath"], words=each["description"])
        for plugin in json.loads(report)["pluginReports"]
        for each in plugin["violations"]
        for place in each["violatingConstructs"]
    ]


def meant(finding: Finding) -> Meant | None:
    """The entry that says why this is meant to be so, if there is one."""
    rule = finding.rule.partition("[")[0]
    found = (each for each in MEANT if each.rule == rule and re.search(each.path, finding.path))
    return next(found, None)
