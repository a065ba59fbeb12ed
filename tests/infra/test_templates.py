"""The synthesised templates: what the local cloud cannot show is read off them."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import Any

import pytest
from synthesis import ROOT, Synthesis

from infra import functions
from infra.acknowledged import MEANT, findings_of, meant
from infra.environments import ENVIRONMENTS, LEAST_AT_ONCE
from infra.functions import FUNCTIONS
from infra.local_cloud import LEFT_OUT
from infra.parts.alarm_rules import RULES
from praxeo.adapters.dynamodb_definition import EXPIRES, table_definition
from praxeo.adapters.dynamodb_usage import usage_definition
from praxeo.adapters.s3 import BUCKETS
from praxeo.adapters.s3_streams import INCOMING
from praxeo.domain.app_policy import APP_HEADERS, POLICY, WRAPPER_HEADERS, framed_by
from praxeo.domain.catalog import TABLES
from praxeo.domain.jobs import LANES
from tests.release.simulation.plan import SETTLED, plan_of

IN_THE_CLOUD = ("development", "staging", "production")


def only(found: dict[str, dict[str, Any]]) -> dict[str, Any]:
    (one,) = found.values()
    return one


def text(value: Any) -> str:
    return json.dumps(value)


def test_the_buckets_are_those_of_the_adapter() -> None:
    assert functions.BUCKETS == BUCKETS


def test_cdk_nag_finds_nothing_that_is_not_meant_to_be_so(
    environments: dict[str, Synthesis],
) -> None:
    used = set()
    for name in IN_THE_CLOUD:
        for finding in findings_of(environments[name].report):
            reason = meant(finding)
            assert reason, (name, finding)
            used.add(reason)
    assert used == set(MEANT), "some reasons are about nothing any more"


def test_cfn_lint_finds_nothing(environments: dict[str, Synthesis]) -> None:
    # W3005: a dependency that is there twice; W1030, W3037: lists of actions and names newer than the linter
    files = [
        str(file) for each in environments.values() for file in each.folder.glob("*.template.json")
    ]
    told = subprocess.run(
        [
            ROOT / ".infra-venv" / "bin" / "cfn-lint",
            "--non-zero-exit-code",
            "warning",
            "-i",
            "W3005",
            "--",
            *files,
        ],
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout[-3000:] + told.stderr[-1000:]


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_the_tables_are_those_of_the_catalog(name: str, environments: dict[str, Synthesis]) -> None:
    settings = ENVIRONMENTS[name]
    found = {
        each["TableName"]: each
        for each in environments[name].resources("AWS::DynamoDB::GlobalTable").values()
    }
    assert len(found) == len(TABLES) + 1
    counted = usage_definition(settings.prefix)
    usage = found[counted["TableName"]]
    assert usage["KeySchema"] == counted["KeySchema"]
    assert usage["TimeToLiveSpecification"] == {"AttributeName": EXPIRES, "Enabled": True}
    assert "GlobalSecondaryIndexes" not in usage
    for table in TABLES:
        wanted = table_definition(settings.prefix, table)
        made = found[wanted["TableName"]]
        assert made["KeySchema"] == wanted["KeySchema"]
        assert made["BillingMode"] == wanted["BillingMode"]
        indexes = {each["IndexName"]: each for each in made["GlobalSecondaryIndexes"]}
        for index in wanted["GlobalSecondaryIndexes"]:
            assert indexes.pop(index["IndexName"])["KeySchema"] == index["KeySchema"]
        assert not indexes
        assert ("TimeToLiveSpecification" in made) == bool(table.keep_days)
        if table.keep_days:
            assert made["TimeToLiveSpecification"] == {"AttributeName": EXPIRES, "Enabled": True}
        assert sorted(each["Region"] for each in made["Replicas"]) == sorted(settings.regions)
        for replica in made["Replicas"]:
            assert replica["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
            assert replica.get("DeletionProtectionEnabled", False) is settings.keep
            assert "KMSMasterKeyId" in replica["SSESpecification"]


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_pages_may_send_documents_to_the_assets_and_to_no_other_bucket(
    name: str, environments: dict[str, Synthesis]
) -> None:
    settings = ENVIRONMENTS[name]
    buckets = environments[name].resources("AWS::S3::Bucket", "-data").values()
    rules = {
        each["BucketName"]: each["CorsConfiguration"]["CorsRules"]
        for each in buckets
        if "CorsConfiguration" in each
    }
    assert {f"https://{bucket}.s3." for bucket in rules} == {
        store.partition("s3.")[0] + "s3." for store in settings.stores
    }
    for sending, fetching in rules.values():
        assert (sending["AllowedMethods"], sending["AllowedOrigins"]) == (
            ["PUT"],
            [settings.origin],
        )
        assert sending["AllowedHeaders"] == ["content-type", "x-amz-checksum-sha256"]
        assert (fetching["AllowedMethods"], fetching.get("AllowedHeaders")) == (["GET"], None)


def behaviours_of(web: Synthesis) -> dict[str, dict[str, Any]]:
    """The behaviours of all distributions by path; "studio" and "embeds" for those of all other paths."""
    found: dict[str, dict[str, Any]] = {}
    for key, one in web.resources("AWS::CloudFront::Distribution").items():
        config = one["DistributionConfig"]
        found["embeds" if "embeds" in key.rpartition("/")[2] else "studio"] = config[
            "DefaultCacheBehavior"
        ]
        found |= {each["PathPattern"]: each for each in config.get("CacheBehaviors", ())}
    return found


def told(web: Synthesis, behaviour: dict[str, Any], *, at_least: bool = False) -> dict[str, str]:
    """The headers that a behaviour says whatever its origin says: a policy, and those without a place of their own.

    The policy is said `at_least` where the origin may say a stricter one itself.
    """
    policies = {
        key.rpartition("/")[2]: each["ResponseHeadersPolicyConfig"]
        for key, each in web.resources("AWS::CloudFront::ResponseHeadersPolicy").items()
    }
    config = policies[behaviour["ResponseHeadersPolicyId"]["Ref"]]
    items = config.get("CustomHeadersConfig", {}).get("Items", ())
    assert all(item["Override"] for item in items)
    said = {item["Header"]: item["Value"] for item in items}
    policy = config.get("SecurityHeadersConfig", {}).get("ContentSecurityPolicy")
    if policy:
        assert policy["Override"] == (not at_least)
        said[POLICY] = policy["ContentSecurityPolicy"]
    return said


@pytest.mark.parametrize("name", IN_THE_CLOUD)
def test_apps_in_the_cloud_are_told_what_apps_on_a_box_are_told(
    name: str, environments: dict[str, Synthesis]
) -> None:
    web = environments[name]
    behaviours = behaviours_of(web)
    assert told(web, behaviours["/gallery/*"]) == framed_by("'self'")
    for path in ("/a/*", "/p/*"):
        assert told(web, behaviours[path], at_least=True) == APP_HEADERS
    assert told(web, behaviours["embeds"]) == WRAPPER_HEADERS


@pytest.mark.parametrize("name", IN_THE_CLOUD)
def test_no_cache_of_embeds_outlives_the_rules_or_mixes_frames_with_pages(
    name: str, environments: dict[str, Synthesis]
) -> None:
    web = environments[name]
    found = web.resources("AWS::CloudFront::CachePolicy")
    for each in found.values():
        kept = each["CachePolicyConfig"]
        assert (kept["MinTTL"], kept["DefaultTTL"], kept["MaxTTL"]) == (0, 0, 60)
    config = only({name: each for name, each in found.items() if "embedscache" in name})[
        "CachePolicyConfig"
    ]
    parts = config["ParametersInCacheKeyAndForwardedToOrigin"]
    assert parts["HeadersConfig"]["Headers"] == ["Sec-Fetch-Dest"]
    assert parts["CookiesConfig"] == {"CookieBehavior": "none"}
    assert parts["QueryStringsConfig"] == {"QueryStringBehavior": "none"}
    for asked in web.resources("AWS::CloudFront::OriginRequestPolicy").values():
        assert asked["OriginRequestPolicyConfig"]["CookiesConfig"] == {"CookieBehavior": "none"}
        assert asked["OriginRequestPolicyConfig"]["QueryStringsConfig"] == {
            "QueryStringBehavior": "none"
        }
    for path in ("embeds", "/a/*", "/p/*"):
        assert "embedscache" in behaviours_of(web)[path]["CachePolicyId"]["Ref"]


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_buckets_are_closed_versioned_encrypted_and_tidied(
    name: str, environments: dict[str, Synthesis]
) -> None:
    settings = ENVIRONMENTS[name]
    buckets = environments[name].resources("AWS::S3::Bucket", "-data")
    policies = text(environments[name].resources("AWS::S3::BucketPolicy", "-data"))
    assert len(buckets) == 4 * len(settings.regions)
    assert policies.count('"aws:SecureTransport": "false"') == len(buckets)
    for bucket in buckets.values():
        assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
        rules = bucket["LifecycleConfiguration"]["Rules"]
        if "access-log" in bucket["BucketName"]:
            continue
        assert bucket["VersioningConfiguration"] == {"Status": "Enabled"}
        assert "aws:kms" in text(bucket["BucketEncryption"])
        assert any(
            rule.get("AbortIncompleteMultipartUpload") == {"DaysAfterInitiation": 1}
            for rule in rules
        )
        if bucket["BucketName"].endswith("-assets"):
            days = {rule.get("Prefix"): rule.get("ExpirationInDays") for rule in rules}
            assert (days[f"{INCOMING}/"], days["completions/"]) == (1, 90)
        if settings.second_region and bucket["BucketName"].startswith(
            f"{settings.prefix}-{settings.second_region}"
        ):
            assert "ReplicationConfiguration" not in bucket
        elif settings.second_region:
            (rule,) = bucket["ReplicationConfiguration"]["Rules"]
            assert rule["Destination"]["ReplicationTime"]["Time"] == {"Minutes": 15}
            there = f"{settings.prefix}-{settings.second_region}-{bucket['BucketName'].rpartition('-')[2]}"
            assert there in text(rule["Destination"]["Bucket"])


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_every_role_names_its_actions_and_what_they_are_on(
    name: str, environments: dict[str, Synthesis]
) -> None:
    roles = {
        each["RoleName"]: each
        for each in environments[name].resources("AWS::IAM::Role", "-service").values()
        if "RoleName" in each
    }
    encoders = [each for each in roles if each.endswith("-encoding")]
    assert len(encoders) == (0 if name == "local" else len(ENVIRONMENTS[name].regions))
    assert len(roles) == len(FUNCTIONS) * len(ENVIRONMENTS[name].regions) + len(encoders)
    for role in roles.values():
        (policy,) = role["Policies"]
        assert len(text(policy["PolicyDocument"]).replace(" ", "")) < 10_240
        for statement in policy["PolicyDocument"]["Statement"]:
            actions, resources = statement["Action"], statement["Resource"]
            assert not any(
                "*" in action for action in ([actions] if isinstance(actions, str) else actions)
            )
            for resource in resources if isinstance(resources, list) else [resources]:
                assert resource != "*"
    embeds = text(next(role for key, role in roles.items() if key.endswith("-embeds")))
    # What the embeds' function writes, it writes where visits are counted and nowhere else.
    assert embeds.count("PutItem") == embeds.count("UpdateItem") == 1
    assert "s3:PutObject" not in embeds
    assert "sqs:" not in embeds


def test_who_encodes_has_its_own_folder_alone_and_who_asks_may_pass_on_its_role_alone(
    production: Synthesis,
) -> None:
    roles = {
        each["RoleName"]: each
        for each in production.resources("AWS::IAM::Role", "praxeo-service").values()
        if "RoleName" in each
    }
    own = roles["praxeo-encoding"]
    assert text(own["AssumeRolePolicyDocument"]).count(".amazonaws.com") == 1
    assert "mediaconvert.amazonaws.com" in text(own["AssumeRolePolicyDocument"])
    assert "aws:SourceAccount" in text(own["AssumeRolePolicyDocument"])
    files, key = own["Policies"][0]["PolicyDocument"]["Statement"]
    assert files["Resource"] == f"arn:aws:s3:::praxeo-assets/{INCOMING}/encoding/*"
    assert files["Action"] == ["s3:GetObject", "s3:PutObject"]
    assert key["Condition"]["StringEquals"]["kms:ViaService"]
    for name, role in roles.items():
        asks = {
            each.get("Sid"): each for each in role["Policies"][0]["PolicyDocument"]["Statement"]
        }
        assert ("Encoding" in asks) == (name == "praxeo-jobs")
        if name == "praxeo-jobs":
            assert "roleencoding" in text(asks["EncodersRole"]["Resource"])
            passed = asks["EncodersRole"]["Condition"]["StringEquals"]
            assert passed == {"iam:PassedToService": "mediaconvert.amazonaws.com"}
    rules = production.resources("AWS::Events::Rule", "praxeo-service").values()
    (ended,) = (each for each in rules if "mediaconvert" in text(each.get("EventPattern", "")))
    assert ended["EventPattern"]["detail"]["status"] == ["COMPLETE", "ERROR", "CANCELED"]
    assert len(ended["Targets"]) == 1


@pytest.mark.parametrize("name", [*ENVIRONMENTS])
def test_clock_and_workers_are_on_in_one_region_alone(
    name: str, environments: dict[str, Synthesis]
) -> None:
    settings, made = ENVIRONMENTS[name], environments[name]
    for region in settings.regions:
        stack = f"{settings.prefix_in(region)}-service"
        on = region == settings.region
        rules = made.resources("AWS::Events::Rule", stack).values()
        clocks = [each for each in rules if each.get("ScheduleExpression") == "rate(1 minute)"]
        assert [each["State"] for each in clocks] == ["ENABLED" if on else "DISABLED"]
        feeds = made.resources("AWS::Lambda::EventSourceMapping", stack).values()
        assert {each["Enabled"] for each in feeds} == {on}


def test_the_second_region_can_take_over_and_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    production, staging = ENVIRONMENTS["production"], ENVIRONMENTS["staging"]
    assert production.active_region == production.region
    monkeypatch.setenv("PRAXEO_ACTIVE_REGION", production.second_region)
    assert production.active_region == production.second_region
    assert staging.active_region == staging.region
    monkeypatch.setenv("PRAXEO_ACTIVE_REGION", "us-west-7")
    with pytest.raises(ValueError, match="us-west-7"):
        _ = production.active_region


@pytest.mark.parametrize("name", ["staging", "production"])
def test_releases_are_shifted_gradually_and_taken_back_by_alarms(
    name: str, environments: dict[str, Synthesis]
) -> None:
    made = environments[name]
    groups = made.resources("AWS::CodeDeploy::DeploymentGroup")
    assert len(groups) == 2 * len(ENVIRONMENTS[name].regions)
    for group in groups.values():
        assert "LambdaLinear10PercentEvery1Minute" in text(group["DeploymentConfigName"])
        events = set(group["AutoRollbackConfiguration"]["Events"])
        assert events == {
            "DEPLOYMENT_FAILURE",
            "DEPLOYMENT_STOP_ON_ALARM",
            "DEPLOYMENT_STOP_ON_REQUEST",
        }
        assert len(group["AlarmConfiguration"]["Alarms"]) == len(RULES["api"])
    updates = [
        resource["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
        for template in made.templates.values()
        for resource in template["Resources"].values()
        if "CodeDeployLambdaAliasUpdate" in resource.get("UpdatePolicy", {})
    ]
    assert len(updates) == len(groups)
    assert all({"BeforeAllowTrafficHook", "AfterAllowTrafficHook"} <= set(each) for each in updates)


@pytest.mark.parametrize("function", ["api", "embeds"])
def test_what_is_deployed_is_what_the_simulation_of_releases_runs(
    function: str, production: Synthesis
) -> None:
    plan = plan_of(production.templates["praxeo-service"], function)
    simulated = tuple(replace(rule, name=rule.metric) for rule in RULES[function])
    assert plan == replace(SETTLED, alarms=simulated)


def test_functions_are_traced_warm_and_bounded(production: Synthesis) -> None:
    functions = production.resources("AWS::Lambda::Function", "praxeo-service")
    named = {each["FunctionName"]: each for each in functions.values() if "FunctionName" in each}
    for function in FUNCTIONS:
        made = named[f"praxeo-{function.name}"]
        assert made["TracingConfig"] == {"Mode": "Active"}
        assert made["Timeout"] == function.seconds
        assert made["Architectures"] == ["arm64"]
        assert (made.get("PackageType") == "Image") == function.image
        if function.image:
            assert made["ImageConfig"]["EntryPoint"] == ["python", "-m", "awslambdaric"]
            assert made["ImageConfig"]["Command"] == [function.handler]
    assert (
        named["praxeo-jobs"]["ReservedConcurrentExecutions"]
        == ENVIRONMENTS["production"].jobs_at_once
    )
    aliases = production.resources("AWS::Lambda::Alias", "praxeo-service").values()
    assert {each["Name"] for each in aliases} == {"live"}
    warm = [
        each["ProvisionedConcurrencyConfig"]
        for each in aliases
        if "ProvisionedConcurrencyConfig" in each
    ]
    assert warm == [{"ProvisionedConcurrentExecutions": ENVIRONMENTS["production"].warm}]


def test_a_nudge_that_fails_is_tried_again_and_then_put_aside(production: Synthesis) -> None:
    queues = {
        each["QueueName"]: each
        for each in production.resources("AWS::SQS::Queue", "praxeo-service").values()
    }
    jobs = next(function for function in FUNCTIONS if function.name == "jobs")
    assert set(queues) == {"praxeo-jobs-dead", *(f"praxeo-jobs-{lane}" for lane in LANES)}
    for lane in LANES:
        queue = queues[f"praxeo-jobs-{lane}"]
        assert queue["VisibilityTimeout"] >= 6 * jobs.seconds
        assert queue["RedrivePolicy"]["maxReceiveCount"] == 5
    feeds = production.resources("AWS::Lambda::EventSourceMapping", "praxeo-service").values()
    assert len(feeds) == len(LANES)
    assert all(feed["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for feed in feeds)


def test_no_lane_can_take_what_another_needs(production: Synthesis) -> None:
    """Each queue feeds the jobs' function up to a bound of its own, and all of them together fit."""
    feeds = production.resources("AWS::Lambda::EventSourceMapping", "praxeo-service")
    bounds = [feed["ScalingConfig"]["MaximumConcurrency"] for feed in feeds.values()]
    lanes = ENVIRONMENTS["production"].lanes
    assert sorted(bounds) == sorted(lanes.values())
    functions = production.resources("AWS::Lambda::Function", "praxeo-service").values()
    (jobs,) = (each for each in functions if each.get("FunctionName") == "praxeo-jobs")
    assert jobs["ReservedConcurrentExecutions"] == sum(bounds)
    assert all(set(each.lanes) == set(LANES) for each in ENVIRONMENTS.values())
    assert min(min(each.lanes.values()) for each in ENVIRONMENTS.values()) >= LEAST_AT_ONCE


