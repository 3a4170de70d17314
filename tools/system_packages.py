"""Looks for what the project needs from a Linux system and installs what is missing, where that takes no password.

    python tools/system_packages.py run [development]

Exits 0 where everything stands, 3 where something is missing and could not be installed: then it has printed the exact
line to type. Only the standard library, so that it runs before anything is installed.
"""

import ctypes
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

APT = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing(groups: list[str]) -> dict[str, str]:
    """What is not there, each with the package that has it."""
    needs = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for group in groups:
        there = {"libraries": loads, "programs": shutil.which, "files": os.path.exists}
        for sort, packages in needs[group].items():
            found |= {name: package for name, package in packages.items() if not there[sort](name)}
    return found


def privilege() -> list[str] | None:
    """The words to put before a command to run it as root without a password; None where there are none."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def install(packages: list[str], root: list[str]) -> None:
    """Installs with apt. Fetches the lists of packages where it must, as on a fresh machine, and tries again."""
    command = [*root, *APT, "install", "--yes", "--no-install-recommends", *packages]
    print(f"system: installing {' '.join(packages)}", file=sys.stderr)
    first = subprocess.run(command, capture_output=True, text=True, check=False)
    if first.returncode != 0:
        subprocess.run([*root, *APT, "update"], stdout=subprocess.DEVNULL, check=False)
        second = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        sys.stderr.write(second.stderr if second.returncode != 0 else "")


def main(groups: list[str]) -> int:
    if sys.platform != "linux":
        return 0
    lacking = missing(groups)
    packages = sorted(set(lacking.values()))
    root = privilege() if lacking else None
    if lacking and root is not None and shutil.which("apt-get"):
        install(packages, root)
        lacking = missing(groups)
        packages = sorted(set(lacking.values()))
    if not lacking:
        return 0
    print(f"system: missing {', '.join(sorted(lacking))}", file=sys.stderr)
    if shutil.which("apt-get"):
        sudo = "" if os.geteuid() == 0 else "sudo "
        print("system: type:", file=sys.stderr)
        print(f"  {sudo}apt-get update && {sudo}apt-get install {' '.join(packages)}", file=sys.stderr)
    else:
        print("system: install them with this system's package manager.", file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
