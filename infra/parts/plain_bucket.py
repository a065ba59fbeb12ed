"""A bucket for what is made anew at any time: pages of a canary's runs, the status page."""

from __future__ import annotations

from aws_cdk import Duration, RemovalPolicy, Stack
from aws_cdk import aws_s3 as s3


def plain_bucket(
    stack: Stack, prefix: str, name: str, access_log: s3.IBucket, *, expires: int = 0
) -> s3.Bucket:
    """For what is made anew at any time; nobody's data is in it, so Amazon's own key is enough."""
    return s3.Bucket(
        stack,
        f"bucket-{name}",
        bucket_name=f"{prefix}-{name}",
        encryption=s3.BucketEncryption.S3_MANAGED,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        server_access_logs_bucket=s3.Bucket.from_bucket_name(
            stack, f"log-of-{name}", access_log.bucket_name
        ),
        server_access_logs_prefix=f"{name}/",
        removal_policy=RemovalPolicy.DESTROY,
        lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(expires))] if expires else None,
    )
