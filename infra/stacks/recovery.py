"""Recovery: copies that nobody can delete, and the way to the second region when the first one is gone."""

from __future__ import annotations

from typing import Any

from aws_cdk import ArnFormat, CfnOutput, Duration, RemovalPolicy, Stack
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_backup as backup
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from constructs import Construct

from infra.environments import Environment
from infra.parts.front_door import ZONE, FrontDoor
from infra.stacks.data import DataStack
from infra.stacks.service import ServiceStack

_COLON = ArnFormat.COLON_RESOURCE_NAME
DAYS, MONTHS_DAYS = 35, 400  # that a day's and a month's copy are kept
LOCK_DAYS = 7  # within which no copy may be deleted by anyone
LOCK_CHANGE = 3  # days in which the lock itself may still be taken off
VAULT = "praxeo"
FAILURES = 3  # checks in a row, each ten seconds, until the second region takes over


class RecoveryStack(Stack):
    """The vault of one region and its part in the fail-over; in the first region the plan as well.

    Both regions read and write the same tables (global tables), so names lead to the second region by themselves, and
    what the first region did not get across in its last second is missing until it is back. Jobs are run by one region
    alone, `Environment.active_region`; a person has the other take over (docs/runbooks/regions.md).
    """

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        settings: Environment,
        data: DataStack,
        service: ServiceStack,
        **more: Any,
    ) -> None:
        super().__init__(scope, name, **more)
        self._settings, self._data, self._service = settings, data, service
        self.first = self.region == settings.region
        self.vault = vault(self, settings.keep)
        if self.first:
            self._plan()
        if settings.second_region:
            self._fail_over()

    def _plan(self) -> None:
        plan = backup.BackupPlan(
            self, "plan", backup_plan_name=self._settings.prefix, backup_vault=self.vault
        )
        elsewhere = self._copies()
        plan.add_rule(
            backup.BackupPlanRule(
                rule_name="each-day",
                schedule_expression=events.Schedule.cron(hour="2", minute="0"),
                start_window=Duration.hours(1),
                completion_window=Duration.hours(8),
                delete_after=Duration.days(DAYS),
                copy_actions=elsewhere,
            )
        )
        plan.add_rule(
            backup.BackupPlanRule(
                rule_name="each-month",
                schedule_expression=events.Schedule.cron(day="1", hour="4", minute="0"),
                start_window=Duration.hours(1),
                completion_window=Duration.hours(24),
                delete_after=Duration.days(MONTHS_DAYS),
                copy_actions=elsewhere,
            )
        )
        plan.add_selection(
            "everything",
            role=self._role(),
            resources=[
                *(backup.BackupResource.from_arn(each.table_arn) for each in self._data.tables),
                backup.BackupResource.from_arn(self._data.assets.bucket_arn),
                backup.BackupResource.from_arn(self._data.embeds.bucket_arn),
            ],
        )

    def _role(self) -> iam.Role:
        return iam.Role(
            self,
            "role-backup",
            assumed_by=iam.ServicePrincipal("backup.amazonaws.com"),
            managed_policies=[
                iam.ManagedPolicy.from_aws_managed_policy_name(name)
                for name in (
                    "service-role/AWSBackupServiceRolePolicyForBackup",
                    "AWSBackupServiceRolePolicyForS3Backup",
                )
            ],
        )

    def _copies(self) -> list[backup.BackupPlanCopyActionProps]:
        """One copy in another region, one in another account: neither a fire nor a thief has both."""
        places = []
        if self._settings.second_region:
            places.append(
                self.format_arn(
                    service="backup",
                    region=self._settings.second_region,
                    resource="backup-vault",
                    resource_name=VAULT,
                    arn_format=_COLON,
                )
            )
        if self._settings.backup_account:
            places.append(
                self.format_arn(
                    service="backup",
                    account=self._settings.backup_account,
                    resource="backup-vault",
                    resource_name=f"{VAULT}-copies",
                    arn_format=_COLON,
                )
            )
        return [
            backup.BackupPlanCopyActionProps(
                destination_backup_vault=backup.BackupVault.from_backup_vault_arn(
                    self, f"copies-{number}", place
                ),
                delete_after=Duration.days(DAYS),
            )
            for number, place in enumerate(places, 1)
        ]

    def _fail_over(self) -> None:
        """The names that both regions answer to lead to the first one for as long as it answers."""
        zone = route53.HostedZone.from_hosted_zone_attributes(
            self, "zone", hosted_zone_id=ZONE, zone_name=self._settings.domain
        )
        check = self._check(zone) if self.first else None
        for name, door in self._service.doors.items():
            domain = door.api.domain_name
            assert domain is not None
            route53.CfnRecordSet(  # the CDK's own record cannot say that the target is looked at
                self,
                f"address-{name}",
                hosted_zone_id=ZONE,
                name=f"{door.host}.",
                type="A",
                set_identifier=self.region,
                failover="PRIMARY" if self.first else "SECONDARY",
                health_check_id=check.health_check_id if check else None,
                alias_target=route53.CfnRecordSet.AliasTargetProperty(
                    dns_name=domain.domain_name_alias_domain_name,
                    hosted_zone_id=domain.domain_name_alias_hosted_zone_id,
                    evaluate_target_health=True,
                ),
            )

    def _check(self, zone: route53.IHostedZone) -> route53.HealthCheck:
        """Asks this region by a name of its own: the shared one would answer from the other region too."""
        host = f"embeds-{self.region}.{self._settings.domain}"
        self._own_name(host, zone)
        return route53.HealthCheck(
            self,
            "check",
            type=route53.HealthCheckType.HTTPS,
            fqdn=host,
            resource_path="/robots.txt",
            request_interval=Duration.seconds(10),
            failure_threshold=FAILURES,
            enable_sni=True,
        )

    def _own_name(self, host: str, zone: route53.IHostedZone) -> None:
        """The embeds of this region, and of no other, at this host."""
        door: FrontDoor = self._service.doors["embeds"]
        domain = apigateway.DomainName(
            self,
            "own-name",
            domain_name=host,
            certificate=acm.Certificate(
                self,
                "own-certificate",
                domain_name=host,
                validation=acm.CertificateValidation.from_dns(zone),
            ),
            endpoint_type=apigateway.EndpointType.REGIONAL,
            security_policy=apigateway.SecurityPolicy.TLS_1_2,
        )
        apigateway.BasePathMapping(
            self,
            "own-mapping",
            domain_name=domain,
            rest_api=door.api,
            stage=door.api.deployment_stage,
        )
        route53.ARecord(
            self,
            "own-address",
            zone=zone,
            record_name=f"{host}.",
            target=route53.RecordTarget.from_alias(targets.ApiGatewayDomain(domain)),
        )


