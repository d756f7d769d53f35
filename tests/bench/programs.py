"""The programs that the benchmarks run, compiled for use."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "bench"
NAMES = ("offprint", "make_archive", "floor")


def compile_programs():
    """Release builds, in a folder of their own: {name: path}."""
    subprocess.run(
        ["cmake", "-S", ROOT, "-B", BUILD, "-G", "Ninja",
         "-DCMAKE_BUILD_TYPE=Release", "-DOFFPRINT_BENCH=ON",
         "-DBUILD_TESTING=OFF"],
        check=True, stdout=sys.stderr)
    subprocess.run(["cmake", "--build", BUILD, "--target", *NAMES],
                   check=True, stdout=sys.stderr)
    return {path.name: path for path in BUILD.rglob("*")
            if path.name in NAMES and path.is_file()}
