"""Web: what browsers reach. The studio's files and the embeds, each on a distribution of its own."""

from __future__ import annotations

import os
from typing import Any

from aws_cdk import CfnOutput, Duration, Stack
from aws_cdk import aws_certificatemanager as acm
from aws_cdk import aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from aws_cdk import aws_route53 as route53
from aws_cdk import aws_route53_targets as targets
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.environments import Environment
from infra.local_cloud import has
from infra.parts.front_door import ZONE
from infra.stacks.data import DataStack
from infra.stacks.service import ServiceStack
from praxeo.domain.app_policy import APP_HEADERS, POLICY, WRAPPER_HEADERS, framed_by
from praxeo.embeds.delivery import RULES_HOLD_SECONDS

# CloudFront takes certificates of one region alone: docs/runbooks/regions.md.
CERTIFICATE = os.environ.get(
    "PRAXEO_CERTIFICATE_ARN",
    "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000",
)
# Keys that sign the addresses of private embeds, newest first. Two, so that one can follow the other: what the
# old one signed is good until it is taken out.
SIGNING_KEYS = tuple(filter(None, os.environ.get("PRAXEO_SIGNING_KEYS", "").split("\n\n")))
EXAMPLE_KEY = """-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAudf8/iNkQgdvjEdm6xYS
JAyxd/kGTbJfQNg9YhInb7TSm0dGu0yx8yZ3fnpmxuRPqJIlaVr+fT4YRl71gEYa
dlhHmnVegyPNjP9dNqZ7zwNqMEPOPnS/NOHbJj1KYKpn1f8pPNycQ5MQCntKGnSj
6fc+nbcC0joDvGz80xuy1W4hLV9oC9c3GT26xfZb2jy9MVtA3cppNuTwqrFi3t6e
0iGpraxZlT5wewjZLpQkngqYr6s3aucPAZVsGTEYPo4nD5mswmtZOm+tgcOrivtD
/3sD/qZLQ6c5siqyS8aTraD6y+VXugujfarTU65IeZ6QAUbLMsWuZOIi5Jn8zAwx
NQIDAQAB
-----END PUBLIC KEY-----"""
YEAR = Duration.days(365)
VIEWER_ADDRESS = "CloudFront-Viewer-Address"
PAGES = {POLICY: "frame-ancestors 'self'"}
APPS = framed_by("'self'")


