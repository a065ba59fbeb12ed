"""Certificates for servers on this machine, by an authority that nobody else trusts."""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

_PEM = serialization.Encoding.PEM


class Authority:
    """Signs certificates; `trusted` is a context that believes them and nothing else."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "Loopback")])
        self._certificate = self._signed(self._key, self._name, None)

    def trusted(self) -> ssl.SSLContext:
        """A client's context."""
        return ssl.create_default_context(cadata=self._certificate.public_bytes(_PEM).decode())

    def load_into(self, context: ssl.SSLContext, names: Iterable[str]) -> None:
        """Give a server's context a new certificate for these names."""
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "server")])
        certificate = self._signed(key, subject, list(names))
        private = key.private_bytes(
            _PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "server.pem")
            file.write_bytes(private + certificate.public_bytes(_PEM))
            context.load_cert_chain(file)

    def _signed(
        self, key: ec.EllipticCurvePrivateKey, subject: x509.Name, names: list[str] | None
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        building = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(self._name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=7))
            .add_extension(x509.BasicConstraints(ca=names is None, path_length=None), critical=True)
        )
        if names is not None:
            alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
            building = building.add_extension(alternatives, critical=False)
        return building.sign(self._key, hashes.SHA256())