def test_the_api_is_closed_to_strangers_and_limited(production: Synthesis) -> None:
    firewalls = production.resources("AWS::WAFv2::WebACL", "praxeo-service")
    api = next(each for name, each in firewalls.items() if "doorapi" in name)
    assert api["DefaultAction"] == {"Block": {}}
    embeds = next(each for name, each in firewalls.items() if "doorembeds" in name)
    assert embeds["DefaultAction"] == {"Allow": {}}
    assert len(production.resources("AWS::WAFv2::WebACLAssociation", "praxeo-service")) == 2
    for stage in production.resources("AWS::ApiGateway::Stage", "praxeo-service").values():
        assert stage["MethodSettings"][0]["ThrottlingRateLimit"] == 500
        assert stage["TracingEnabled"] is True
    for api in production.resources("AWS::ApiGateway::RestApi", "praxeo-service").values():
        assert api["DisableExecuteApiEndpoint"] is True


def test_the_distributions_take_new_tls_only_and_sign_what_is_private(
    production: Synthesis,
) -> None:
    distributions = production.resources("AWS::CloudFront::Distribution")
    assert len(distributions) == 3  # the studio, the embeds, the status page
    for each in distributions.values():
        assert (
            each["DistributionConfig"]["ViewerCertificate"]["MinimumProtocolVersion"]
            == "TLSv1.2_2021"
        )
    embeds = next(each for name, each in distributions.items() if "/embeds" in name)[
        "DistributionConfig"
    ]
    signed = {each["PathPattern"]: "TrustedKeyGroups" in each for each in embeds["CacheBehaviors"]}
    assert signed == {
        "/a/*": False,
        "/p/*": True,
        "/oembed": False,
        "/t/*": False,
        "/f/*": False,
        "/v/*": False,
    }
    assert len(production.resources("AWS::CloudFront::OriginAccessControl")) == 2
    for headers in production.resources("AWS::CloudFront::ResponseHeadersPolicy").values():
        assert "StrictTransportSecurity" in text(headers)


