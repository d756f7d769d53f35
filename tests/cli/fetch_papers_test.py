#!/usr/bin/env python3
"""offprint fetch papers, from a server of this machine that speaks as arXiv.

    OFFPRINT=build/dev/offprint tests/cli/fetch_papers_test.py [Class.test…]
"""

import datetime
import json
import os
import re
import shutil
import signal
import subprocess
import time
import unittest

from cli_test import OFFPRINT, CliTest, offprint
from papers_server import ATOM, Paper, PapersServer

# Nothing of these tests leaves the machine.
HERE = {"https_proxy": "http://127.0.0.1:9", "http_proxy": "", "no_proxy": ""}
RANGE = ["--from", "2026-01-05", "--to", "2026-01-05"]
SITE = """
fetch:
  interval: 0
  arxiv_api: {address}/api
  arxiv_oai: {address}/oai
  arxiv_rss: {address}/rss
papers:
  categories: [cs.CV, cs.LG]
"""


class PapersTest(CliTest):

    def setUp(self):
        super().setUp()
        (self.site / "content/2026-01-23.md").unlink()
        self.server = PapersServer()
        self.addCleanup(self.server.stop)
        self.settings()

    def settings(self, *lines):
        self.put("site.yml", SITE.format(address=self.server.address) +
                 "".join(f"  {line}\n" for line in lines))

    def fetch(self, *more, env=None):
        return offprint("fetch", "papers", "-s", str(self.site),
                        "--allow-private-addresses", *more,
                        env={**HERE, **(env or {})})

    def expect(self, run, code, told=None):
        self.assertEqual(run.code, code, run)
        if told:
            self.assertIn(told, run.out + run.err)

    def digest(self, name="2026-01-05.md"):
        return (self.site / "content/papers" / name).read_text(encoding="utf-8")

    def files(self):
        folder = self.site / "content/papers"
        return sorted(p.name for p in folder.iterdir()) if folder.exists() else []

    def inspect(self, name="2026-01-05.md"):
        run = offprint("inspect", str(self.site / "content/papers" / name))
        self.assertEqual(run.code, 0, run)
        return run.out


