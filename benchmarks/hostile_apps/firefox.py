"""Firefox, spoken to by WebDriver BiDi: as much of it as an attack takes."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

START_SECONDS, ANSWER_SECONDS = 60, 20
PORT = 9222
# Predictions on, as in a person's own profile; what Firefox asks for on its own account off.
_PREFERENCES: dict[str, bool | int | str] = {
    "network.dns.disablePrefetch": False,
    "network.dns.disablePrefetchFromHTTPS": False,
    "network.predictor.enabled": True,
    "network.predictor.enable-prefetch": True,
    "network.prefetch-next": True,
    "network.http.speculative-parallel-limit": 20,
    "network.trr.mode": 5,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "dom.disable_beforeunload": False,
    "remote.active-protocols": 1,
    # An empty page to begin with leaves the focus in the address bar: then no page hears that it is taken.
    "browser.startup.page": 1,
    "browser.startup.homepage": "data:text/html,begin",
    "browser.startup.homepage_override.mstone": "ignore",
}


@dataclass
class Firefox:
    """A running Firefox with one page; `events` are those that came since they were last taken."""

    line: ClientConnection
    context: str = ""
    events: list[dict[str, Any]] = field(default_factory=list)
    _asked: int = 0

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """The answer to a command. Raises TimeoutError, and RuntimeError for one that is refused."""
        self._asked += 1
        self.line.send(json.dumps({"id": self._asked, "method": method, "params": parameters}))
        end = time.monotonic() + ANSWER_SECONDS
        while True:
            told = json.loads(self.line.recv(timeout=max(0.01, end - time.monotonic())))
            if told.get("id") != self._asked:
                self.events.append(told)
            elif "error" in told:
                raise RuntimeError(told["message"])
            else:
                return dict(told["result"])

    def value(self, expression: str) -> Any:
        """What an expression comes to in the page, by way of JSON."""
        told = self.ask(
            "script.evaluate",
            expression=f"JSON.stringify({expression})",
            target={"context": self.context},
            awaitPromise=False,
        )
        return json.loads(told["result"]["value"])

    def until(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Take in events until it has happened; False if it has not in time."""
        end = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > end:
                return False
            try:
                self.events.append(json.loads(self.line.recv(timeout=0.1)))
            except TimeoutError:
                continue
        return True


@contextmanager
def firefox() -> Iterator[Firefox]:
    """One with a fresh profile, ended afterwards."""
    profile = Path(tempfile.mkdtemp())
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in _PREFERENCES.items())
    (profile / "user.js").write_text("\n".join(lines))
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile)]
    with subprocess.Popen(
        [*command, "--remote-debugging-port", str(PORT)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            with _connected() as line:
                yield _opened(Firefox(line))
        finally:
            process.kill()
            shutil.rmtree(profile, ignore_errors=True)


def _connected() -> ClientConnection:
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return connect(f"ws://127.0.0.1:{PORT}/session", max_size=None, compression=None)
        except (OSError, WebSocketException):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def _opened(browser: Firefox) -> Firefox:
    wanted = {"acceptInsecureCerts": True, "unhandledPromptBehavior": {"default": "dismiss"}}
    browser.ask("session.new", capabilities={"alwaysMatch": wanted})
    listened = ["log.entryAdded", "browsingContext.userPromptOpened"]
    browser.ask("session.subscribe", events=listened)
    browser.context = browser.ask("browsingContext.getTree")["contexts"][0]["context"]
    size = {"width": 1280, "height": 900}
    browser.ask("browsingContext.setViewport", context=browser.context, viewport=size)
    if not browser.until(lambda: bool(browser.value("document.hasFocus()")), START_SECONDS):
        raise RuntimeError("The page has no focus, so that none can be taken from it.")
    return browser
