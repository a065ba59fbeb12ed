"""The smoke tests of a new version, called as the API Gateway would call it, and the word to CodeDeploy."""

from __future__ import annotations

import json
import os
from typing import Any

import boto3

PATHS = {
    # Each list reads the newest records of its kind, which the release before has written.
    "api": (
        "/v1/health",
        "/v1/projects",
        "/v1/examples",
        "/v1/document_inputs",
        "/v1/embeds",
        "/v1/jobs",
        "/v1/settings",
        "/v1/models",
    ),
    "embeds": ("/robots.txt",),
}


def version_of(codedeploy: Any, deployment_id: str) -> str:
    """The version that the deployment shifts traffic to."""
    revision = codedeploy.get_deployment(deploymentId=deployment_id)["deploymentInfo"]["revision"]
    content = json.loads(revision["string"]["content"])
    (resource,) = (each for part in content["Resources"] for each in part.values())
    return str(resource["Properties"]["TargetVersion"])


def faults_of(client: Any, function: str, version: str, probe: str) -> list[str]:
    """What is wrong with the version: every request that it does not answer well."""
    faults = []
    for path in PATHS[probe]:
        answer = client.invoke(
            FunctionName=f"{function}:{version}", Payload=json.dumps(event(path)).encode()
        )
        told = json.loads(answer["Payload"].read())
        if "FunctionError" in answer:
            faults.append(f"{path}: {str(told.get('errorMessage'))[:200]}")
        elif told.get("statusCode") != 200:
            faults.append(f"{path}: status {told.get('statusCode')}")
    return faults


def event(path: str) -> dict[str, Any]:
    """A GET request as the REST API hands it on."""
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": "GET",
        "headers": {"Host": os.environ.get("HOST", "127.0.0.1"), "Accept": "application/json"},
        "multiValueHeaders": {},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "pathParameters": {"proxy": path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "identity": {"sourceIp": "127.0.0.1"},
            "requestId": "smoke",
            "stage": "live",
        },
        "body": None,
        "isBase64Encoded": False,
    }


def report(notice: dict[str, str]) -> list[str]:
    """Try the version out and tell CodeDeploy how it went; gives the faults."""
    codedeploy = boto3.client("codedeploy")
    version = version_of(codedeploy, notice["DeploymentId"])
    faults = faults_of(boto3.client("lambda"), os.environ["FUNCTION"], version, os.environ["PROBE"])
    for fault in faults:
        print(json.dumps({"level": "error", "message": "A smoke test failed.", "fault": fault}))
    codedeploy.put_lifecycle_event_hook_execution_status(
        deploymentId=notice["DeploymentId"],
        lifecycleEventHookExecutionId=notice["LifecycleEventHookExecutionId"],
        status="Failed" if faults else "Succeeded",
    )
    return faults
