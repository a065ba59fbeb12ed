"""The deployed app, from the outside: through API Gateway, queue and Lambdas, with TLS and rights checked."""

from __future__ import annotations

from journey import Journey

from deployed import Deployed


def test_a_pdf_becomes_a_proven_app_that_is_published_and_seen(journey: Journey) -> None:
    assert journey.document["status"] == "ready"
    assert journey.job["status"] == "done", journey.job
    assert journey.example["status"] == "ready", journey.example["reason"]
    assert journey.page.status == 200
    assert journey.embed["content_hash"] in journey.page.body.decode()
    assert "content-security-policy" in {name.lower() for name in journey.page.headers}
    assert journey.app.status == 200
    assert "water" in journey.app.body.decode().lower()


def test_the_queue_is_empty_and_nothing_was_put_aside(app: Deployed, journey: Journey) -> None:
    assert journey.job["status"] == "done"
    client = app.cloud.client("sqs")
    url = client.get_queue_url(QueueName="praxeo-jobs-dead")["QueueUrl"]
    left = client.get_queue_attributes(QueueUrl=url, AttributeNames=["ApproximateNumberOfMessages"])
    assert left["Attributes"]["ApproximateNumberOfMessages"] == "0"


def test_what_the_api_refuses_is_a_problem_here_too(app: Deployed) -> None:
    answer = app.ask("GET", "/v1/examples/exa_none")
    assert (answer.status, answer.json["code"]) == (404, "not_found")
    assert app.ask("GET", "/e/emb_none", api="embeds").status == 404
