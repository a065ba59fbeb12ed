"""ENVIRONMENTS: all in which development, staging, production and the local cloud differ, in one table.

Account numbers and domains are read from the environment at synthesis, so that the repository holds none; what
stands here in their place is Amazon's example account and a domain that nobody can own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from praxeo.domain.jobs import LANES
from praxeo.domain.records import Lane

EXAMPLE_ACCOUNT = "111122223333"
EXAMPLE_DOMAIN = "praxeo.example"
REGION = "eu-central-1"
SECOND_REGION = "eu-west-1"
LEAST_AT_ONCE = 2  # jobs of one lane: SQS feeds a function with no fewer


@dataclass(frozen=True, kw_only=True)
class Environment:
    """Settings of one environment.

    `prefix` begins the names of tables, buckets and queues. `second_region` is "" where there is one region
    alone. `keep` says that deleting a stack leaves tables and buckets, which cannot be deleted by mistake
    either. `requests_per_second` is what the API takes in all before it says 429. `warm` is how many API
    instances are kept started, `lanes` how many jobs of each lane run at the same time. `log_days` have to be a number that CloudWatch knows.
    """

    name: str
    prefix: str
    account: str
    domain: str
    region: str = REGION
    second_region: str = ""
    keep: bool = True
    requests_per_second: int = 50
    warm: int = 0
    lanes: Mapping[Lane, int] = field(default_factory=lambda: dict.fromkeys(LANES, LEAST_AT_ONCE))
    log_days: int = 30
    gradual: bool = True
    backup_account: str = ""
    alarm_address: str = ""

    @property
    def jobs_at_once(self) -> int:
        """What all lanes together take of the account's concurrency."""
        return sum(self.lanes.values())

    @property
    def local(self) -> bool:
        """Whether this is the local cloud, which does not take everything: see `local_cloud.py`."""
        return self.name == "local"

    @property
    def active_region(self) -> str:
        """The one region whose clock and workers run jobs: both regions hold the same tables, and the last writer wins.

        The first one, unless the environment says that the second has taken over (docs/runbooks/regions.md).
        Raises ValueError for a region that this environment does not have.
        """
        named = os.environ.get("PRAXEO_ACTIVE_REGION", "") if self.second_region else ""
        if named and named not in self.regions:
            raise ValueError(f"PRAXEO_ACTIVE_REGION is none of {', '.join(self.regions)}: {named}")
        return named or self.region

    @property
    def origin(self) -> str:
        """Where the studio's pages come from. On loopback, whatever shows them there."""
        shown = os.environ.get("PRAXEO_LOCAL_ORIGIN", "") if self.local else ""
        return shown or f"https://{self.domain}"

    @property
    def embeds(self) -> str:
        """Where the embeds are."""
        shown = os.environ.get("PRAXEO_LOCAL_EMBEDS", "") if self.local else ""
        return shown or f"https://embeds.{self.domain}"

    @property
    def stores(self) -> tuple[str, ...]:
        """Where browsers send documents to and fetch them: the assets buckets of the regions."""
        return tuple(
            f"https://{self.prefix_in(region)}-assets.s3.{region}.amazonaws.com"
            for region in self.regions
        )

    @property
    def regions(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.region, self.second_region)))

    def prefix_in(self, region: str) -> str:
        """What begins the names of buckets there: they are unique in the whole world."""
        return self.prefix if region == self.region else f"{self.prefix}-{region}"


def _account(name: str) -> str:
    return os.environ.get(f"PRAXEO_{name}_ACCOUNT", EXAMPLE_ACCOUNT)


def _domain(prefix: str) -> str:
    return prefix + os.environ.get("PRAXEO_DOMAIN", EXAMPLE_DOMAIN)


ENVIRONMENTS: dict[str, Environment] = {
    each.name: each
    for each in (
        Environment(
            name="local",
            prefix="praxeo",
            account="000000000000",
            domain="localhost",
            keep=False,
            gradual=False,
            log_days=1,
        ),
        Environment(
            name="development",
            prefix="praxeo-development",
            account=_account("DEVELOPMENT"),
            domain=_domain("development."),
            keep=False,
            gradual=False,
            requests_per_second=20,
            log_days=7,
        ),
        Environment(
            name="staging",
            prefix="praxeo-staging",
            account=_account("STAGING"),
            domain=_domain("staging."),
            alarm_address=os.environ.get("PRAXEO_ALARM_ADDRESS", ""),
        ),
        Environment(
            name="production",
            prefix="praxeo",
            account=_account("PRODUCTION"),
            domain=_domain(""),
            second_region=SECOND_REGION,
            requests_per_second=500,
            warm=2,
            lanes={"reading": 15, "browser": 15, "media": 5, "models": 15},
            log_days=400,
            backup_account=_account("BACKUP"),
            alarm_address=os.environ.get("PRAXEO_ALARM_ADDRESS", ""),
        ),
    )
}
