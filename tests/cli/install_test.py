#!/usr/bin/env python3
"""The program where it is installed: by cmake --install, and from a package.

    tests/cli/install_test.py

Compiles a release build in a folder of its own: with a filled ccache that is a
matter of seconds.
"""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

from cli_test import DIGEST

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = PROJECT / "build/package"

# Where man, and the shells of Debian, look below a prefix.
MANUAL = ("share/man/man1/offprint.1.gz",
          "share/bash-completion/completions/offprint",
          "share/zsh/vendor-completions/_offprint",
          "share/zsh/site-functions/_offprint",
          "share/fish/vendor_completions.d/offprint.fish")

# What lintian says of a package that is of no archive, of nobody's address.
LINTIAN_ALLOWED = {"bogus-mail-host", "bogus-mail-host-in-debian-changelog",
                   "initial-upload-closes-no-bugs"}


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, text=True,
                          capture_output=True, **options).stdout


class Installed(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        run("cmake", "--preset", "package", cwd=PROJECT)
        run("cmake", "--build", "--preset", "package", cwd=PROJECT)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def check_program(self, program):
        """It builds a site with themes that are beside it, and nothing of the source."""
        site = self.folder / "site"
        shutil.rmtree(site, ignore_errors=True)
        (site / "content").mkdir(parents=True)
        (site / "content/2026-01-23.md").write_text(DIGEST)
        said = run(program, "build", "--source", site, "--format", "html", "--theme", "table",
                   "--url", "https://example.org")
        self.assertIn("papers", said)
        self.assertIn("A Paper of Cups",
                      (site / "public/days/2026-01-23/index.html").read_text())
        self.assertRegex(run(program, "--version"), r"^offprint \d+\.\d+\.\d+\n")
        self.assertNotIn(os.fsencode(PROJECT / "themes"), program.read_bytes())

    def test_cmake_install(self):
        run("cmake", "--install", BUILD, "--prefix", self.folder / "prefix")
        self.check_program(self.folder / "prefix/bin/offprint")
        for name in MANUAL:
            self.assertGreater((self.folder / "prefix" / name).stat().st_size, 1000, name)
        self.assertIn("offprint publish", run("man", "-l", self.folder / "prefix" / MANUAL[0]))

    def check_installs(self, package):
        """By dpkg into a root of its own, and out of it again with nothing left."""
        root = self.folder / "root"
        (root / "var/lib/dpkg").mkdir(parents=True)
        (root / "var/lib/dpkg/status").touch()
        # What it depends on is in the real root; apt knows whether Debian has it.
        dpkg = ("dpkg", "--root", root, "--force-not-root", "--force-depends", "--log=/dev/null")
        run(*dpkg, "--install", package)
        self.assertEqual(run(*dpkg, "--verify", "offprint"), "")
        self.check_program(root / "usr/bin/offprint")
        run(*dpkg, "--purge", "offprint")
        self.assertFalse((root / "usr").exists())
        if any(pathlib.Path("/var/lib/apt/lists").glob("*_Packages*")):
            said = run("apt-get", "--simulate", "install", package)
            self.assertRegex(said, r"(?m)^Inst offprint ")

    @unittest.skipUnless(shutil.which("dpkg-deb"), "no Debian")
    def test_package(self):
        run("cpack", "--config", BUILD / "CPackConfig.cmake", "-B", self.folder)
        [package] = self.folder.glob("*.deb")
        about = run("dpkg-deb", "--info", package)
        self.assertRegex(about, r"Depends: .*libcmark-gfm.*libmicrohttpd")
        self.assertRegex(package.name, r"^offprint_[\d.]+-1_\w+\.deb$")
        names = run("dpkg-deb", "--contents", package)
        for name in ("usr/bin/offprint", "usr/share/offprint/themes/default/theme.yml",
                     "usr/share/doc/offprint/copyright", *(f"usr/{name}" for name in MANUAL)):
            self.assertTrue(re.search(rf"\./{name}$", names, re.M), name)
        self.check_installs(package)
        if shutil.which("lintian"):
            found = subprocess.run(["lintian", package], check=False, text=True, capture_output=True)
            tags = re.findall(r"^[EW]: offprint: (\S+)", found.stdout, re.M)
            self.assertLessEqual(set(tags), LINTIAN_ALLOWED, found.stdout)
            self.assertIn("bogus-mail-host", tags)  # so it has looked


if __name__ == "__main__":
    unittest.main()
