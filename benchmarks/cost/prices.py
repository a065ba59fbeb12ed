"""What AWS charges in each region, in US dollars without free tiers and discounts for volume.

They are the list prices known on the day given. `compared` names those that were found the same in public
texts; all others have to be compared with AWS's own pages before anyone plans with them.
"""

from __future__ import annotations

from dataclasses import dataclass

MILLION = 1_000_000
SECONDS_A_MONTH = 2_628_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Prices:
    """The prices of one region. Names end in what they are for."""

    region: str
    day: str
    compared: str
    dynamodb_write_million: float
    dynamodb_read_million: float
    dynamodb_gb_month: float
    dynamodb_backup_gb_month: float
    s3_write_thousand: float
    s3_read_thousand: float
    s3_gb_month: float
    sqs_million: float
    lambda_million: float
    lambda_gb_second: float
    lambda_kept_warm_gb_second: float
    api_gateway_million: float
    cloudfront_gb: float
    cloudfront_ten_thousand: float
    logs_gb: float
    between_regions_gb: float
    firewall_million: float
    fixed_month: float


# Firewall with five rules, two keys, two secrets, thirty-three alarms, a dashboard, a health check, a canary each five minutes.
_FIXED = 5 + 5 + 2 + 0.8 + 3 + 3 + 1 + 10.37

PRICES: dict[str, Prices] = {
    "us-east-1": Prices(
        region="us-east-1",
        day="2026-11-27",
        compared="DynamoDB units, S3 requests, Lambda, logs",
        dynamodb_write_million=0.625,
        dynamodb_read_million=0.125,
        dynamodb_gb_month=0.25,
        dynamodb_backup_gb_month=0.20,
        s3_write_thousand=0.005,
        s3_read_thousand=0.0004,
        s3_gb_month=0.023,
        sqs_million=0.40,
        lambda_million=0.20,
        lambda_gb_second=0.0000133334,
        lambda_kept_warm_gb_second=0.0000033334,
        api_gateway_million=3.50,
        cloudfront_gb=0.085,
        cloudfront_ten_thousand=0.0100,
        logs_gb=0.50,
        between_regions_gb=0.02,
        firewall_million=0.60,
        fixed_month=_FIXED,
    ),
    "eu-central-1": Prices(
        region="eu-central-1",
        day="2026-11-27",
        compared="none",
        dynamodb_write_million=0.7625,
        dynamodb_read_million=0.1525,
        dynamodb_gb_month=0.306,
        dynamodb_backup_gb_month=0.2448,
        s3_write_thousand=0.0054,
        s3_read_thousand=0.00043,
        s3_gb_month=0.0245,
        sqs_million=0.40,
        lambda_million=0.20,
        lambda_gb_second=0.0000133334,
        lambda_kept_warm_gb_second=0.0000033334,
        api_gateway_million=3.70,
        cloudfront_gb=0.085,
        cloudfront_ten_thousand=0.0120,
        logs_gb=0.63,
        between_regions_gb=0.02,
        firewall_million=0.60,
        fixed_month=_FIXED,
    ),
}
