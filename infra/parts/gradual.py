"""Blue/green: a release gets a tenth of the traffic more each minute, between two smoke tests."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import Duration, Stack
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_codedeploy as codedeploy
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_

HOOKS = Path(__file__).resolve().parents[1] / "hooks"
HOOK_SECONDS = 60
CONFIGURATION = codedeploy.LambdaDeploymentConfig.LINEAR_10_PERCENT_EVERY_1_MINUTE


def shift_gradually(
    stack: Stack, name: str, alias: lambda_.Alias, alarms: list[cloudwatch.IAlarm]
) -> codedeploy.LambdaDeploymentGroup:
    """Shift this alias to each new version so; a failed hook or an alarm takes it back."""
    before, after = (_hook(stack, name, alias, when) for when in ("before", "after"))
    group = codedeploy.LambdaDeploymentGroup(
        stack,
        f"{name}-shift",
        alias=alias,
        deployment_config=CONFIGURATION,
        alarms=alarms,
        auto_rollback=codedeploy.AutoRollbackConfig(
            failed_deployment=True, stopped_deployment=True, deployment_in_alarm=True
        ),
        pre_hook=before,
        post_hook=after,
    )
    for hook in (before, after):
        hook.add_to_role_policy(
            iam.PolicyStatement(
                actions=["codedeploy:GetDeployment"], resources=[group.deployment_group_arn]
            )
        )
    return group


def _hook(stack: Stack, name: str, alias: lambda_.Alias, when: str) -> lambda_.Function:
    function = lambda_.Function(
        stack,
        f"{name}-{when}-traffic",
        description=f"Tries out a new version of {name} {when} it gets traffic",
        runtime=lambda_.Runtime.PYTHON_3_12,
        architecture=lambda_.Architecture.ARM_64,
        code=lambda_.Code.from_asset(str(HOOKS)),
        handler=f"{when}_traffic.handler",
        timeout=Duration.seconds(HOOK_SECONDS),
        environment={"FUNCTION": alias.lambda_.function_name, "PROBE": name},
    )
    function.add_to_role_policy(
        iam.PolicyStatement(
            actions=["lambda:InvokeFunction"], resources=[f"{alias.lambda_.function_arn}:*"]
        )
    )
    return function
