"""Data: tables and buckets, which outlive every release. Nothing here is made anew to be changed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_ecr as ecr
from aws_cdk import aws_iam as iam
from aws_cdk import aws_kms as kms
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.environments import Environment
from praxeo.adapters.dynamodb_definition import EXPIRES, table_definition
from praxeo.adapters.dynamodb_usage import usage_definition
from praxeo.domain.catalog import TABLES, Table

INCOMING = "incoming"  # where the S3 adapter gathers what comes in pieces
COMPLETIONS_DAYS = 90  # as long as the records that name them
OLD_VERSIONS_DAYS = 30  # of an object, after it was replaced or deleted
KEY_ALIAS = "alias/praxeo-data"
FRONT_END = "frontend"
CHECKSUM = "x-amz-checksum-sha256"  # which an upload has to send
# The key of the second region, which has to be there before the first one's tables: docs/runbooks/regions.md.
SECOND_KEY = os.environ.get(
    "PRAXEO_SECOND_KEY_ARN",
    "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-0000-0000-000000000000",
)


class DataStack(Stack):
    """The tables (in the first region, with their replicas) and the buckets of one region."""

    def __init__(self, scope: Construct, name: str, *, settings: Environment, **more: Any) -> None:
        super().__init__(scope, name, termination_protection=settings.keep, **more)
        self._settings = settings
        self._prefix = settings.prefix_in(self.region)
        self._fate = RemovalPolicy.RETAIN if settings.keep else RemovalPolicy.DESTROY
        self.key = kms.Key(
            self,
            "Key",
            alias=KEY_ALIAS,
            description="Everything that people have given to Praxeo",
            enable_key_rotation=True,
            removal_policy=self._fate,
        )
        self.key.grant_decrypt(_cloudfront(self.account))
        first = self.region == settings.region
        self.tables = [*map(self._table, TABLES), self._usage()] if first else []
        self.images = self._images()
        self.access_log = self._access_log()
        self.assets = self._assets()
        self.embeds = self._bucket("embeds", self.access_log)
        self.front_end = self._bucket(FRONT_END, self.access_log)
        for bucket in (self.embeds, self.front_end):
            bucket.add_to_resource_policy(
                iam.PolicyStatement(
                    sid="CloudFrontReads",
                    principals=[_cloudfront(self.account)],
                    actions=["s3:GetObject"],
                    resources=[bucket.arn_for_objects("*")],
                )
            )

    def _images(self) -> ecr.Repository:
        return ecr.Repository(
            self,
            "images",
            repository_name=f"{self._prefix}-worker",
            image_scan_on_push=True,
            image_tag_mutability=ecr.TagMutability.IMMUTABLE,
            encryption=ecr.RepositoryEncryption.KMS,
            encryption_key=self.key,
            removal_policy=self._fate,
        )

    def _assets(self) -> s3.Bucket:
        return self._bucket(
            "assets",
            self.access_log,
            rules=[
                # An upload that broke off leaves its pieces there.
                s3.LifecycleRule(prefix=f"{INCOMING}/", expiration=Duration.days(1)),
                s3.LifecycleRule(prefix="completions/", expiration=Duration.days(COMPLETIONS_DAYS)),
            ],
            # An address says who may have what, not a page's origin; led there by the API, a browser names none.
            cors=[
                _pages_may(s3.HttpMethods.PUT, self._settings.origin, ["content-type", CHECKSUM]),
                _pages_may(s3.HttpMethods.GET, "*", []),
            ],
        )

    def _table(self, table: Table) -> dynamodb.TableV2:
        definition = table_definition(self._settings.prefix, table)
        kinds = {
            each["AttributeName"]: each["AttributeType"]
            for each in definition["AttributeDefinitions"]
        }
        assert set(kinds.values()) == {"S"}
        return self._made(
            f"table-{table.name}",
            definition,
            expires=bool(table.keep_days),
            global_secondary_indexes=[
                _index(each) for each in definition["GlobalSecondaryIndexes"]
            ],
        )

    def _usage(self) -> dynamodb.TableV2:
        """Where visits are counted, beside the tables of the catalog."""
        definition = usage_definition(self._settings.prefix)
        within = definition["KeySchema"][1]["AttributeName"]
        return self._made("table-usage", definition, expires=True, sort_key=_attribute(within))

    def _made(
        self, name: str, definition: dict[str, Any], *, expires: bool, **more: Any
    ) -> dynamodb.TableV2:
        replicas = self._settings.second_region
        return dynamodb.TableV2(
            self,
            name,
            table_name=definition["TableName"],
            partition_key=_attribute(definition["KeySchema"][0]["AttributeName"]),
            billing=dynamodb.Billing.on_demand(),
            encryption=dynamodb.TableEncryptionV2.customer_managed_key(
                self.key, {replicas: SECOND_KEY} if replicas else None
            ),
            point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
                point_in_time_recovery_enabled=True
            ),
            deletion_protection=self._settings.keep,
            removal_policy=self._fate,
            time_to_live_attribute=EXPIRES if expires else None,
            replicas=[dynamodb.ReplicaTableProps(region=replicas)] if replicas else None,
            **more,
        )

    def _bucket(
        self,
        name: str,
        access_log: s3.Bucket,
        *,
        rules: Sequence[s3.LifecycleRule] = (),
        cors: Sequence[s3.CorsRule] = (),
    ) -> s3.Bucket:
        bucket = s3.Bucket(
            self,
            f"bucket-{name}",
            bucket_name=f"{self._prefix}-{name}",
            versioned=True,
            encryption=s3.BucketEncryption.KMS,
            encryption_key=self.key,
            bucket_key_enabled=True,
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            minimum_tls_version=None if self._settings.local else 1.2,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            server_access_logs_bucket=access_log,
            server_access_logs_prefix=f"{name}/",
            removal_policy=self._fate,
            cors=cors or None,
            replication_rules=self._replication(name),
            lifecycle_rules=[
                *rules,
                s3.LifecycleRule(
                    abort_incomplete_multipart_upload_after=Duration.days(1),
                    noncurrent_version_expiration=Duration.days(OLD_VERSIONS_DAYS),
                ),
            ],
        )
        role = bucket.node.try_find_child("ReplicationRole")
        if role is not None:  # the CDK gives the roles of all buckets one and the same name
            role.node.default_child.add_property_deletion_override("RoleName")  # type: ignore[union-attr]
        return bucket

    def _replication(self, name: str) -> list[s3.ReplicationRule] | None:
        """To the bucket of the same use in the second region, from the first one alone."""
        second = self._settings.second_region
        if not second or self.region != self._settings.region:
            return None
        there = f"{self._settings.prefix_in(second)}-{name}"
        return [
            s3.ReplicationRule(
                destination=s3.Bucket.from_bucket_name(self, f"{name} there", there),
                kms_key=kms.Key.from_key_arn(self, f"key of {name} there", SECOND_KEY),
                sse_kms_encrypted_objects=True,
                replication_time_control=s3.ReplicationTimeValue.FIFTEEN_MINUTES,
                metrics=s3.ReplicationTimeValue.FIFTEEN_MINUTES,
                delete_marker_replication=True,
                priority=1,
            )
        ]

    def _access_log(self) -> s3.Bucket:
        return s3.Bucket(
            self,
            "access-log",
            bucket_name=f"{self._prefix}-access-log",
            encryption=s3.BucketEncryption.S3_MANAGED,  # log delivery takes no customer's key
            block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
            enforce_ssl=True,
            object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
            removal_policy=self._fate,
            lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(self._settings.log_days))],
        )


def _pages_may(method: s3.HttpMethods, origin: str, headers: list[str]) -> s3.CorsRule:
    return s3.CorsRule(
        allowed_methods=[method],
        allowed_origins=[origin],
        allowed_headers=headers or None,
        exposed_headers=["ETag"],
        max_age=600,
    )


def _attribute(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)


def _index(index: dict[str, Any]) -> dynamodb.GlobalSecondaryIndexPropsV2:
    key, within = (each["AttributeName"] for each in index["KeySchema"])
    assert index["Projection"]["ProjectionType"] == "KEYS_ONLY"
    return dynamodb.GlobalSecondaryIndexPropsV2(
        index_name=index["IndexName"],
        partition_key=_attribute(key),
        sort_key=_attribute(within),
        projection_type=dynamodb.ProjectionType.KEYS_ONLY,
    )


def _cloudfront(account: str) -> iam.IPrincipal:
    """CloudFront, on behalf of a distribution of this account; it signs what it asks of a bucket."""
    anyone = f"arn:aws:cloudfront::{account}:distribution/*"
    return iam.PrincipalWithConditions(
        iam.ServicePrincipal("cloudfront.amazonaws.com"), {"StringLike": {"aws:SourceArn": anyone}}
    )
