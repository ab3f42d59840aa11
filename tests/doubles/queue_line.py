"""A kiosk's settings, pointed at a simulated portal."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from offline_queue.portal_simulator import PortalSimulator


def device_key(portal: PortalSimulator, kiosk_id: str = "AH-01") -> str:
    """Make a key pair, have the portal accept it, and return the private key (PEM)."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    portal.register(kiosk_id, public.decode())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def settings_file(folder: Path, portal: PortalSimulator, url: str = "") -> Path:
    """Write the settings of a kiosk with quick retries and return their file; ``url`` where not the portal's own."""
    (folder / "device.pem").write_text(device_key(portal), encoding="ascii")
    file = folder / "kiosk.toml"
    file.write_text(
        f"""
        [paths]
        data_dir = "{folder / "data"}"
        runtime_dir = "{folder / "run"}"
        [queue]
        ballast_mb = 1
        [portal]
        url = "{url or portal.url}"
        recipients = ["{portal.recipient}"]
        device_key = "{folder / "device.pem"}"
        timeout_s = 10
        poll_s = 0.02
        retry_longest_s = 0.2
        reconnect_spread_s = 0
        """,
        encoding="utf-8",
    )
    return file
