"""Unpacks npm packages at the versions that data/npm.json pins, through the ordinary npm client."""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from functools import cache
from pathlib import Path

from common import DATA


@cache
def package(name: str) -> Path:
    """The folder of a pinned package, unpacked; refused if its bytes are not the ones that were pinned."""
    pin = json.loads((DATA / "npm.json").read_text("utf-8"))[name]
    folder = Path(tempfile.mkdtemp(prefix="outreach-data-"))
    subprocess.run(
        ["npm", "pack", "--silent", f"{name}@{pin['version']}"],
        cwd=folder,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    archive = next(folder.glob("*.tgz"))
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != pin["sha256"]:
        raise SystemExit(f"{name} {pin['version']} is not what was pinned: sha256 {digest}")
    with tarfile.open(archive) as tar:
        # Without a filter, which older Pythons lack: the digest says that these are the bytes looked at.
        tar.extractall(folder)
    return folder / "package"


def read_json(name: str, path: str):
    """One JSON file of a pinned package."""
    return json.loads((package(name) / path).read_text("utf-8"))