class CopiesStack(Stack):
    """The vault in the account of the backups, into which production's account may copy and nothing else."""

    def __init__(self, scope: Construct, name: str, *, settings: Environment, **more: Any) -> None:
        super().__init__(scope, name, termination_protection=True, **more)
        made = vault(self, keep=True, name=f"{VAULT}-copies", lock=DAYS)
        made.add_to_access_policy(
            iam.PolicyStatement(
                sid="ProductionCopies",
                principals=[iam.AccountPrincipal(settings.account)],
                actions=["backup:CopyIntoBackupVault"],
                resources=["*"],
            )
        )
        CfnOutput(self, "vault-arn", value=made.backup_vault_arn)


def vault(
    stack: Stack, keep: bool, *, name: str = VAULT, lock: int = LOCK_DAYS
) -> backup.BackupVault:
    """A vault whose copies nobody can delete before their time, not even who may do everything."""
    fate = RemovalPolicy.RETAIN if keep else RemovalPolicy.DESTROY
    key = kms.Key(
        stack,
        "vault-key",
        description="Copies of everything that people have given to Praxeo",
        enable_key_rotation=True,
        removal_policy=fate,
    )
    return backup.BackupVault(
        stack,
        "vault",
        backup_vault_name=name,
        encryption_key=key,
        block_recovery_point_deletion=True,
        lock_configuration=backup.LockConfiguration(
            min_retention=Duration.days(lock), changeable_for=Duration.days(LOCK_CHANGE)
        )
        if keep
        else None,
        removal_policy=fate,
    )