class ApiTest(PapersTest):

    def test_new_papers_become_a_digest_that_is_read(self):
        self.server.papers = [Paper(1), Paper(2, categories=("cs.LG", "cs.CV"))]
        self.expect(self.fetch(*RANGE), 0,
                    "2026-01-05: 2 new papers of 2 in content/papers/2026-01-05.md")
        shown = self.inspect()
        for text in ("enhanced-list", "2601.00001", "We study the number 2.",
                     "cs.LG", "Ann Lee", "Bo Wu"):
            self.assertIn(text, shown)
        self.assertIn("> 已自动阅读了 2 篇最新的论文。", self.digest())

    def test_every_dialect_can_be_written(self):
        self.server.papers = [Paper(1)]
        for dialect in ("daily-table", "topic-table", "enhanced-list"):
            self.settings(f"dialect: {dialect}", f"folder: x/{dialect}")
            self.expect(self.fetch(*RANGE), 0)
            shown = offprint("inspect", str(
                self.site / f"content/x/{dialect}/2026-01-05.md")).out
            self.assertIn(dialect, shown)
            self.assertIn("We study the number 1.", shown)
            check = offprint("check", "--strict", "-s", str(self.site))
            self.assertEqual(check.code, 0, check)
            (self.site / f"content/x/{dialect}/2026-01-05.md").unlink()

    def test_all_pages_are_asked_for(self):
        self.server.papers = [Paper(n) for n in range(1, 451)]
        self.server.page, self.server.empty_pages = 90, 2
        self.expect(self.fetch(*RANGE), 0, "450 new papers of 450")
        self.assertEqual(len(self.server.heard), 5 + 2)

    def test_totals_may_change_on_the_way(self):
        self.server.papers = [Paper(n) for n in range(1, 31)]
        self.server.page, self.server.grows = 10, -1
        self.server.growth = 3
        self.expect(self.fetch(*RANGE), 0, "30 new papers of 30")

    def test_pages_that_stay_empty_are_told(self):
        self.server.papers = [Paper(n) for n in range(1, 251)]
        self.server.page, self.server.empty_pages = 200, 99
        self.expect(self.fetch(*RANGE), 0,
                    "it gives an empty page for the papers behind the 200th of 250")
        self.assertIn("2601.00200", self.digest())

    def test_a_rerun_asks_nobody_and_writes_nothing(self):
        self.server.papers = [Paper(1)]
        self.fetch(*RANGE)
        before, asked = self.digest(), len(self.server.heard)
        self.expect(self.fetch(*RANGE), 0, "no new papers (1 read)")
        self.assertEqual((self.digest(), len(self.server.heard)), (before, asked))
        self.assertEqual(self.files(), ["2026-01-05.md"])
        self.expect(self.fetch(*RANGE, "--offline"), 0, "no new papers (1 read)")

    def test_what_is_new_since_goes_into_a_file_of_its_own(self):
        self.put("content/papers/2026-01-05.md", "# mine\n")
        self.server.papers = [Paper(1)]
        self.expect(self.fetch(*RANGE), 0, "content/papers/2026-01-05-2.md")
        self.assertEqual(self.digest(), "# mine\n")
        self.assertEqual(self.files(), ["2026-01-05-2.md", "2026-01-05.md"])
        self.assertIn("2601.00001", self.digest("2026-01-05-2.md"))

    def test_papers_of_the_archive_are_left_out(self):
        self.put("content/other.md", "# 2026-01-01\n\n- [x](https://arxiv.org/abs/2601.00001)\n")
        self.server.papers = [Paper(1), Paper(2)]
        self.expect(self.fetch(*RANGE), 0, "1 new papers of 2")
        self.assertNotIn("2601.00001", self.digest())

    def test_rules_choose_and_sort(self):
        self.settings("match: not title:survey",
                      "topics:",
                      "  - {topic: 扩散, match: diffusion*}",
                      "  - {topic: 医学, match: 'author:\"ann lee\" and medical'}")
        self.server.papers = [Paper(1, "A Survey"), Paper(2, "Diffusions"),
                              Paper(3, "Medical Images"), Paper(4)]
        self.expect(self.fetch(*RANGE), 0, "3 new papers of 4")
        topics = re.findall(r"^# (.*) \[\[Back", self.digest(), re.M)
        self.assertEqual(topics, ["扩散", "医学", "cs.CV"])

    def test_what_is_more_than_a_digest_may_have_comes_next(self):
        self.settings("most: 2")
        self.server.papers = [Paper(n) for n in range(1, 6)]
        self.expect(self.fetch(*RANGE), 0, "2026-01-05: 2 new papers of 5 in content/papers/"
                    '2026-01-05.md\n2026-01-05: 3 more are left for the next run, as "papers.most" '
                    "is 2\n")
        self.expect(self.fetch(*RANGE), 0, "1 more are left")
        run = self.fetch(*RANGE)
        self.expect(run, 0, "1 new papers of 5")
        self.assertNotIn("left", run.out)
        self.assertEqual(len(self.files()), 3)

    def test_the_last_days_are_one_digest_of_today(self):
        self.expect(self.fetch("--days", "2"), 0, "no new papers (0 read)")
        self.assertEqual(len(set(self.server.heard)), 1)

    def test_each_day_of_a_range_is_a_digest(self):
        self.server.papers = [Paper(1), Paper(2, day="2026-01-06")]
        self.expect(self.fetch("--from", "2026-01-05", "--to", "2026-01-07"), 0)
        self.assertEqual(self.files(), ["2026-01-05.md", "2026-01-06.md"])

    def test_days_to_come_are_not_asked_for(self):
        today = str(datetime.datetime.now(datetime.timezone.utc).date())
        run = self.fetch("--from", today, "--to", "2999-01-01", "--dry-run")
        self.expect(run, 0)
        self.assertLess(len(run.out.splitlines()), 8, run)
        self.expect(self.fetch("--from", "2999-01-01"), 2, "--from: error: 2999-01-01 is yet to "
                    "come, so there are no papers of it")
        self.assertEqual(self.server.heard, [])

    def test_a_dry_run_tells_and_asks_nobody(self):
        self.expect(self.fetch(*RANGE, "--dry-run"), 0,
                    "/api?search_query=%28cat:cs.CV+OR+cat:cs.LG%29")
        self.assertEqual((self.server.heard, self.files()), ([], []))

    def test_errors_are_told_and_nothing_is_written(self):
        error = ("<feed><entry><id>http://arxiv.org/api/errors#x</id>"
                 "<summary>incorrect id format</summary></entry></feed>")
        for raw, told in ((( 200, "<html>busy</html>"), "no Atom feed"),
                          ((200, "busy"), "the answer is no XML"),
                          ((400, error), "incorrect id format"),
                          ((404, "gone"), "it answers with the status 404")):
            self.server.raw = [raw] * 3
            self.expect(self.fetch(*RANGE), 1, told)
            self.assertEqual(self.files(), [])
            self.server.raw = []
        self.server.papers = [Paper(1)]
        self.expect(self.fetch(*RANGE), 0, "1 new papers of 1")

    def test_what_is_no_answer_is_asked_for_again(self):
        empty = ATOM.format(total=0, start=0, entries="")
        for number, body in enumerate(("<html>busy</html>", "", "<feed", empty), 1):
            self.server.papers.append(Paper(number))
            self.server.raw = [(200, body)]
            self.expect(self.fetch(*RANGE), 0, f"1 new papers of {number}")
            for file in (self.site / ".offprint-cache/papers").iterdir():
                file.unlink()

    def test_a_day_without_papers_is_no_error(self):
        self.expect(self.fetch(*RANGE), 0, "2026-01-05: no new papers (0 read)")

    def test_charsets(self):
        text = ATOM.format(total=1, start=0, entries=Paper(1, "Größe").atom())
        told = text.replace("UTF-8", "ISO-8859-1").encode("latin-1")
        for body, title in (told, "Größe"), (text.encode("latin-1"), "Gr\ufffd\ufffde"):
            self.server.raw = [(200, body)]
            self.expect(self.fetch(*RANGE), 0)
            self.assertIn(f"[{title}]", self.digest())
            for folder in "content/papers", ".offprint-cache/papers":
                shutil.rmtree(self.site / folder)

    def test_a_dead_server_is_an_error_of_the_environment(self):
        self.server.stop()
        self.server.stop = lambda: None
        self.settings()
        run = self.fetch(*RANGE)
        self.assertEqual(run.code, 2, run)
        self.assertEqual(self.files(), [])

    def test_hostile_records_do_no_harm(self):
        self.server.papers = [
            Paper(1, "x" * 10_000_000), Paper(2, id="../../etc/passwd"),
            Paper(3, "</details>\n### [9] [x](https://arxiv.org/abs/1706.03762)"),
            Paper(4, "{{ site.title }} <script>alert(1)</script>",
                  abstract="</details>\n### [1] [y](https://arxiv.org/abs/1706.03762)\n*Eve*")]
        self.expect(self.fetch(*RANGE), 0, "longer than any paper's: 1")
        self.assertEqual(self.files(), ["2026-01-05.md"])
        papers = json.loads(self.inspect())["papers"]
        self.assertEqual([paper["id"] for paper in papers],
                         ["2601.00003", "2601.00004"])
        self.assertEqual(papers[1]["title"], self.server.papers[3].title)

    def test_xml_bombs_stay_small(self):
        bomb = ('<?xml version="1.0"?><!DOCTYPE x [' + "".join(
            f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "aaaaaaaaaa"}">'
            for n in range(20)) +
            '<!ENTITY f SYSTEM "file:///etc/passwd">]><feed><entry>'
            "<id>http://arxiv.org/abs/2601.00009v1</id>"
            "<title>&a19;&f;</title></entry></feed>")
        self.server.raw = [(200, bomb)]
        self.expect(self.fetch(*RANGE), 0, "1 new papers")
        self.assertIn("[&a19;&f;]", self.digest())


