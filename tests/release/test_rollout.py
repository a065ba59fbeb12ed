"""A bad release is taken back by a hook or an alarm, a good one arrives, and no request is lost; simulated."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from releases import Fault, Release, World, renamed

from infra.parts.alarm_rules import FAILED, AlarmRule
from tests.release.simulation.metrics import Metrics
from tests.release.simulation.plan import SETTLED, plan_of
from tests.release.simulation.traffic import Reply

pytestmark = pytest.mark.nightly
FAILURE = Reply(status=500, body=b"{}", seconds=0.05, version="new")
CRASH = Reply(status=502, body=b"{}", seconds=0.05, version="new", crashed=True)


def each(nth: int, planted: Reply | float) -> Fault:
    return lambda number, _request: planted if number % nth == 0 else None


def checked(world: World) -> World:
    """Nothing is lost: every request has its answer, and every answer that promised something kept it."""
    assert len(world.replies) == world.alias.asked
    assert world.saved
    assert world.unreadable(world.old) == []
    return world


def test_a_good_release_arrives_in_ten_steps_and_no_request_is_lost() -> None:
    world = World()
    deployment = world.release(new := Release("new", world.outside), SETTLED)
    assert deployment.state == "succeeded"
    steps = [what for _, what in deployment.log]
    assert steps == [*(f"{percent} %" for percent in range(10, 101, 10)), "succeeded"]
    took = deployment.log[-1][0] - deployment.log[0][0]
    assert took == 10 * 60
    assert {reply.status for reply in checked(world).replies} == {200, 201}
    moved = sum(reply.version == "new" for reply in world.replies)
    assert 0.4 < moved / len(world.replies) < 0.6  # half on the way
    assert world.alias.stable is new
    assert world.unreadable(new) == []


@pytest.mark.parametrize(
    ("fault", "reason", "percent_max", "hurt_max"),
    [
        pytest.param(each(20, FAILURE), "alarm server-errors", 50, 0.02, id="5 % errors"),
        pytest.param(each(3, 5.0), "alarm slow", 40, 0.0, id="slow"),
        pytest.param(each(20, CRASH), "alarm errors", 40, 0.01, id="5 % crashes"),
    ],
)
def test_a_release_that_shows_its_fault_under_traffic_is_taken_back_by_an_alarm(
    fault: Fault, reason: str, percent_max: int, hurt_max: float
) -> None:
    world = World()
    new = Release("new", world.outside, fault=lambda number, request: None)
    hidden = 10  # the smoke test sees none of it
    new.fault = lambda number, request: fault(number, request) if number > hidden else None
    deployment = world.release(new, SETTLED)
    assert (deployment.state, deployment.reason) == ("rolled_back", reason)
    reached = max(int(what.split()[0]) for _, what in deployment.log if what.endswith("%"))
    assert reached <= percent_max
    hurt = sum(reply.status >= 500 for reply in checked(world).replies)
    assert hurt / len(world.replies) <= hurt_max
    asked = new.asked
    world.people(30)
    assert new.asked == asked  # nobody reaches it any more


def test_a_release_that_fails_its_smoke_test_gets_no_traffic() -> None:
    world = World()
    new = Release("new", world.outside, fault=lambda _n, r: FAILURE if "health" in r.path else None)
    deployment = world.release(new, SETTLED)
    assert deployment.state == "rolled_back"
    assert deployment.reason.startswith("before traffic: /v1/health: status 500")
    assert {reply.version for reply in checked(world).replies} == {"old"}


def test_a_release_that_cannot_read_what_is_stored_gets_no_traffic() -> None:
    """Contract before migrate: the smoke test reads the newest records that the release before wrote."""
    world = World()
    world.old.changes = renamed("expand")
    deployment = world.release(Release("new", world.outside, changes=renamed("contract")), SETTLED)
    assert deployment.state == "rolled_back"
    assert "/v1/projects" in deployment.reason
    assert {reply.version for reply in checked(world).replies} == {"old"}


def test_a_release_that_writes_what_the_one_before_cannot_read_is_taken_back_but_leaves_it_there() -> (
    None
):
    """Migrate without expand. Only the order of phases helps against that, no roll-back does."""
    world = World()
    new = Release("new", world.outside, changes=renamed("migrate"))
    deployment = world.release(new, SETTLED)
    assert (deployment.state, deployment.reason) == ("rolled_back", "alarm server-errors")
    assert world.unreadable(world.old)
    assert world.unreadable(new) == []

    world = World()
    world.old.changes = renamed("expand")
    new = Release("new", world.outside, changes=renamed("migrate"))
    assert world.release(new, SETTLED).state == "succeeded"
    assert {reply.status for reply in checked(world).replies} == {200, 201}


def test_a_person_and_the_hook_after_traffic_take_a_release_back_too() -> None:
    world = World()
    new = Release("new", world.outside)
    deployment = world.release(new, SETTLED, after=lambda _version: ["The canary is red."])
    assert (deployment.state, deployment.percent) == ("rolled_back", 0)
    assert deployment.reason == "after traffic: The canary is red."
    checked(world)

    world.deployment = None
    quick = replace(SETTLED, percent=50)
    stopped = world.release(Release("newer", world.outside), quick, after=lambda _version: [])
    assert stopped.state == "succeeded"
    stopped.stop()  # too late: nothing happens
    assert stopped.state == "succeeded"


def test_without_the_event_in_its_settings_a_release_stays_where_an_alarm_met_it() -> None:
    """So the settings matter: the simulation does not roll back by itself."""
    world = World()
    plan = replace(SETTLED, rolls_back=frozenset({"DEPLOYMENT_FAILURE"}))
    deployment = world.release(Release("new", world.outside, fault=each(3, 5.0)), plan)
    assert deployment.state == "stopped"
    assert world.alias.share > 0

    world = World()
    blind = replace(SETTLED, alarms=(FAILED,))  # Lambda's own errors alone
    new = Release("new", world.outside, fault=each(20, FAILURE))
    deployment = world.release(new, blind, after=lambda _version: [])
    assert deployment.state == "succeeded"  # five in a hundred fail, and nobody notices


def test_an_alarm_needs_enough_minutes_and_sees_them_late() -> None:
    metrics = Metrics()
    rule = AlarmRule(
        name="r", namespace="n", metric="m", statistic="Average", threshold=0.5, of=2, among=3
    )
    for minute, value in enumerate((1.0, 0.0, 1.0)):
        metrics.put("m", value, minute * 60 + 1)
    assert not metrics.in_alarm(rule, 180)  # the third minute is not to be seen yet
    assert metrics.in_alarm(rule, 215)
    assert not metrics.in_alarm(rule, 300)  # its first has left the window
    assert not Metrics().in_alarm(rule, 600)


def template(**changes: Any) -> dict[str, Any]:
    alarm = {
        "Namespace": "AWS/Lambda",
        "MetricName": "Errors",
        "Statistic": "Average",
        "Threshold": 0.01,
        "Period": 60,
        "EvaluationPeriods": 1,
        "ComparisonOperator": "GreaterThanOrEqualToThreshold",
        "TreatMissingData": "notBreaching",
    } | changes
    group = {
        "DeploymentConfigName": "CodeDeployDefault.LambdaLinear10PercentEvery1Minute",
        "AlarmConfiguration": {"Enabled": True, "Alarms": [{"Name": {"Ref": "alarm"}}]},
        "AutoRollbackConfiguration": {"Enabled": True, "Events": sorted(SETTLED.rolls_back)},
    }
    update = {
        "DeploymentGroupName": {"Ref": "group"},
        "BeforeAllowTrafficHook": {"Ref": "before"},
        "AfterAllowTrafficHook": {"Ref": "after"},
    }
    return {
        "Resources": {
            "apilive1": {
                "Type": "AWS::Lambda::Alias",
                "UpdatePolicy": {"CodeDeployLambdaAliasUpdate": update},
            },
            "group": {"Type": "AWS::CodeDeploy::DeploymentGroup", "Properties": group},
            "alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": alarm},
        }
    }


def test_a_plan_is_read_from_a_template_and_only_what_is_simulated_as_it_is() -> None:
    plan = plan_of(template(), "api")
    assert plan == replace(SETTLED, alarms=(replace(FAILED, name="Errors"),))
    for change in ({"Period": 300}, {"TreatMissingData": "missing"}):
        with pytest.raises(ValueError):
            plan_of(template(**change), "api")
    canary = template()
    name = "CodeDeployDefault.LambdaCanary10Percent5Minutes"
    canary["Resources"]["group"]["Properties"]["DeploymentConfigName"] = name
    with pytest.raises(ValueError, match="not shifted in equal steps"):
        plan_of(canary, "api")


def test_requests_that_run_when_a_release_goes_back_run_to_their_end() -> None:
    world = World()
    slow = Release("new", world.outside, fault=each(1, 20.0))
    world.alias.new, world.alias.share = slow, 1.0
    world.people(2)
    world.alias.new, world.alias.share = None, 0.0  # back at once
    running = world.alias.asked - len(world.replies)
    assert running == 2
    world.people(30)
    world.alias.settle(all_of_them=True)
    assert sum(reply.version == "new" for reply in world.replies) == 2
    assert all(reply.status < 300 for reply in checked(world).replies)