class WebStack(Stack):
    """The distributions `domain` and `embeds.domain`. `front_end` is the prefix of the release that is shown."""

    def __init__(
        self,
        scope: Construct,
        name: str,
        *,
        settings: Environment,
        data: DataStack,
        service: ServiceStack,
        front_end: str,
        **more: Any,
    ) -> None:
        super().__init__(scope, name, **more)
        self._settings = settings
        self._log = s3.Bucket.from_bucket_name(self, "log", data.access_log.bucket_name)
        self.studio = self._studio(data, front_end)
        self.embeds = self._embeds(service) if has(settings, "origin_api") else None
        CfnOutput(self, "studio-address", value=self.studio.distribution_domain_name)

    def _studio(self, data: DataStack, front_end: str) -> cloudfront.Distribution:
        bucket = s3.Bucket.from_bucket_attributes(
            self, "front-end", bucket_name=data.front_end.bucket_name, region=data.region
        )
        origin = origins.S3BucketOrigin.with_origin_access_control(
            bucket, origin_path=f"/{front_end}"
        )
        pages: dict[str, Any] = {
            "origin": origin,
            "viewer_protocol_policy": cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            "allowed_methods": cloudfront.AllowedMethods.ALLOW_GET_HEAD,
            "compress": True,
            "cache_policy": cloudfront.CachePolicy.CACHING_OPTIMIZED,
        }
        return self._distribution(
            "studio",
            self._settings.domain,
            default_behavior=cloudfront.BehaviorOptions(
                **pages, response_headers_policy=self._headers("headers", PAGES)
            ),
            # Apps of the samples: never with the rights of the studio's origin.
            additional_behaviors={
                "/gallery/*": cloudfront.BehaviorOptions(
                    **pages, response_headers_policy=self._headers("app-headers", APPS)
                )
            },
            default_root_object="index.html",
            # The studio finds its own way: what is no file is one of its pages. A bucket that may not be listed says 403.
            error_responses=[
                cloudfront.ErrorResponse(
                    http_status=status,
                    response_http_status=200,
                    response_page_path="/index.html",
                    ttl=Duration.seconds(10),
                )
                for status in (403, 404)
            ],
        )

    def _embeds(self, service: ServiceStack) -> cloudfront.Distribution:
        origin = origins.HttpOrigin(
            service.doors["embeds"].host,
            origin_ssl_protocols=[cloudfront.OriginSslPolicy.TLS_V1_2],
            protocol_policy=cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        )
        plain: dict[str, Any] = {
            "origin": origin,
            "viewer_protocol_policy": cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
            "allowed_methods": cloudfront.AllowedMethods.ALLOW_GET_HEAD,
            "compress": True,
            "cache_policy": self._cache(),
            # The language of its notices.
            "origin_request_policy": self._learns("embeds-asked", "Accept-Language"),
        }
        return self._distribution(
            "embeds",
            f"embeds.{self._settings.domain}",
            default_behavior=cloudfront.BehaviorOptions(
                **plain, response_headers_policy=self._told("page-headers", WRAPPER_HEADERS)
            ),
            additional_behaviors=self._below(plain),
        )

    def _below(self, plain: dict[str, Any]) -> dict[str, cloudfront.BehaviorOptions]:
        """What is asked of the embeds beside their pages."""
        keys = [
            cloudfront.PublicKey(self, f"signing-key-{number}", encoded_key=key)
            for number, key in enumerate(SIGNING_KEYS or (EXAMPLE_KEY,), 1)
        ]
        return {
            # Whatever is answered below it has no rights, even if the function forgot to say so.
            "/a/*": cloudfront.BehaviorOptions(
                **plain,
                response_headers_policy=self._told("embed-headers", APP_HEADERS, at_least=True),
            ),
            # What opens with a ticket is under an address that is signed as well: who has none never reaches
            # the function, which asks for the ticket itself.
            "/p/*": cloudfront.BehaviorOptions(
                **plain,
                trusted_key_groups=[cloudfront.KeyGroup(self, "signers", items=keys)],
                response_headers_policy=self._told("private-headers", APP_HEADERS, at_least=True),
            ),
            # What editors ask about an address: the only query that is listened to.
            "/oembed": cloudfront.BehaviorOptions(**{**plain, "cache_policy": self._answers()}),
            # Where a password becomes a ticket; guesses are counted by where they come from.
            "/t/*": self._never_kept(plain, "embeds-knocking", VIEWER_ADDRESS),
            # Where the films are of apps that play their recordings, and the pieces of those that are open.
            "/f/*": self._never_kept(plain, "embeds-playing", "Range"),
            # Where visits tell of themselves. Robots are known by what they call themselves, which is stored nowhere.
            "/v/*": self._never_kept(plain, "embeds-telling", "User-Agent"),
        }

    def _never_kept(
        self, plain: dict[str, Any], name: str, header: str
    ) -> cloudfront.BehaviorOptions:
        """What is sent as well as asked, and answered anew each time; the function learns this header."""
        return cloudfront.BehaviorOptions(
            **{
                **plain,
                "allowed_methods": cloudfront.AllowedMethods.ALLOW_ALL,
                "cache_policy": cloudfront.CachePolicy.CACHING_DISABLED,
                "origin_request_policy": self._learns(name, header),
            }
        )

    def _cache(self) -> cloudfront.CachePolicy:
        """What the function lets shared caches keep, and never longer than a rule may take to hold.

        An app is served only into a frame, so what asks for it tells answers apart. Cookies and queries reach neither
        the function nor any log.
        """
        return cloudfront.CachePolicy(
            self,
            "embeds-cache",
            min_ttl=Duration.seconds(0),
            default_ttl=Duration.seconds(0),
            max_ttl=Duration.seconds(RULES_HOLD_SECONDS),
            header_behavior=cloudfront.CacheHeaderBehavior.allow_list("Sec-Fetch-Dest"),
            cookie_behavior=cloudfront.CacheCookieBehavior.none(),
            query_string_behavior=cloudfront.CacheQueryStringBehavior.none(),
            enable_accept_encoding_brotli=True,
            enable_accept_encoding_gzip=True,
        )

    def _answers(self) -> cloudfront.CachePolicy:
        """What the function lets shared caches keep of what editors ask, each question apart."""
        return cloudfront.CachePolicy(
            self,
            "questions-cache",
            min_ttl=Duration.seconds(0),
            default_ttl=Duration.seconds(0),
            max_ttl=Duration.seconds(RULES_HOLD_SECONDS),
            header_behavior=cloudfront.CacheHeaderBehavior.none(),
            cookie_behavior=cloudfront.CacheCookieBehavior.none(),
            query_string_behavior=cloudfront.CacheQueryStringBehavior.allow_list(
                "url", "format", "maxwidth", "maxheight"
            ),
        )

    def _learns(self, name: str, header: str) -> cloudfront.OriginRequestPolicy:
        """All that the function learns of a visitor beside path and body: this header."""
        return cloudfront.OriginRequestPolicy(
            self,
            name,
            header_behavior=cloudfront.OriginRequestHeaderBehavior.allow_list(header),
            cookie_behavior=cloudfront.OriginRequestCookieBehavior.none(),
            query_string_behavior=cloudfront.OriginRequestQueryStringBehavior.none(),
        )

    def _distribution(self, name: str, domain: str, **more: Any) -> cloudfront.Distribution:
        named = has(self._settings, "domain")
        logged = has(self._settings, "logging")
        made = cloudfront.Distribution(
            self,
            name,
            comment=f"{self._settings.prefix}: {name}",
            http_version=cloudfront.HttpVersion.HTTP2_AND_3,
            price_class=cloudfront.PriceClass.PRICE_CLASS_100,
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021
            if named
            else None,
            domain_names=[domain] if named else None,
            certificate=acm.Certificate.from_certificate_arn(
                self, f"{name}-certificate", CERTIFICATE
            )
            if named
            else None,
            enable_logging=False if not logged else None,
            **more,
        )
        if named:
            zone = route53.HostedZone.from_hosted_zone_attributes(
                self, f"{name}-zone", hosted_zone_id=ZONE, zone_name=self._settings.domain
            )
            for kind in (route53.ARecord, route53.AaaaRecord):
                kind(
                    self,
                    f"{name}-{kind.__name__}",
                    zone=zone,
                    record_name=domain,
                    target=route53.RecordTarget.from_alias(targets.CloudFrontTarget(made)),
                )
        return made

    def _headers(self, name: str, told: dict[str, str]) -> cloudfront.ResponseHeadersPolicy:
        """What a page cannot say of itself; what the studio may load stands in index.html."""
        return self._told(
            name,
            told,
            content_type_options=cloudfront.ResponseHeadersContentTypeOptions(override=True),
            referrer_policy=cloudfront.ResponseHeadersReferrerPolicy(
                referrer_policy=cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override=True
            ),
            frame_options=cloudfront.ResponseHeadersFrameOptions(
                frame_option=cloudfront.HeadersFrameOption.SAMEORIGIN, override=True
            ),
        )

    def _told(
        self, name: str, told: dict[str, str], *, at_least: bool = False, **security: Any
    ) -> cloudfront.ResponseHeadersPolicy:
        """A policy that says these headers, and to come by TLS alone, whatever the origin says of these."""
        custom = [
            cloudfront.ResponseCustomHeader(header=header, value=value, override=True)
            for header, value in told.items()
            if header != POLICY
        ]
        security["strict_transport_security"] = cloudfront.ResponseHeadersStrictTransportSecurity(
            access_control_max_age=YEAR, include_subdomains=True, override=True
        )
        if POLICY in told:
            security["content_security_policy"] = cloudfront.ResponseHeadersContentSecurityPolicy(
                # What the function says itself says more: which pages may frame this app.
                content_security_policy=told[POLICY],
                override=not at_least,
            )
        more = cloudfront.ResponseCustomHeadersBehavior(custom_headers=custom) if custom else None
        safe = cloudfront.ResponseSecurityHeadersBehavior(**security)
        return cloudfront.ResponseHeadersPolicy(
            self, name, custom_headers_behavior=more, security_headers_behavior=safe
        )
