"""What a release is made of: its bill of materials, its archive, its front end, and how workflows use them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2]))

from botocore.exceptions import ClientError
from local_cloud import Cloud

from infra.environments import ENVIRONMENTS
from infra.release import archive, frontend, smoke

ROOT = Path(__file__).parents[2]
WORKFLOWS = {
    file.name: yaml.safe_load(file.read_text("utf-8"))
    for file in sorted((ROOT / ".github" / "workflows").glob("*.yml"))
}
JOBS = {(name, job): body for name, flow in WORKFLOWS.items() for job, body in flow["jobs"].items()}
STEPS = [(*place, step) for place, job in JOBS.items() for step in job.get("steps", ())]
# Nobody else's code runs with the rights of a release.
PUBLISHERS = {"actions", "aws-actions"}


def test_the_bills_name_every_pin_of_what_is_shipped_and_are_the_same_each_time(
    tmp_path: Path,
) -> None:
    for place in ("one", "two"):
        made = subprocess.run(
            ["make", "sbom", f"RELEASE={tmp_path / place}"],
            cwd=ROOT,
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, made.stderr
    one, two = ((tmp_path / place / "python.cdx.json").read_bytes() for place in ("one", "two"))
    assert one == two
    python = json.loads(one)["components"]
    lock = (ROOT / "requirements" / "worker.lock").read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    assert {f"pkg:pypi/{name.lower()}@{version}" for name, version in pins} == {
        part["purl"] for part in python
    }
    assert all(part["externalReferences"][0]["hashes"] for part in python)
    web = json.loads((tmp_path / "one" / "web.cdx.json").read_text("utf-8"))["components"]
    wanted = json.loads((ROOT / "web" / "package.json").read_text("utf-8"))["dependencies"]
    named = {f"pkg:npm/{name.replace('@', '%40')}@{version}" for name, version in wanted.items()}
    assert named <= {part["purl"] for part in web}
    assert "vitest" not in {part["name"] for part in web}


def test_an_archive_has_the_same_bytes_whenever_it_is_packed(tmp_path: Path) -> None:
    one, two, out = (tmp_path / name for name in ("one", "two", "out"))
    for root in (two, one):
        (root / "build" / "sub").mkdir(parents=True)
        (root / "build" / "sub" / "a.txt").write_text("a")
        (root / "build" / "run").write_text("b")
        (root / "build" / "run").chmod(0o755)
        archive.pack(root / "release.tar.gz", ["build"], root)
    assert (one / "release.tar.gz").read_bytes() == (two / "release.tar.gz").read_bytes()
    out.mkdir()
    archive.unpack(one / "release.tar.gz", out)
    assert (out / "build" / "sub" / "a.txt").read_text() == "a"
    assert (out / "build" / "run").stat().st_mode & 0o100
    with pytest.raises(FileNotFoundError, match="not built"):
        archive.pack(tmp_path / "none.tar.gz", ["nothing"], one)


def test_a_front_end_is_switched_at_once_and_back_and_a_release_never_changes(
    cloud: Cloud,
) -> None:
    s3, cloudfront = cloud.client("s3"), cloud.client("cloudfront")
    bucket = "front-end-releases"
    s3.create_bucket(
        Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"}
    )
    distribution = cloudfront.create_distribution(DistributionConfig=_distribution(bucket))[
        "Distribution"
    ]["Id"]
    place = {"bucket": bucket, "distribution": distribution}
    for release in ("r1", "r2"):
        built = {
            "index.html": f"<script src=assets/{release}.js>".encode(),
            f"assets/{release}.js": release.encode(),
        }
        assert frontend.upload(s3, bucket, release, built) == 2
        assert frontend.upload(s3, bucket, release, built) == 0
    kept = s3.head_object(Bucket=bucket, Key="releases/r1/assets/r1.js")
    assert "immutable" in kept["CacheControl"]
    assert s3.head_object(Bucket=bucket, Key="releases/r1/index.html")["CacheControl"] == "no-cache"

    with pytest.raises(ValueError, match="never changes"):
        frontend.upload(s3, bucket, "r1", {"index.html": b"other bytes"})
    with pytest.raises(ValueError, match="not complete"):
        frontend.switch(s3, cloudfront, release="r3", **place)

    assert frontend.switch(s3, cloudfront, release="r1", **place) == ""
    assert frontend.switch(s3, cloudfront, release="r2", **place) == "r1"
    assert frontend.shown(cloudfront, distribution) == "r2"
    assert frontend.switch(s3, cloudfront, release="r1", **place) == "r2"
    assert frontend.shown(cloudfront, distribution) == "r1"


def test_one_build_serves_every_environment_by_what_is_written_into_its_page(
    tmp_path: Path,
) -> None:
    policy = "default-src &#39;none&#39;; img-src &#39;self&#39;; connect-src &#39;self&#39;"
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"><title>P</title>'
    for name, data in (
        ("studio/index.html", page),
        ("studio/index.html.br", "old"),
        ("studio/assets/a.js", "a"),
        ("gallery/index.json", "[]"),
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(data)
    pages = set()
    for settings in ENVIRONMENTS.values():
        api = f"https://api.{settings.domain}"
        files = frontend.files_of(tmp_path, api=api, stores=settings.stores)
        assert sorted(files) == ["assets/a.js", "gallery/index.json", "index.html"]
        wanted = (
            f"\"default-src 'none'; img-src 'self' {api}; connect-src 'self' {api} "
            + " ".join(settings.stores)
            + f'"><meta name="praxeo-api" content="{api}"><title>P</title>'
        )
        assert files["index.html"].decode().endswith(wanted)
        pages.add(files["index.html"])
    assert len(pages) == len(ENVIRONMENTS)
    (tmp_path / "studio" / "index.html").write_text("<title>no policy</title>")
    with pytest.raises(ValueError, match="may load"):
        frontend.files_of(tmp_path, api=api, stores=())
    (tmp_path / "studio" / "index.html").unlink()
    with pytest.raises(ValueError, match="make web"):
        frontend.files_of(tmp_path, api=api, stores=())


def test_of_two_who_switch_at_once_one_is_refused() -> None:
    class Busy:
        """A distribution that somebody else changes between the look and the call."""

        def get_distribution_config(self, **_: Any) -> Any:
            return {"ETag": "old", "DistributionConfig": _distribution("b")}

        def update_distribution(self, *, IfMatch: str, **_: Any) -> None:  # noqa: N803
            assert IfMatch == "old"
            raise ClientError({"Error": {"Code": "PreconditionFailed"}}, "UpdateDistribution")

    class Complete:
        def head_object(self, **_: Any) -> Any:
            return {}

        put_object = head_object

    with pytest.raises(ClientError):
        frontend.switch(Complete(), Busy(), bucket="b", distribution="d", release="r")


def test_the_smoke_test_tells_each_fault() -> None:
    records = {"records": [{"id": "prj_1"}]}
    answers = {
        "/v1/health": smoke.Answer(status=200, body=b'{"status": "ok"}'),
        "/v1/examples/exa_smoke_none": smoke.Answer(status=404, body=b'{"code": "not_found"}'),
        "/v1/projects/prj_1": smoke.Answer(status=200, body=b"{}"),
        "/robots.txt": smoke.Answer(status=200, body=b""),
        "/e/emb_smoke_none": smoke.Answer(status=404, body=b""),
    }
    for kind in ("projects", "examples", "document_inputs", "embeds"):
        body = json.dumps(records if kind == "projects" else {"records": []}).encode()
        answers[f"/v1/{kind}?limit=5"] = smoke.Answer(status=200, body=body)
    assert smoke.api_faults(answers.__getitem__) == []
    assert smoke.embed_faults(answers.__getitem__) == []
    for path in answers:
        broken = {**answers, path: smoke.Answer(status=500, body=b"{}")}
        faults = smoke.api_faults(broken.__getitem__) + smoke.embed_faults(broken.__getitem__)
        assert len(faults) == 1, path
    slow = {**answers, "/v1/health": smoke.Answer(status=200, body=b'{"status":"ok"}', seconds=11)}
    assert smoke.api_faults(slow.__getitem__) == ["/v1/health takes 11.0 seconds."]


def test_workflows_use_pinned_actions_of_two_publishers_alone() -> None:
    used = [step["uses"] for *_, step in STEPS if "uses" in step]
    used += [job["uses"] for job in JOBS.values() if "uses" in job]
    assert used
    for name in used:
        if name.startswith("./"):
            assert (ROOT / name).is_file()
            continue
        action, _, commit = name.partition("@")
        assert re.fullmatch(r"[0-9a-f]{40}", commit), name
        assert action.split("/")[0] in PUBLISHERS, name


def test_each_job_has_only_the_rights_that_it_names() -> None:
    for flow in WORKFLOWS.values():
        assert flow["permissions"] == {}
    for place, job in JOBS.items():
        allowed = job["permissions"]
        assert {name for name, right in allowed.items() if right == "write"} <= {
            "id-token",
            "attestations",
        }, place
        signs = any("attest" in step.get("uses", "") for step in job.get("steps", ()))
        assumes = any("role-to-assume" in step.get("with", {}) for step in job.get("steps", ()))
        if "steps" in job:
            assert ("id-token" in allowed) == (signs or assumes), place
            assert "timeout-minutes" in job, place
    texts = "".join(file.read_text("utf-8") for file in (ROOT / ".github").rglob("*.yml"))
    assert "secrets." not in texts
    assert not re.search(r"aws[-_]secret|access[-_]key", texts, re.IGNORECASE)


def test_what_a_workflow_runs_is_a_target_of_the_makefile() -> None:
    text = "".join(
        file.read_text("utf-8")
        for file in (ROOT / "Makefile", *ROOT.glob("infra/*.mk"), *ROOT.glob("infra/*/*.mk"))
    )
    targets = set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))
    asked = {
        word
        for *_, step in STEPS
        for word in step.get("run", "").removeprefix("make ").split()
        if step.get("run", "").startswith("make ")
    }
    assert len(asked) >= 8
    assert asked <= targets


def _distribution(bucket: str) -> dict[str, Any]:
    origin = {
        "Id": "studio",
        "DomainName": f"{bucket}.s3.eu-central-1.amazonaws.com",
        "OriginPath": "",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    return {
        "CallerReference": "praxeo",
        "Comment": "",
        "Enabled": True,
        "Origins": {"Quantity": 1, "Items": [origin]},
        "DefaultCacheBehavior": {
            "TargetOriginId": "studio",
            "ViewerProtocolPolicy": "redirect-to-https",
            "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        },
    }