def test_studio_and_embeds_stand_under_names_of_the_environment(
    environments: dict[str, Synthesis],
) -> None:
    for name in ("staging", "production"):
        made, domain = environments[name], ENVIRONMENTS[name].domain
        records = made.resources("AWS::Route53::RecordSet").values()
        for part, told in (("/studio", domain), ("/embeds", f"embeds.{domain}")):
            [one] = [
                each["DistributionConfig"]
                for key, each in made.resources("AWS::CloudFront::Distribution").items()
                if part in key
            ]
            assert one["Aliases"] == [told]
            assert ":us-east-1:" in one["ViewerCertificate"]["AcmCertificateArn"]
            assert {each["Type"] for each in records if each["Name"] == f"{told}."} == {"A", "AAAA"}


def test_what_the_local_cloud_lacks_is_left_out_there_and_nowhere_else(
    environments: dict[str, Synthesis],
) -> None:
    kinds = {
        "codedeploy": "AWS::CodeDeploy::DeploymentGroup",
        "waf": "AWS::WAFv2::WebACLAssociation",
        "key_groups": "AWS::CloudFront::KeyGroup",
        "domain": "AWS::ApiGateway::DomainName",
    }
    for what, kind in kinds.items():
        assert LEFT_OUT[what]
        assert not environments["local"].resources(kind), what
        assert environments["production"].resources(kind), what
    for stack, template in environments["production"].templates.items():
        if "eu-west-1" in stack or stack.endswith(("-recovery", "-copies")):
            continue  # see "backup" and "dns" above
        local = environments["local"].templates.get(stack)
        assert local, f"{stack} is not in the local cloud"
        assert {each["Type"] for each in local["Resources"].values()} <= {
            each["Type"] for each in template["Resources"].values()
        }
