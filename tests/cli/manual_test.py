#!/usr/bin/env python3
"""The man page and the completions: each is read by its own program, and has
every command and flag of --help.

    OFFPRINT=build/dev/offprint MANUAL=build/dev/manual tests/cli/manual_test.py
"""

import os
import pathlib
import pty
import re
import select
import subprocess
import time
import unittest

from cli_test import PROJECT, offprint

MANUAL = pathlib.Path(os.environ.get("MANUAL", PROJECT / "build/dev/manual"))


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], check=False, text=True,
                          capture_output=True, stdin=subprocess.DEVNULL, **options)
    assert done.returncode == 0, (command, done)
    return done


def commands():
    """Those that --help lists."""
    listed = offprint("--help").out.partition("Subcommands:\n")[2]
    return re.findall(r"^  (\w+) ", listed, re.M)


def flags(*command):
    """{"-s", "--source" …}: those that --help lists."""
    text = offprint(*command, "--help").out
    lines = re.findall(r"^  (-[-\w,]+)", text, re.M)
    return {flag for line in lines for flag in line.split(",")}


class HelpTest(unittest.TestCase):

    def test_is_read(self):
        self.assertIn("publish", commands())
        self.assertIn("--source", flags("build"))
        self.assertIn("-s", flags("build"))
        self.assertEqual(flags(), {"-h", "--help", "-V", "--version"})


class ManPage(unittest.TestCase):

    PAGE = MANUAL / "offprint.1"

    def test_has_no_fault(self):
        self.assertEqual(run("groff", "-man", "-ww", "-Tutf8", self.PAGE).stderr, "")
        self.assertEqual(run("mandoc", "-T", "lint", "-W", "style", self.PAGE).stdout, "")

    def test_man_shows_it(self):
        text = run("man", "-l", self.PAGE, env=os.environ | {"MANWIDTH": "78"}).stdout
        self.assertIn("build a static site from a folder of paper digests", text)

    def test_has_every_flag(self):
        page = self.PAGE.read_text(encoding="ascii").replace("\\-", "-")
        for command in commands():
            section = re.search(rf"^\.SS {command}$(.*?)^\.S", page, re.M | re.S)
            bold = set(re.findall(r"\\fB(-[^\\]+)\\fR", section[1]))
            self.assertEqual(bold, flags(command), command)


class Bash(unittest.TestCase):

    def complete(self, *words, cwd=None):
        """What bash offers for the last of the words."""
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                  '_offprint; (( ${#COMPREPLY[@]} )) && printf "%s\\n" "${COMPREPLY[@]}" || true')
        done = run("bash", "--norc", "-uc", script, "bash", MANUAL / "offprint.bash", *words,
                   cwd=cwd)
        self.assertEqual(done.stderr, "")
        return done.stdout.splitlines()

    def test_is_registered(self):
        done = run("bash", "--norc", "-c", 'source "$1"; complete -p offprint', "bash",
                   MANUAL / "offprint.bash")
        self.assertEqual(done.stdout, "complete -F _offprint offprint\n")

    def test_commands(self):
        self.assertEqual(self.complete("offprint", ""), commands())
        self.assertEqual(self.complete("offprint", "pub"), ["publish"])

    def test_has_every_flag(self):
        self.assertEqual(set(self.complete("offprint", "-")), flags())
        for command in commands():
            self.assertEqual(set(self.complete("offprint", command, "-")), flags(command), command)

    def test_values(self):
        self.assertEqual(self.complete("offprint", "build", "--format", ""), ["jekyll", "html"])
        self.assertEqual(self.complete("offprint", "build", "--format", "=", "h"), ["html"])
        self.assertEqual(self.complete("offprint", "build", "--format", "="), ["jekyll", "html"])
        self.assertEqual(self.complete("offprint", "build", "--limit", ""), [])
        self.assertEqual(self.complete("offprint", "new", ""), ["site", "theme"])

    def test_folders_and_files(self):
        here = {"cwd": PROJECT}
        self.assertEqual(self.complete("offprint", "build", "-s", "the", **here), ["themes"])
        self.assertEqual(self.complete("offprint", "new", "site", "the", **here), ["themes"])
        self.assertEqual(self.complete("offprint", "inspect", "READ", **here), ["README.md"])


class Fish(unittest.TestCase):

    def complete(self, line):
        done = run("fish", "--no-config", "-c", 'source $argv[1]; complete -C $argv[2]',
                   MANUAL / "offprint.fish", line, cwd=PROJECT)
        self.assertEqual(done.stderr, "")
        return [line.split("\t")[0] for line in done.stdout.splitlines()]

    def test_parses(self):
        self.assertEqual(run("fish", "--no-execute", MANUAL / "offprint.fish").stderr, "")

    def test_commands(self):
        self.assertEqual(sorted(self.complete("offprint ")), sorted(commands()))

    def test_has_every_flag(self):
        for command in commands():
            found = self.complete(f"offprint {command} -") + self.complete(f"offprint {command} --")
            self.assertEqual(set(found), flags(command), command)

    def test_values(self):
        self.assertEqual(self.complete("offprint build --format h"), ["html"])
        self.assertEqual(self.complete("offprint build --source the"), ["themes/"])
        self.assertEqual(self.complete("offprint new "), ["site", "theme"])
        self.assertEqual(self.complete("offprint inspect READ"), ["README.md"])


class Zsh(unittest.TestCase):

    SCRIPT = MANUAL / "_offprint"

    def type(self, keys, expected):
        """Types on a terminal of zsh, and waits for what is to show there."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(PROJECT)
            os.environ.update({"TERM": "dumb", "PS1": "ready> ", "COLUMNS": "200"})
            os.execvp("zsh", ["zsh", "-f", "-i"])
        seen = ""
        try:
            start = (f"fpath=({MANUAL} $fpath); autoload -Uz compinit; compinit -u -D; "
                     "echo s''tarted\n")
            for text, wanted in ((start, "started"), (keys, expected)):
                os.write(terminal, text.encode())
                seen, deadline = "", time.monotonic() + 20
                while wanted not in seen and time.monotonic() < deadline:
                    if select.select([terminal], [], [], 0.2)[0]:
                        seen += os.read(terminal, 65536).decode(errors="replace")
            self.assertIn(expected, seen)
        finally:
            os.kill(child, 9)
            os.waitpid(child, 0)
            os.close(terminal)

    def test_parses(self):
        self.assertEqual(run("zsh", "-n", self.SCRIPT).stderr, "")

    def test_completes(self):
        self.type("offprint pub\t", "offprint publish ")
        self.type("offprint build --dest\t", "--destination=")
        self.type("offprint build --format h\t", "--format html ")
        self.type("offprint build --source the\t", "--source themes/")

    def test_has_every_flag(self):
        script = self.SCRIPT.read_text()
        for command in commands():
            part = re.search(rf"^    {command}\)\n(.*?);;", script, re.M | re.S)
            found = set(re.findall(r"\)(-[-\w]+?)[=+]?\[", part[1]))
            self.assertEqual(found, flags(command), command)


if __name__ == "__main__":
    unittest.main()
