"""The npm packages of the browser tests, in ``.cache/node``: fetched once, and when they change."""

import shutil
import subprocess
import sys

from tools.demo_site import ROOT

FOLDER = ROOT / ".cache" / "node"
WANTED = ROOT / "tests" / "browser" / "package.json"


def install() -> bool:
    """Whether they are there now; nothing is asked of the network where they were."""
    installed = FOLDER / "package.json"
    if installed.exists() and installed.read_text() == WANTED.read_text():
        return True
    if shutil.which("npm") is None:
        print("This machine lacks npm: sudo apt-get install nodejs npm", file=sys.stderr)
        return False
    FOLDER.mkdir(parents=True, exist_ok=True)
    installed.write_text(WANTED.read_text())
    command = ["npm", "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command).returncode == 0:
        return True
    installed.unlink()
    return False


if __name__ == "__main__":
    sys.exit(not install())
