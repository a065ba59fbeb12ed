"""Releases of the front end: each lies unchanged under a prefix of its own, and one switch says which is shown.

The switch is the origin's path in CloudFront: one call that names the state that it was made in, so two who switch at
once cannot both win, and at no moment a page of one release loads a script of another. Going back is the same call.
"""

from __future__ import annotations

import hashlib
import mimetypes
import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

from botocore.exceptions import ClientError
from botocore.session import Session

from infra.environments import ENVIRONMENTS
from infra.release.addresses import with_addresses

PREFIX = "releases"
ENTRY = "index.html"  # uploaded last: a release without it is not complete
KEPT_SECONDS = 31_536_000  # what is under the hashed names
HASHED = "assets/"
COMPRESSED = {".br", ".gz"}
_EXISTS = frozenset({"PreconditionFailed", "412", "ConditionalRequestConflict"})


class Clients(Protocol):
    """What is needed of S3."""

    def put_object(self, **arguments: Any) -> Any: ...
    def head_object(self, **arguments: Any) -> Any: ...


def files_of(built: Path, *, api: str, stores: tuple[str, ...]) -> dict[str, bytes]:
    """The files of a site by name: of the studio and the gallery that were built, with the addresses of
    an API and of its stores in the page.

    Raises ValueError if there is no page. Compressed copies are left out: CloudFront compresses.
    """
    files = _files(built / "studio", "") | _files(built / "gallery", "gallery/")
    if ENTRY not in files:
        raise ValueError(f"{built} holds no {ENTRY}; build the front end first: make web")
    page = with_addresses(files[ENTRY].decode(), api=api, stores=stores)
    return {**files, ENTRY: page.encode()}


def upload(s3: Clients, bucket: str, release: str, files: Mapping[str, bytes]) -> int:
    """Upload a front end as this release; gives the number of files that were new.

    What is there already is passed over if it has the same bytes, so an upload that broke off is finished by the next.
    Raises ValueError for other bytes under the same name: a release never changes.
    """
    names = sorted(files, key=lambda name: (name == ENTRY, name))
    return sum(_put(s3, bucket, release, name, files[name]) for name in names)


def is_complete(s3: Clients, bucket: str, release: str) -> bool:
    """Whether all of this release is there."""
    try:
        s3.head_object(Bucket=bucket, Key=f"{PREFIX}/{release}/{ENTRY}")
    except ClientError as fault:
        if fault.response.get("Error", {}).get("Code") in {"404", "NoSuchKey", "NotFound"}:
            return False
        raise
    return True


def shown(cloudfront: Any, distribution: str) -> str:
    """The release that visitors get; "" before the first."""
    path: str = _origin(cloudfront.get_distribution_config(Id=distribution))["OriginPath"]
    return path.removeprefix(f"/{PREFIX}/")


def switch(s3: Clients, cloudfront: Any, *, bucket: str, distribution: str, release: str) -> str:
    """Show this release; gives the one before, to go back to.

    Raises ValueError if it is not complete, ClientError if somebody else switched meanwhile.
    """
    if not is_complete(s3, bucket, release):
        raise ValueError(f"Release {release} is not complete in {bucket}; upload it first.")
    answer = cloudfront.get_distribution_config(Id=distribution)
    before: str = _origin(answer)["OriginPath"].removeprefix(f"/{PREFIX}/")
    _origin(answer)["OriginPath"] = f"/{PREFIX}/{release}"
    cloudfront.update_distribution(
        Id=distribution, IfMatch=answer["ETag"], DistributionConfig=answer["DistributionConfig"]
    )
    return before


def _origin(answer: Any) -> Any:
    """The origin with the front end: the one that is a bucket."""
    origins = answer["DistributionConfig"]["Origins"]["Items"]
    (bucket,) = [origin for origin in origins if "S3OriginConfig" in origin]
    return bucket


def _files(folder: Path, prefix: str) -> dict[str, bytes]:
    return {
        f"{prefix}{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in COMPRESSED and not path.name.startswith(".")
    }


def _put(s3: Clients, bucket: str, release: str, name: str, data: bytes) -> int:
    key, checksum = f"{PREFIX}/{release}/{name}", b64encode(hashlib.sha256(data).digest()).decode()
    kind, encoding = mimetypes.guess_type(name)
    headers = {"ContentType": kind or "application/octet-stream"}
    if encoding == "gzip":
        headers["ContentType"] = "application/gzip"
    forever = f"public, max-age={KEPT_SECONDS}, immutable"
    headers["CacheControl"] = forever if name.startswith(HASHED) else "no-cache"
    try:
        s3.put_object(
            Bucket=bucket, Key=key, Body=data, ChecksumSHA256=checksum, IfNoneMatch="*", **headers
        )
    except ClientError as fault:
        if fault.response.get("Error", {}).get("Code") not in _EXISTS:
            raise
        there = s3.head_object(Bucket=bucket, Key=key, ChecksumMode="ENABLED")
        if there.get("ChecksumSHA256") != checksum:
            raise ValueError(
                f"{key} exists with other bytes. A release never changes: give this one another name."
            ) from fault
        return 0
    return 1


def main(action: str, bucket: str, release: str, place: str, environment: str = "") -> None:
    """`upload BUCKET RELEASE FOLDER ENVIRONMENT`, and `switch BUCKET RELEASE DISTRIBUTION`, which prints the release before."""
    session = Session()
    s3 = session.create_client("s3")
    if action == "upload":
        settings = ENVIRONMENTS[environment]
        files = files_of(Path(place), api=f"https://api.{settings.domain}", stores=settings.stores)
        print(f"{upload(s3, bucket, release, files)} new files of release {release}")
    else:
        cloudfront = session.create_client("cloudfront")
        before = switch(s3, cloudfront, bucket=bucket, distribution=place, release=release)
        print(f"{release} is shown; before it: {before or 'nothing'}")


if __name__ == "__main__":
    main(*sys.argv[1:])
