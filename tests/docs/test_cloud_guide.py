"""The guide to the cloud names the rights that the adapters need, and no others."""

from __future__ import annotations

import re
from pathlib import Path

from praxeo.adapters import aws_rights, dynamodb_tables, s3, secrets, sqs

GUIDE = (Path(__file__).parents[2] / "docs" / "guide" / "cloud.md").read_text("utf-8")


def test_the_guide_names_just_the_rights_that_the_tests_run_with() -> None:
    named = set(re.findall(r"`((?:dynamodb|s3|sqs|secretsmanager|mediaconvert):\w+)`", GUIDE))
    assert named == {
        *dynamodb_tables.RIGHTS,
        *aws_rights.DYNAMODB_MIGRATION,
        *s3.RIGHTS,
        *sqs.RIGHTS,
        *secrets.RIGHTS,
        *aws_rights.MEDIACONVERT,
    }
