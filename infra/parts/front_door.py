"""A REST API before one function: its own domain, limits, access log and firewall."""

from __future__ import annotations

import os

from aws_cdk import RemovalPolicy
from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from aws_cdk import aws_wafv2 as waf
from constructs import Construct

from infra.environments import Environment
from infra.local_cloud import has
from infra.parts.firewall import rules, visible

ZONE = os.environ.get("PRAXEO_ZONE_ID", "Z0000000EXAMPLE")
# Praxeo has no accounts yet: whoever reaches the API may do everything. So nobody does unless named here.
NETWORKS = [*filter(None, os.environ.get("PRAXEO_NETWORKS", "").split(","))]
BURST = 2  # times the requests of a second


class FrontDoor(Construct):
    """The API of one function, at the name `host`: the embeds' stands behind CloudFront, which has the plain name."""

    def __init__(
        self, scope: Construct, id: str, *, settings: Environment, name: str, alias: lambda_.Alias
    ) -> None:
        super().__init__(scope, id)
        behind = {"api": "api", "embeds": "embeds-origin"}
        self.host = f"{behind[name]}.{settings.domain}"
        self.api = apigateway.LambdaRestApi(
            self,
            "api",
            handler=alias,  # type: ignore[arg-type]
            rest_api_name=f"{settings.prefix}-{name}",
            binary_media_types=["*/*"],
            disable_execute_api_endpoint=has(settings, "domain"),
            endpoint_types=[apigateway.EndpointType.REGIONAL],
            cloud_watch_role=False,
            deploy_options=self._stage(settings, name),
        )
        self.api.add_request_validator(
            "validator", validate_request_body=True, validate_request_parameters=True
        )
        self._plan(settings, name)
        if has(settings, "domain"):
            self._name(settings)
        if has(settings, "waf"):
            self._guard(name)

    def _stage(self, settings: Environment, name: str) -> apigateway.StageOptions:
        log = logs.LogGroup(
            self,
            "log",
            log_group_name=f"/praxeo/{settings.prefix}-{name}-access",
            retention=logs.RetentionDays.ONE_MONTH,
            removal_policy=RemovalPolicy.DESTROY,
        )
        logged = has(settings, "logging")
        return apigateway.StageOptions(
            stage_name="live",
            throttling_rate_limit=settings.requests_per_second,
            throttling_burst_limit=settings.requests_per_second * BURST,
            tracing_enabled=has(settings, "xray"),
            metrics_enabled=True,
            access_log_destination=apigateway.LogGroupLogDestination(log) if logged else None,  # type: ignore[arg-type]
            access_log_format=_LOG if logged else None,
        )

    def _plan(self, settings: Environment, name: str) -> None:
        self.api.add_usage_plan(
            "plan",
            name=f"{settings.prefix}-{name}",
            description="Programs that bring a key of their own",
            throttle=apigateway.ThrottleSettings(
                rate_limit=settings.requests_per_second / 2,
                burst_limit=settings.requests_per_second,
            ),
            quota=apigateway.QuotaSettings(limit=1_000_000, period=apigateway.Period.DAY),
            api_stages=[apigateway.UsagePlanPerApiStage(stage=self.api.deployment_stage)],
        )

    def _name(self, settings: Environment) -> None:
        zone = route53.HostedZone.from_hosted_zone_attributes(
            self, "zone", hosted_zone_id=ZONE, zone_name=settings.domain
        )
        certificate = acm.Certificate(
            self,
            "certificate",
            domain_name=self.host,
            validation=acm.CertificateValidation.from_dns(zone),
        )
        domain = self.api.add_domain_name(
            "domain",
            domain_name=self.host,
            certificate=certificate,
            endpoint_type=apigateway.EndpointType.REGIONAL,
            security_policy=apigateway.SecurityPolicy.TLS_1_2,
        )
        if not settings.second_region:  # else the recovery stack leads there
            route53.ARecord(
                self,
                "address",
                zone=zone,
                record_name=self.host,
                target=route53.RecordTarget.from_alias(targets.ApiGatewayDomain(domain)),
            )

    def _networks(self, name: str) -> waf.CfnIPSet | None:
        """Who may use the API; None for the embeds, which are everybody's."""
        if name == "embeds":
            return None
        return waf.CfnIPSet(
            self, "networks", scope="REGIONAL", ip_address_version="IPV4", addresses=NETWORKS
        )

    def _guard(self, name: str) -> None:
        networks = self._networks(name)
        firewall = waf.CfnWebACL(
            self,
            "firewall",
            scope="REGIONAL",
            default_action=waf.CfnWebACL.DefaultActionProperty(
                **({"block": {}} if networks else {"allow": {}})
            ),
            visibility_config=visible(f"{name}-firewall"),
            rules=rules(networks),
        )
        waf.CfnWebACLAssociation(
            self,
            "guarded",
            resource_arn=self.api.deployment_stage.stage_arn,
            web_acl_arn=firewall.attr_arn,
        )


_LOG = apigateway.AccessLogFormat.json_with_standard_fields(
    caller=False,
    http_method=True,
    ip=False,  # personal data; the firewall sees it and forgets it
    protocol=True,
    request_time=True,
    resource_path=True,
    response_length=True,
    status=True,
    user=False,
)
