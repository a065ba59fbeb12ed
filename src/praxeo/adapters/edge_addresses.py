"""Addresses that CloudFront lets through to the function: signed, for some seconds, with a key of its key group."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import rsa
from botocore.signers import CloudFrontSigner

from praxeo.adapters.keys import KeyText
from praxeo.domain.errors import Unavailable


class EdgeAddresses:
    """Signs what is below `place`, the address of the embeds.

    The secret is the key's id at CloudFront on the first line, then the private key in PEM (PKCS 1). It is read
    again every few minutes: a new key signs once it is there, and the old one counts while it is in the group.
    """

    def __init__(self, place: str, kept: KeyText) -> None:
        self._place, self._kept = place, kept
        self._version: object | None = None
        self._signer: Any = None

    def __call__(self, path: str, until: datetime) -> str:
        """The path with what the edge wants to see. Unavailable("secret_missing")."""
        signer = self._current()
        policy = signer.build_policy(f"{self._place}/{path}", until)
        signed: str = signer.generate_presigned_url(f"{self._place}/{path}", policy=policy)
        return signed.removeprefix(f"{self._place}/")

    def _current(self) -> CloudFrontSigner:
        version = self._kept.state()
        if version is None:
            raise Unavailable("secret_missing", "There is no key for the edge; make the secret.")
        if version != self._version:
            key_id, _, pem = self._kept.text().strip().partition("\n")
            try:
                key = rsa.PrivateKey.load_pkcs1(pem.encode())
            except ValueError as fault:
                raise Unavailable(
                    "secret_missing",
                    "The secret for the edge holds no key: its id on a line, then PEM (PKCS 1).",
                    retryable=False,
                ) from fault
            # CloudFront takes this signature alone.
            self._signer = CloudFrontSigner(
                key_id.strip(), lambda text: rsa.sign(text, key, "SHA-1")
            )
            self._version = version
        return self._signer
