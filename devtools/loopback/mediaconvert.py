"""MediaConvert and the bucket beside it as far as Praxeo speaks to them: requests are held against the SDK's own model.

What is asked for is encoded with the ffmpeg of this machine when `work` is called, not before.
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from botocore.exceptions import ClientError
from botocore.session import Session
from botocore.validate import validate_parameters

from devtools.recordings import made


def _checked(service: str, operation: str, given: dict[str, Any]) -> None:
    """Raises ParamValidationError for what the service would refuse."""
    shape = Session().get_service_model(service).operation_model(operation).input_shape
    validate_parameters(given, shape)


@dataclass
class BucketStub:
    """Objects by bucket and key."""

    objects: dict[str, bytes] = field(default_factory=dict)

    def put_object(self, **given: Any) -> dict[str, Any]:
        _checked("s3", "PutObject", given)
        body = given["Body"]
        data = body if isinstance(body, bytes) else body.read()
        self.objects[f"s3://{given['Bucket']}/{given['Key']}"] = data
        return {}

    def get_object(self, **given: Any) -> dict[str, Any]:
        _checked("s3", "GetObject", given)
        try:
            return {"Body": io.BytesIO(self.objects[f"s3://{given['Bucket']}/{given['Key']}"])}
        except KeyError:
            raise ClientError({"Error": {"Code": "NoSuchKey"}}, "GetObject") from None


@dataclass
class MediaConvertStub:
    """Jobs by their ids; the same token is the same job. `fails`: the code of the error with which the next ones end, if any."""

    bucket: BucketStub
    jobs: dict[str, dict[str, Any]] = field(default_factory=dict)
    fails: int = 0

    def create_job(self, **given: Any) -> dict[str, Any]:
        _checked("mediaconvert", "CreateJob", given)
        for job in self.jobs.values():
            if job["ClientRequestToken"] == given["ClientRequestToken"]:
                return {"Job": job}
        job = {**given, "Id": f"1-{len(self.jobs)}", "Status": "SUBMITTED"}
        self.jobs[job["Id"]] = job
        return {"Job": job}

    def get_job(self, **given: Any) -> dict[str, Any]:
        _checked("mediaconvert", "GetJob", given)
        return {"Job": self.jobs[given["Id"]]}

    def work(self) -> None:
        """Do what was asked for."""
        for job in self.jobs.values():
            if job["Status"] == "SUBMITTED":
                if self.fails:
                    job |= {"Status": "ERROR", "ErrorCode": self.fails}
                else:
                    self._encode(job["Settings"])
                    job |= {"Status": "COMPLETE", "JobPercentComplete": 100}

    def _encode(self, settings: dict[str, Any]) -> None:
        (given,), (group,) = settings["Inputs"], settings["OutputGroups"]
        where = group["OutputGroupSettings"]["FileGroupSettings"]["Destination"]
        with tempfile.TemporaryDirectory() as name:
            source = Path(name) / "source"
            source.write_bytes(self.bucket.objects[given["FileInput"]])
            for each in group["Outputs"]:
                video = each["VideoDescription"]
                h264 = video["CodecSettings"]["H264Settings"]
                rate = h264["FramerateNumerator"] / h264["FramerateDenominator"]
                size = f"fps={rate},scale={video['Width']}:{video['Height']},format=yuv420p"
                codec = ("-c:v", "libx264", "-preset", "ultrafast", "-sc_threshold", "0")
                every = ("-g", str(round(rate * h264["GopSize"])))
                file = Path(name) / "made.mp4"
                made(file, "-i", source, "-an", "-vf", size, *codec, *every)
                self.bucket.objects[f"{where}{each['NameModifier']}.mp4"] = file.read_bytes()
