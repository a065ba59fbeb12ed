"""Metrics as CloudWatch takes them out of a Lambda's log (embedded metric format). Elsewhere nothing is written.

One line holds the values of one event; CloudWatch makes sums, means and percentiles of them.
"""

from __future__ import annotations

import json
import os
import time

NAMESPACE = "Praxeo"
FUNCTION = "AWS_LAMBDA_FUNCTION_NAME"  # set by Lambda; it is the one dimension
_UNITS = {"Milliseconds": "Milliseconds", "JobSeconds": "Seconds"}


def emit(**values: float) -> None:
    """Count these values, named as the metrics are, for the function that runs."""
    function = os.environ.get(FUNCTION)
    if not function:
        return
    metrics = [{"Name": name, "Unit": _UNITS.get(name, "Count")} for name in values]
    described = {"Namespace": NAMESPACE, "Dimensions": [["Function"]], "Metrics": metrics}
    told = {"Timestamp": time.time_ns() // 1_000_000, "CloudWatchMetrics": [described]}
    line = json.dumps({"_aws": told, "Function": function, **values})
    print(line, flush=True)
