"""What the local cloud does not take, and is left out there: the one place that says what and why.

Everything named here is asserted on the templates of the other environments (tests/infra), not run.
"""

from __future__ import annotations

from infra.environments import Environment

LEFT_OUT = {
    "codedeploy": "refused: the whole template is (no AWS::CodeDeploy)",
    "waf": "no AWS::WAFv2::WebACLAssociation",
    "xray": "there is no X-Ray",
    "domain": "nothing answers to a name of one's own on loopback",
    "image": "containers need Docker; the jobs run from a zip, with the machine's own Chromium",
    "provisioned": "instances are started as they are needed",
    "arm": "functions run in the host's Python, on its processor",
    "key_groups": "no AWS::CloudFront::KeyGroup and PublicKey",
    "origin_api": "CloudFront cannot reach an API there (502)",
    "backup": "no AWS::Backup::BackupSelection",
    "dns": "no AWS::Route53::HealthCheck",
    "canary": "no AWS::Synthetics::Canary",
    "mediaconvert": "every call is answered with 400; the workers' own ffmpeg encodes there",
    "logging": "access logs of stages and distributions are accepted and never written",
}


def has(settings: Environment, what: str) -> bool:
    """Whether this environment has it. KeyError for what nobody has written down above."""
    reason = LEFT_OUT[what]
    return not (settings.local and reason)