class OaiTest(PapersTest):

    def setUp(self):
        super().setUp()
        self.settings("from: oai")

    def test_all_parts_of_all_categories_are_read(self):
        self.server.papers = [Paper(n) for n in range(1, 26)]
        self.server.papers += [Paper(99, categories=("cs.LG", "cs.CV"))]
        self.server.page = 10
        self.expect(self.fetch(*RANGE), 0, "26 new papers of 26")
        self.assertEqual(len(self.server.heard), 4)

    def test_a_busy_server_is_asked_again_when_it_says(self):
        self.server.papers = [Paper(1)]
        self.server.raw = [(503, "", [("Retry-After", "1")])]
        begun = time.monotonic()
        self.expect(self.fetch(*RANGE), 0, "1 new papers")
        self.assertGreater(time.monotonic() - begun, 1)

    def test_an_expired_token_makes_it_begin_again(self):
        self.server.papers = [Paper(n) for n in range(1, 26)]
        self.server.page, self.server.bad_tokens = 10, 1
        self.expect(self.fetch(*RANGE), 0, "25 new papers of 25")

    def test_old_papers_that_changed_are_left_out(self):
        self.server.papers = [Paper(1)]
        self.server.papers[0].oai = lambda: Paper(1).oai().replace(
            "<created>2026-01-05", "<created>2019-01-05")
        self.expect(self.fetch(*RANGE), 0, "no new papers (0 read)")

    def test_days_without_records_are_no_error(self):
        self.expect(self.fetch(*RANGE), 0, "no new papers (0 read)")

    def test_a_run_that_is_killed_goes_on(self):
        self.server.papers = [Paper(n) for n in range(1, 301)]
        self.server.page = 10
        run = subprocess.Popen(
            [OFFPRINT, "fetch", "papers", "-s", str(self.site),
             "--allow-private-addresses", *RANGE],
            env=os.environ | HERE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while len(self.server.heard) < 8:
            time.sleep(0.005)
        run.send_signal(signal.SIGKILL)
        run.wait()
        self.assertEqual(self.files(), [])
        before = len(self.server.heard)
        self.expect(self.fetch(*RANGE), 0, "300 new papers of 300")
        # What was got is not asked for again.
        self.assertLessEqual(len(self.server.heard), 31 + 1)
        self.assertGreater(before, 7)


class FeedTest(PapersTest):

    def setUp(self):
        super().setUp()
        self.settings("from: rss", "dialect: daily-table")

    def test_todays_announcements_become_a_digest(self):
        self.server.announced = [(Paper(1), "new"), (Paper(2), "replace"),
                                 (Paper(3), "cross")]
        self.expect(self.fetch(), 0, "2 new papers of 2")
        self.assertEqual(self.server.heard, ["/rss/cs.CV+cs.LG"])

    def test_other_days_are_refused(self):
        self.expect(self.fetch(*RANGE), 2, "--from: error: \"papers.from: rss\" has today's announcements only")


class SettingsTest(PapersTest):

    def test_wrong_settings_are_told(self):
        for line, told in (
                ("match: (a", 'site.yml:9:10: error: "papers.match" is no rule: '
                 'at character 1, this "(" is never closed'),
                ("topics: [{topic: x, match: 'y:z'}]", "there is no field"),
                ("dialect: generic", '"papers.dialect" should be'),
                ("folder: ../x", '"papers.folder" should be a folder below'),
                ("most: 0", '"papers.most" should be at least 1')):
            self.settings(line)
            self.expect(self.fetch(*RANGE), 1, told)
        self.put("site.yml", "papers:\n  categories: [cs.CV&x]\n")
        self.expect(self.fetch(*RANGE), 1, "should list categories of arXiv")
        self.put("site.yml", "")
        self.expect(self.fetch(*RANGE), 1, '"papers.categories" names no')
        self.assertEqual(self.server.heard, [])


if __name__ == "__main__":
    unittest.main()
