#!/usr/bin/env python3
"""What all parts of offprint fetch share: flags, settings, lock, progress.

    OFFPRINT=build/dev/offprint tests/cli/fetch_run_test.py [Class.test…]
"""

import os
import pty
import signal
import subprocess
import threading
import unittest

from cli_test import OFFPRINT, offprint
from fetch_papers_test import RANGE, PapersTest
from fetch_remote_test import HERE, PATIENCE, RemoteTest, day, digest_of
from papers_server import Paper


class ExitCodes(RemoteTest):

    def expect_told(self, arguments, code, told):
        result = offprint("fetch", *arguments, "-s", self.site, env=HERE)
        self.assertEqual((result.code, result.out), (code, ""), result)
        self.assertEqual(result.err.splitlines()[-1], told, result)
        self.assertFalse((self.site / ".offprint-cache").exists())

    def test_words_and_flags_that_are_wrong(self):
        for arguments, told in (
                (["cups"], 'there is no "cups" to fetch; it is "remote", "papers" or "metadata", '
                 "or nothing for all three"),
                (["remote", "friend"], '"friend" is too much: only "metadata" takes more words, '
                 "the ids of papers"),
                (["metadata", "cups"], '"cups" is neither an arXiv id, as 2601.02360, nor a DOI'),
                (["--since", "yesterday"],
                 '--since is a day, such as 2026-01-23, and not "yesterday"'),
                (["papers", "--from", "2026-02-30"],
                 '--from is a day, such as 2026-01-23, and not "2026-02-30"'),
                (["--to", "2026-01-05"], "--to needs --from, the first of the days"),
                (["--days", "0"], "--days is a number from 1 on"),
                (["--days", "2", "--from", "2026-01-05"], "--days counts back from today, --from "
                 "and --to name days: use one or the other"),
                (["metadata", "--days", "3"],
                 '--days is of "offprint fetch papers", not of "metadata"'),
                (["papers", "--all"], '--all is of "offprint fetch metadata", not of "papers"')):
            with self.subTest(arguments=arguments):
                self.expect_told(arguments, 2, f"offprint fetch: {told}")

    def test_settings_that_are_wrong(self):
        for settings in "title: [\n", "papers: {categories: 3}\n":
            self.put("site.yml", settings)
            self.expect_told([], 1, "offprint: the settings have errors, so nothing was fetched")

    def test_nothing_to_ask_for(self):
        self.put("site.yml", "url: https://example.org\n")
        (self.site / "content/2026-01-23.md").unlink()
        self.expect(offprint("fetch", "-s", self.site, env=HERE), 0)


class Lock(RemoteTest):

    def setUp(self):
        super().setUp()
        self.sources({"url": "/a.md"})
        self.reached, self.release = threading.Event(), threading.Event()
        self.addCleanup(self.release.set)
        self.answers["/a.md"] = self.wait

    def wait(self, handler):
        self.reached.set()
        self.release.wait(PATIENCE)
        handler.say(200, digest_of("2026-01-24").encode())

    def begin(self):
        self.reached.clear()
        # pylint: disable-next=consider-using-with
        run = subprocess.Popen(
            [OFFPRINT, "fetch", "remote", "-s", self.site, "--allow-private-addresses"],
            env=os.environ | HERE, stdout=subprocess.DEVNULL)
        self.addCleanup(run.kill)
        self.assertTrue(self.reached.wait(PATIENCE))
        return run

    def test_the_second_says_so_and_stops(self):
        first = self.begin()
        self.expect(self.fetch(), 2, err='offprint fetch: another "offprint fetch" is at work in '
                    "this archive; wait until it is done, or end it: what it got is kept\n")
        self.expect(self.fetch("--dry-run"), 0, out="would ask for")
        self.assertEqual(self.heard(), ["/a.md"])
        self.release.set()
        self.assertEqual(first.wait(PATIENCE), 0)
        self.expect(self.fetch(), 0)

    def test_one_that_was_killed_locks_nobody_out(self):
        first = self.begin()
        first.kill()
        self.assertEqual(first.wait(PATIENCE), -signal.SIGKILL)
        self.release.set()
        self.expect(self.fetch(), 0, out="1 new")


def run_on_terminal(command, env, until=None):
    """(exit code, stdout, stderr) of a run whose stderr is a terminal; it is
    interrupted once that has the bytes `until`."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([OFFPRINT, *command], env=os.environ | env,
                          stdout=subprocess.PIPE, stderr=theirs) as run:
        os.close(theirs)
        told = b""
        try:
            while part := os.read(ours, 1 << 16):
                told += part
                if until and until in told:
                    run.send_signal(signal.SIGINT)
                    until = None
        except OSError:  # the other end is closed
            pass
        out = run.stdout.read()
    os.close(ours)
    return run.returncode, out, told


class Progress(RemoteTest):

    def test_remote_tells_how_much_is_left(self):
        self.sources({"dated": "/{date}.md", "from": day(199)})
        code, out, told = run_on_terminal(
            ["fetch", "remote", "-s", self.site, "--allow-private-addresses"], HERE, b" left")
        self.assertEqual((code, out), (130, b"friend: 0 new\n"))
        self.assertIn(b"asking for digests of others: 3 of 200 (1 %)", told)
        self.assertRegex(told, rb"of 200 \(\d+ %\), \d\d s left")
        self.assertTrue(told.endswith(b"offprint fetch: stopped; what came is kept, and the next "
                                      b"run goes on from there\r\n"), told[-200:])


class PapersProgress(PapersTest):

    def test_papers_are_counted(self):
        self.server.papers = [Paper(n) for n in range(1, 26)]
        self.server.page, self.server.grows = 10, -1
        for service, told_of in (("api", b"15 of 24 (62 %)"), ("oai", b"1 of 2 (50 %)")):
            self.settings(f"from: {service}")
            code, _, told = run_on_terminal(
                ["fetch", "papers", "-s", self.site, "--allow-private-addresses", *RANGE], HERE)
            self.assertEqual(code, 0)
            self.assertIn(b"asking arXiv for 2026-01-05: " + told_of, told)
            self.assertNotRegex(told, rb"\((1\d[1-9]|[2-9]\d\d) %\)")
            self.assertTrue(told.endswith(b"\r\x1b[K"), told[-80:])


if __name__ == "__main__":
    unittest.main()
