"""PDF/UA-1 as an independent checker sees it: veraPDF, taken from Maven once and run by the Java of this machine."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent / "verapdf"
JARS = Path("build/verapdf")
SECONDS = 900


class NoChecker(Exception):
    """Java, Maven or veraPDF itself is not to be had here."""


def broken_rules(files: Sequence[Path]) -> dict[Path, str]:
    """Every file with the clauses that it breaks, `""` where it conforms. Raises `NoChecker`."""
    jars = _jars()
    words = ["java", "-cp", str(jars / "*"), str(HERE / "Check.java"), *map(str, files)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    found = {}
    for line in done.stdout.splitlines():
        verdict, tab, file = line.partition("\t")
        if tab:
            found[Path(file)] = "" if verdict == "ok" else verdict
    if done.returncode or len(found) != len(files):
        raise NoChecker(f"veraPDF stopped: {done.stderr[-300:]}")
    return found


def _jars() -> Path:
    if shutil.which("java") is None or shutil.which("mvn") is None:
        raise NoChecker("not measured: veraPDF needs Java 17 and Maven")
    folder = JARS.absolute()
    if not list(folder.glob("validation-model-*.jar")):
        words = [
            "mvn",
            "-q",
            "-f",
            str(HERE / "pom.xml"),
            "dependency:copy-dependencies",
            f"-DoutputDirectory={folder}",
        ]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
        if done.returncode:
            raise NoChecker(f"not measured: Maven did not bring veraPDF: {(done.stdout + done.stderr)[-200:]}")
    return folder
