"""Who is called, what the public sees, which copies there are, how the second region takes over: off the templates."""

from __future__ import annotations

import json
from typing import Any

import pytest
from synthesis import Synthesis

from infra.environments import ENVIRONMENTS
from infra.functions import FUNCTIONS
from infra.watching import watched
from praxeo.adapters.dynamodb_usage import USAGE
from praxeo.domain.catalog import TABLES
from praxeo.domain.jobs import LANES


def only(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    (one,) = found.values()
    return one


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_every_alarm_calls_a_person_and_says_which_part_is_disturbed(
    name: str, environments: dict[str, Synthesis]
) -> None:
    settings = ENVIRONMENTS[name]
    alarms = environments[name].resources("AWS::CloudWatch::Alarm", f"{settings.prefix}-watch")
    names = {each["AlarmName"] for each in alarms.values()}
    assert {f"{settings.prefix}-watch-{each.rule.name}" for each in watched(settings)} < names
    for alarm in alarms.values():
        assert alarm["AlarmActions"]
        assert alarm["OKActions"] == alarm["AlarmActions"]
        part, colon, words = alarm["AlarmDescription"].partition(": ")
        assert colon, alarm["AlarmDescription"]
        assert part in {
            "Studio",
            "Published apps",
            "Making apps",
            "Records",
            "Cost",
            "Defects",
            "Visitors",
        }
        assert words.endswith(".")
        assert alarm["TreatMissingData"] == "notBreaching"


def test_every_table_function_and_queue_is_watched(production: Synthesis) -> None:
    alarms = production.resources("AWS::CloudWatch::Alarm", "praxeo-watch").values()
    seen = {
        (dimension["Name"], dimension["Value"])
        for alarm in alarms
        for dimension in alarm.get("Dimensions", ())
        if isinstance(dimension["Value"], str)
    }
    tables = {*(table.name for table in TABLES), USAGE}
    assert {("TableName", f"praxeo-{name}") for name in tables} <= seen
    assert {("FunctionName", f"praxeo-{function.name}") for function in FUNCTIONS} <= seen
    queues = [f"praxeo-jobs-{name}" for name in (*LANES, "dead")]
    assert {("QueueName", name) for name in queues} <= seen
    filters = production.resources("AWS::Logs::MetricFilter", "praxeo-watch").values()
    assert len(filters) == len(FUNCTIONS)
    assert all(each["FilterPattern"] == '{ $.level = "error" }' for each in filters)


def test_logs_are_kept_for_as_long_as_the_environment_says(production: Synthesis) -> None:
    kept = {
        each["LogGroupName"]: each["RetentionInDays"]
        for each in production.resources("AWS::Logs::LogGroup").values()
    }
    for function in FUNCTIONS:
        assert kept[f"/praxeo/praxeo-{function.name}"] == ENVIRONMENTS["production"].log_days


def test_messages_are_sealed_and_a_visitor_looks_in_every_five_minutes(
    production: Synthesis,
) -> None:
    topics = production.resources("AWS::SNS::Topic", "praxeo-watch")
    assert only(topics)["KmsMasterKeyId"]
    canary = only(production.resources("AWS::Synthetics::Canary", "praxeo-watch"))
    assert canary["Schedule"]["Expression"] == "rate(5 minutes)"
    assert canary["Code"]["Handler"] == "canary.handler"
    told = canary["RunConfig"]["EnvironmentVariables"]
    domain = ENVIRONMENTS["production"].domain
    assert told == {"STUDIO": f"https://{domain}", "EMBEDS": f"https://embeds.{domain}"}
    group = only(production.resources("AWS::XRay::Group", "praxeo-watch"))
    assert group["InsightsConfiguration"]["InsightsEnabled"] is True


def test_the_status_page_stands_on_its_own_bucket_and_its_writer_may_write_two_files(
    production: Synthesis,
) -> None:
    page = only(production.resources("AWS::CloudFront::Distribution", "praxeo-watch"))
    assert page["DistributionConfig"]["Aliases"] == [f"status.{ENVIRONMENTS['production'].domain}"]
    roles = production.resources("AWS::IAM::Role", "praxeo-watch").values()
    (role,) = (each for each in roles if each.get("RoleName") == "praxeo-status")
    (policy,) = role["Policies"]
    allowed = {each["Sid"]: each for each in policy["PolicyDocument"]["Statement"]}
    assert set(allowed) == {"Logs", "Files", "Alarms"}
    files = json.dumps(allowed["Files"])
    assert "index.html" in files
    assert "status.json" in files
    assert "/*" not in files


def test_everything_is_copied_each_day_to_another_region_and_to_another_account(
    production: Synthesis,
) -> None:
    plan = only(production.resources("AWS::Backup::BackupPlan"))["BackupPlan"]
    rules = {each["RuleName"]: each for each in plan["BackupPlanRule"]}
    assert rules["each-day"]["Lifecycle"]["DeleteAfterDays"] == 35
    assert rules["each-month"]["Lifecycle"]["DeleteAfterDays"] == 400
    account = ENVIRONMENTS["production"].backup_account
    for rule in rules.values():
        places = [json.dumps(each["DestinationBackupVaultArn"]) for each in rule["CopyActions"]]
        assert any(":eu-west-1:" in place and "praxeo" in place for place in places)
        assert any(f":{account}:" in place and "praxeo-copies" in place for place in places)
    selection = only(production.resources("AWS::Backup::BackupSelection"))["BackupSelection"]
    assert len(selection["Resources"]) == len(TABLES) + 1 + 2  # the usage of embeds, two buckets


def test_nobody_can_delete_a_copy_before_its_time(production: Synthesis) -> None:
    vaults = production.resources("AWS::Backup::BackupVault")
    assert len(vaults) == 3
    for each in vaults.values():
        assert each["LockConfiguration"]["ChangeableForDays"] == 3
        (deny, *_) = [
            statement
            for statement in each["AccessPolicy"]["Statement"]
            if statement["Effect"] == "Deny"
        ]
        assert {"backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"} <= set(
            deny["Action"]
        )
    copies = next(each for each in vaults.values() if each["BackupVaultName"] == "praxeo-copies")
    (allow,) = [
        statement
        for statement in copies["AccessPolicy"]["Statement"]
        if statement["Effect"] == "Allow"
    ]
    assert allow["Action"] == "backup:CopyIntoBackupVault"
    assert ENVIRONMENTS["production"].account in json.dumps(allow["Principal"])


def test_names_lead_to_the_second_region_when_the_first_one_does_not_answer(
    production: Synthesis,
) -> None:
    records = production.resources("AWS::Route53::RecordSet").values()
    by_name: dict[str, dict[str, dict[str, Any]]] = {}
    for record in records:
        if "Failover" in record:
            by_name.setdefault(record["Name"], {})[record["Failover"]] = record
    domain = ENVIRONMENTS["production"].domain
    assert set(by_name) == {f"api.{domain}.", f"embeds-origin.{domain}."}
    for both in by_name.values():
        assert both["PRIMARY"]["SetIdentifier"] == "eu-central-1"
        assert both["SECONDARY"]["SetIdentifier"] == "eu-west-1"
        assert both["PRIMARY"]["HealthCheckId"]
        assert all(each["AliasTarget"]["EvaluateTargetHealth"] for each in both.values())
    check = only(production.resources("AWS::Route53::HealthCheck"))["HealthCheckConfig"]
    # by a name of this region's own: the shared one would be answered by the other region too
    assert check["FullyQualifiedDomainName"] == f"embeds-eu-central-1.{domain}"
    assert (check["RequestInterval"], check["FailureThreshold"]) == (10, 3)
    names = production.resources("AWS::ApiGateway::DomainName", "praxeo-recovery").values()
    assert [each["DomainName"] for each in names] == [f"embeds-eu-central-1.{domain}"]
