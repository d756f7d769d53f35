#!/usr/bin/env python3
"""The documentation: every command in it runs, and every path that it names is
there.

    OFFPRINT=build/dev/offprint tests/cli/docs_test.py

Each fenced block of `sh` runs as it stands, line by line in one shell, in a
fresh site with a remote; what cannot is listed below with the reason.
"""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from cli_test import DIGEST, OFFPRINT, PROJECT, CliTest, offprint

PAGES = [PROJECT / "README.md", *sorted((PROJECT / "content/docs").glob("*.md"))]

COMPILES = "compiles for minutes; tests/actions/action_test.py runs it"
INSTALLS = "installs into the system; tests/cli/install_test.py unpacks the same"
NOT_RUN = {
    "./setup package": COMPILES,
    "sudo apt-get install ./build/package/offprint_*.deb": INSTALLS,
    "cmake --preset package": COMPILES,
    "cmake --build --preset package": COMPILES,
    "sudo cmake --install build/package": INSTALLS,
    "offprint check --links --external --timeout 10":
        "asks the internet; tests/cli/links_test.py asks servers of its own",
    "offprint serve --open": "goes on until it is stopped; tests/cli/serve_test.py runs it",
}


def blocks(page):
    """(first line, commands) of each block of sh; comments are left off."""
    text = page.read_text()
    for found in re.finditer(r"^```sh\n(.*?)^```", text, re.M | re.S):
        lines = [re.sub(r"\s+#.*", "", line) for line in found[1].splitlines()]
        yield text[:found.start()].count("\n") + 2, [line for line in lines if line]


class Docs(CliTest):

    def setUp(self):
        super().setUp()
        (self.temp / "bin").mkdir()
        (self.temp / "bin/offprint").symlink_to(os.path.abspath(OFFPRINT))
        home = self.temp / "home"
        home.mkdir()
        (home / ".gitconfig").write_text("[user]\nname = A\nemail = a@example.org\n")
        self.env = os.environ | {"PATH": f"{self.temp}/bin:{os.environ['PATH']}",
                                 "HOME": str(home)}

    def fresh_site(self):
        """With digests to import, and a remote to push to."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.rmtree(self.temp / "origin", ignore_errors=True)
        self.put("content/2026-01-23.md", DIGEST)
        self.put("papers/2026-01-23.md", DIGEST)
        self.put("site.yml", "title: Cups\nurl: https://example.org\nexclude: [/papers]\n")
        for command in (["git", "init", "-q", "--bare", self.temp / "origin"],
                        ["git", "init", "-q", self.site],
                        ["git", "-C", self.site, "remote", "add", "origin", self.temp / "origin"]):
            subprocess.run(command, check=True, env=self.env, capture_output=True)

    def test_every_command_runs(self):
        left_out, ran = set(), 0
        for page in PAGES:
            for line, commands in blocks(page):
                left_out |= set(commands) & NOT_RUN.keys()
                commands = [command for command in commands if command not in NOT_RUN]
                self.fresh_site()
                done = subprocess.run(["bash", "-euxo", "pipefail", "-c", "\n".join(commands)],
                                      check=False, cwd=self.site, text=True, env=self.env,
                                      stdin=subprocess.DEVNULL, capture_output=True)
                where = f"{page.relative_to(PROJECT)}:{line}"
                self.assertEqual(done.returncode, 0, f"{where}\n{done.stdout}{done.stderr}")
                ran += len(commands)
        self.assertGreater(ran, 15)
        self.assertEqual(left_out, set(NOT_RUN), "listed as not run, and nowhere in the docs")

    def test_blocks_are_found(self):
        self.assertEqual(list(blocks(PAGES[0]))[0][1][0], "./setup package")

    def test_paths_are_there(self):
        """Those that the README links, and those of the repository that the docs name."""
        for page in PAGES:
            text = page.read_text()
            named = re.findall(r"`((?:src|themes|tests|content)/[\w./-]+)`", text)
            if page.name == "README.md":
                named += re.findall(r"\]\(([\w./-]+)", text)
            named = {name for name in named if not name.startswith(("http", "content/notes"))
                     and name not in ("content/", "themes/")}
            for name in named:
                self.assertTrue((PROJECT / name).exists(), f"{page.name}: {name}")

    def test_every_setting_is_there(self):
        table = (PROJECT / "content/docs/settings.md").read_text()
        names = re.findall(r'Setting\{\s*"([\w.]+)"', (PROJECT / "src/config/setting.cc").read_text())
        self.assertGreater(len(names), 30)
        for name in names:
            group, _, rest = name.partition(".")
            self.assertTrue(f"`{name}`" in table or (rest and f"`.{rest}`" in table
                                                     and f"`{group}." in table), name)

    def test_every_command_is_there(self):
        text = (PROJECT / "content/docs/index.md").read_text()
        listed = offprint("--help").out.partition("Subcommands:\n")[2]
        for command in re.findall(r"^  (\w+) ", listed, re.M):
            self.assertRegex(text, rf"\| `offprint {command}\b", command)

    def test_links_of_the_site_lead_somewhere(self):
        done = offprint("check", "--links", "--strict", "--source", PROJECT)
        self.expect(done, 0, out="no problems")


if __name__ == "__main__":
    unittest.main()
