#!/usr/bin/env python3
"""offprint fetch metadata, with services of this machine, and what the build makes of it.

    OFFPRINT=build/dev/offprint tests/cli/fetch_metadata_test.py [Class.test…]
"""

import datetime
import json
import os
import re
import signal
import subprocess
import time
import unittest

from cli_test import OFFPRINT, CliTest, offprint
from services import Services, paper

PATIENCE = 60  # seconds

ROW = "| {} | {} | [PDF]({}) | 它讲的是压缩。 |\n"
HEAD = "# arxiv {}\n\n| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n"


class FetchMetadataTest(CliTest):
    def setUp(self):
        super().setUp()
        self.services = Services()
        self.addCleanup(self.services.close)
        self.store = self.site / "content/_metadata"
        (self.site / "content/2026-01-23.md").unlink()
        self.put("site.yml", "url: https://example.org\nauthors: {min_papers: 1}\n" +
                 self.services.settings())

    def digest(self, day, rows):
        text = HEAD.format(day) + "".join(ROW.format(*row) for row in rows)
        (self.site / f"content/{day}.md").write_text(text)

    def arxiv_rows(self, ids, author="Ada Alpha"):
        return [(f"一篇论文 {id_}", author, f"https://arxiv.org/pdf/{id_}v1") for id_ in ids]

    def fetch(self, *arguments):
        return offprint("fetch", "metadata", *arguments, "-s", self.site,
                        "--allow-private-addresses")

    def stored(self):
        lines = {}
        for file in sorted(self.store.glob("*.jsonl")):
            for line in file.read_text().splitlines():
                item = json.loads(line)
                lines[item["id"]] = item
        return lines

    def page(self, id_):
        done = offprint("build", "-q", "-s", self.site, "--format", "html")
        self.assertEqual(done.code, 0, done)
        return (self.site / f"public/papers/{id_}/index.html").read_text()


class Fetching(FetchMetadataTest):
    def test_papers_of_arxiv_are_stored_by_month_and_asked_for_once(self):
        ids = ["2601.00002", "2601.00001", "2512.00007", "math/0601001"]
        self.digest("2026-01-23", self.arxiv_rows(ids))
        self.services.papers = {id_: paper(id_, doi="10.1000/X") for id_ in ids}
        done = self.fetch()
        self.assertEqual(done.code, 0, done)
        self.assertIn("Metadata: 4 papers got", done.out)
        self.assertEqual(sorted(path.name for path in self.store.iterdir()),
                         ["arxiv-0601.jsonl", "arxiv-2512.jsonl", "arxiv-2601.jsonl"])
        lines = (self.store / "arxiv-2601.jsonl").read_text().splitlines()
        self.assertEqual(lines[0], json.dumps({
            "id": "2601.00001", "version": 2, "title": "An original title 2601.00001",
            "authors": [{"name": "Ada Alpha", "affiliations": ["Somewhere"]},
                        {"name": "Bob Beta"}, {"name": "Cem Gamma"}],
            "categories": ["cs.CL", "math.PR"], "comment": "12 pages", "doi": "10.1000/x",
            "published": "2026-01-05", "updated": "2026-01-20",
            "abstract": "The original abstract 2601.00001."}, separators=(",", ":")))
        self.assertEqual(len(lines), 2)
        self.assertEqual(len(self.services.heard), 1)
        self.assertEqual(self.fetch().code, 0)
        self.assertEqual(len(self.services.heard), 1)
        before = (self.store / "arxiv-2601.jsonl").read_bytes()
        self.assertEqual(self.fetch("--all").code, 0)
        self.assertEqual(len(self.services.heard), 2)
        self.assertEqual((self.store / "arxiv-2601.jsonl").read_bytes(), before)
        self.assertTrue(all(agent.startswith("offprint/") for agent in self.services.agents))

    def test_a_paper_that_nobody_knows_fails_once(self):
        self.digest("2026-01-23", self.arxiv_rows(["2601.00001", "2601.99999"]))
        self.services.papers = {"2601.00001": paper(1)}
        done = self.fetch()
        self.assertEqual(done.code, 1, done)
        self.assertIn("2601.99999: nobody knows them", done.out)
        today = datetime.datetime.now(datetime.timezone.utc).date()
        self.assertEqual(self.stored()["2601.99999"],
                         {"id": "2601.99999", "unknown_on": today.isoformat()})
        heard = len(self.services.heard)
        done = self.fetch()
        self.assertEqual((done.code, len(self.services.heard)), (0, heard), done)
        file = self.store / "arxiv-2601.jsonl"
        long_ago = (today - datetime.timedelta(days=30)).isoformat()
        file.write_text(file.read_text().replace(today.isoformat(), long_ago))
        self.services.papers["2601.99999"] = paper(9)
        self.assertEqual(self.fetch().code, 0)
        self.assertEqual(self.stored()["2601.99999"]["title"], "An original title 9")

    def test_one_bad_id_does_not_spoil_the_others(self):
        ids = [f"2601.{number:05}" for number in range(1, 31)]
        self.digest("2026-01-23", self.arxiv_rows(ids))
        self.services.bad_ids = {ids[12]}
        self.services.papers = {id_: paper(id_) for id_ in ids if id_ != ids[12]}
        done = self.fetch()
        self.assertEqual(done.code, 1, done)
        self.assertEqual(sum("title" in item for item in self.stored().values()), 29)
        self.assertIn("unknown_on", self.stored()[ids[12]])

    def test_strange_answers_of_arxiv(self):
        ids = ["2601.00001", "2601.00002", "2601.00003"]
        self.digest("2026-01-23", self.arxiv_rows(ids))
        self.services.papers = {id_: paper(id_, title="Über Größe") for id_ in ids}
        self.services.strangers = ["2601.77777"]
        self.services.script = ["busy", "page", "empty"]
        done = self.fetch()
        self.assertEqual(done.code, 0, done)
        self.assertEqual(sorted(self.stored()), ids)
        self.services.latin1 = True
        done = self.fetch("--all")
        self.assertEqual(done.code, 0, done)
        self.assertEqual({item["title"] for item in self.stored().values()}, {"Über Größe"})

    def test_a_service_that_is_down_is_no_unknown_paper(self):
        ids = [f"2601.{number:05}" for number in range(1, 21)]
        self.digest("2026-01-23", self.arxiv_rows(ids))
        for fault, why in (("page", "try again later"), ("empty", "empty answers")):
            self.services.faults = {fault: 1}
            done = self.fetch()
            self.assertEqual(done.code, 1, done)
            self.assertIn(why, done.out)
            self.assertEqual(self.stored(), {})

    def test_dois(self):
        rows = [("甲", "Evans, R.", "https://www.biorxiv.org/content/10.1101/2021.10.04.463034v2"),
                ("乙", "Beta, B.", "https://www.medrxiv.org/content/10.64898/2025.12.30.1234v1"),
                ("丙", "Ada Alpha", "https://doi.org/10.1038/s41586-021-03819-2"),
                ("丁", "Ada Alpha", "https://doi.org/10.1038/other"),
                ("戊", "Ada Alpha", "https://doi.org/10.1038/none")]
        self.digest("2026-01-23", rows)
        def version(doi, number, **more):
            return {"doi": doi, "title": "A <i>fold</i>", "authors": "Evans, R.; Pritzel, A.",
                    "abstract": "<p>One &amp; all</p>", "category": "bioinformatics",
                    "date": f"2021-10-0{number}", "version": str(number),
                    "published": "NA", **more}
        first, second = "10.1101/2021.10.04.463034", "10.64898/2025.12.30.1234"
        self.services.preprints = {
            ("biorxiv", first): [version(first, 4), version("10.1101/9", 9), version(first, 5)],
            ("medrxiv", second): [version(second, 1, title="WITHDRAWN: A cure",
                                          published="10.1000/J.1")]}
        nature = {"DOI": "10.1038/S41586-021-03819-2", "title": "Folds",
                  "author": [{"given": "John", "family": "Jumper",
                              "affiliation": [{"name": "DeepMind"}]}, {"literal": "A Team"}],
                  "container-title": "Nature", "volume": "596", "page": "583-589",
                  "issued": {"date-parts": [[2021, 7, 15]]},
                  "abstract": "<jats:p>Proteins fold.</jats:p>"}
        self.services.works = {"10.1038/s41586-021-03819-2": nature, "10.1038/other": nature}
        done = self.fetch()
        self.assertEqual(done.code, 1, done)
        self.assertIn("10.1038/other: the answer is that of another DOI", done.out)
        self.assertIn("10.1038/none: nobody knows", done.out)
        stored = self.stored()
        self.assertEqual(stored[first], {
            "id": first, "version": 5, "title": "A fold",
            "authors": [{"name": "R. Evans"}, {"name": "A. Pritzel"}],
            "categories": ["bioinformatics"], "published": "2021-10-04",
            "updated": "2021-10-05", "abstract": "One & all"})
        self.assertTrue(stored[second]["withdrawn"])
        self.assertEqual(stored[second]["doi"], "10.1000/j.1")
        self.assertEqual(stored["10.1038/s41586-021-03819-2"], {
            "id": "10.1038/s41586-021-03819-2", "title": "Folds",
            "authors": [{"name": "John Jumper", "affiliations": ["DeepMind"]},
                        {"name": "A Team"}],
            "journal_ref": "Nature 596, 583–589 (2021)", "published": "2021-07-15",
            "abstract": "Proteins fold."})
        self.assertEqual(sorted(path.name for path in self.store.iterdir()),
                         ["doi-10.1038.jsonl", "doi-10.1101-2110.jsonl",
                          "doi-10.64898-2512.jsonl"])

    def test_damaged_lines_are_told_of_and_kept(self):
        ids = ["2601.00001", "2601.00002", "2601.00003"]
        self.digest("2026-01-23", self.arxiv_rows(ids))
        self.services.papers = {id_: paper(id_) for id_ in ids}
        self.store.mkdir()
        file = self.store / "arxiv-2601.jsonl"
        edited = '{"id":"2601.00002","title":"My own words","mine":[1]}'
        damaged = ['{"id":"2601.00001","title":}', '{"id":"2601.00009","title":7}', "<<<<<<< HEAD"]
        file.write_text("\n".join([damaged[0], edited, *damaged[1:]]) + "\n")
        done = self.fetch()
        self.assertEqual(done.code, 1, done)
        self.assertIn("content/_metadata/arxiv-2601.jsonl:1:28: error: not JSON", done.out)
        self.assertIn('arxiv-2601.jsonl:3:28: error: "title" has to be a text', done.out)
        self.assertIn("arxiv-2601.jsonl:4:1: error: not JSON", done.out)
        lines = file.read_text().splitlines()
        self.assertEqual(lines[0], damaged[0])
        self.assertIn(edited, lines)
        for line in damaged:
            self.assertIn(line, lines)
        self.assertEqual(len(lines), 6)
        check = offprint("check", "-s", self.site)
        self.assertEqual(check.code, 1, check)
        self.assertIn("arxiv-2601.jsonl:1:28: error", check.out)

    def test_dry_run_offline_since_and_names(self):
        self.digest("2026-01-20", self.arxiv_rows(["2601.00001"]))
        self.digest("2026-01-23", self.arxiv_rows(["2601.00002"]))
        self.services.papers = {f"2601.0000{n}": paper(n) for n in (1, 2, 3)}
        site = (self.site / "site.yml").read_text()
        (self.site / "site.yml").write_text(site.replace("interval: 0", "interval: 90"))
        done = self.fetch("--dry-run")
        self.assertEqual(done.code, 0, done)
        self.assertRegex(done.out, r"Metadata: 2 papers would be asked for\n"
                         r" *arXiv +2 papers, requests: 1, at least 2 min\n$")
        (self.site / "site.yml").write_text(site)
        done = self.fetch("--offline")
        self.assertEqual(done.code, 0, done)
        self.assertIn("nobody is asked (--offline)", done.out)
        self.assertEqual(self.services.heard, [])
        self.assertEqual(self.fetch("--since", "2026-01-21").code, 0)
        self.assertEqual(sorted(self.stored()), ["2601.00002"])
        self.assertEqual(self.fetch("https://arxiv.org/abs/2601.00003v1").code, 0)
        self.assertEqual(sorted(self.stored()), ["2601.00002", "2601.00003"])
        self.services.close()
        self.assertEqual(self.fetch().code, 2)


class Soak(FetchMetadataTest):
    IDS = [f"26{month:02}.{number:05}" for month in range(1, 6) for number in range(1, 1001)]

    def setUp(self):
        super().setUp()
        for at in range(0, len(self.IDS), 500):
            self.digest(f"2026-05-{1 + at // 500:02}", self.arxiv_rows(self.IDS[at:at + 500]))
        self.services.papers = {id_: paper(id_) for id_ in self.IDS}

    def test_5000_papers_with_faults_all_come(self):
        self.services.faults = {"page": .08, "empty": .05, "drop": .03}
        runs = 0
        begin = time.monotonic()
        while len(self.stored()) < len(self.IDS) and runs < 4:
            done = self.fetch("-q")
            self.assertIn(done.code, (0, 1), done)
            runs += 1
        self.assertTrue(all("title" in item for item in self.stored().values()))
        self.assertEqual(len(self.stored()), len(self.IDS))
        self.assertLess(time.monotonic() - begin, PATIENCE)

    def peak(self, *more):
        """Bytes of memory that a run takes."""
        # pylint: disable-next=consider-using-with
        run = subprocess.Popen([OFFPRINT, "fetch", "metadata", "-q", "-s", self.site,
                                "--allow-private-addresses", *more])
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
        self.assertIn(run.returncode, (0, 1))
        return used.ru_maxrss * 1024

    def test_memory_stays_flat(self):
        abstract = "So many words. " * 800
        self.services.papers = {id_: paper(id_, abstract=abstract) for id_ in self.IDS}
        self.services.faults = {"page": .05, "drop": .03}
        a_month = self.peak(*self.IDS[:1000])
        all_five = self.peak("--all")
        stored = sum(file.stat().st_size for file in self.store.iterdir())
        self.assertGreater(stored, 50_000_000)
        self.assertLess(all_five, 2 * a_month)

    def test_a_run_that_is_killed_goes_on(self):
        for how, code in ((signal.SIGKILL, -9), (signal.SIGINT, 130)):
            self.services.delay = .05
            before = len(self.stored())
            with subprocess.Popen(
                    [OFFPRINT, "fetch", "metadata", "-q", "-s", self.site,
                     "--allow-private-addresses"]) as running:
                end = time.monotonic() + PATIENCE
                while len(self.stored()) < before + 300 and time.monotonic() < end:
                    time.sleep(.01)
                running.send_signal(how)
                self.assertEqual(running.wait(PATIENCE), code)
            got = len(self.stored())
            self.assertGreaterEqual(got, before + 300)
            self.assertLess(got, len(self.IDS))
        self.services.delay = 0
        heard = len(self.services.heard)
        self.assertEqual(self.fetch("-q").code, 0)
        self.assertEqual(len(self.stored()), len(self.IDS))
        asked = len(self.services.heard) - heard
        self.assertLessEqual(asked, (len(self.IDS) - got) // 100 + 1)
        self.assertEqual([p.name for p in self.store.iterdir() if p.suffix != ".jsonl"], [])


class Building(FetchMetadataTest):
    def setUp(self):
        super().setUp()
        self.digest("2026-01-23", self.arxiv_rows(["2601.00001"], "A. Alpha et al."))

    def test_a_page_shows_what_is_known_beside_the_digest(self):
        self.services.papers = {"2601.00001": paper(
            1, journal_ref="Journal of Cups 3", doi="10.1000/x",
            abstract="This paper has been withdrawn by its authors")}
        before = self.page("2601.00001")
        self.assertNotIn("原文摘要", before)
        self.assertEqual(self.fetch().code, 0)
        page = self.page("2601.00001")
        for text in ("<h1>一篇论文 2601.00001</h1>", "An original title 1", "原文摘要",
                     "已撤稿", "Bob Beta", "Cem Gamma", "cs.CL, math.PR", "Journal of Cups 3",
                     "https://doi.org/10.1000/x", "12 pages", "2026-01-05", "2026-01-20 (v2)",
                     '<meta name="citation_journal_title" content="Journal of Cups 3">',
                     '<meta name="citation_doi" content="10.1000/x">',
                     '<meta name="citation_author" content="Bob Beta">',
                     "journal = {Journal of Cups 3}", "note = {Withdrawn}",
                     "primaryClass = {cs.CL}", "它讲的是压缩。"):
            self.assertIn(text, page)
        self.assertNotIn("et al.", page.split("facts")[0])
        self.assertIn("[已撤稿] 一篇论文", (self.site / "public/feed.xml").read_text())
        for list_ in ("days/2026-01-23", "authors/bob-beta"):
            self.assertIn("已撤稿", (self.site / f"public/{list_}/index.html").read_text())
        (self.site / "site.yml").write_text((self.site / "site.yml").read_text() +
                                            "theme: table\n")
        self.assertIn("已撤稿", self.page("2601.00001"))
        for list_ in ("days/2026-01-23", "authors/bob-beta"):
            self.assertIn("已撤稿", (self.site / f"public/{list_}/index.html").read_text())
        self.assertIn("<span>math.PR</span>",
                      (self.site / "public/authors/bob-beta/index.html").read_text())

    def test_a_page_shows_where_authors_work(self):
        self.services.papers = {"2601.00001": paper(1, authors=[
            ("Ada Alpha", "MIT & <co>"), ("Bob Beta", "MIT & <co>"), ("Cem Gamma", ""),
            ("Dan Delta", "ETH")])}
        self.assertEqual(self.fetch().code, 0)
        page = self.page("2601.00001")
        self.assertIn('<details class="af"><summary>机构</summary>\n<dl>\n'
                      "<dt>MIT &amp; &lt;co&gt;</dt><dd>Ada Alpha, Bob Beta</dd>\n"
                      "<dt>ETH</dt><dd>Dan Delta</dd>\n</dl>\n</details>", page)
        self.services.papers["2601.00001"]["authors"] = [("Ada Alpha", "")]
        self.assertEqual(self.fetch("--all").code, 0)
        self.assertNotIn("af", re.findall('class="([^"]*)"', self.page("2601.00001")))

    def test_hostile_metadata_stays_text(self):
        evil = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)> {{ site.title }} {% raw %}'
        self.services.papers = {"2601.00001": paper(
            1, title=evil + "x" * 10_000_000, abstract=evil + "</p>",
            authors=[("A. Alpha", evil), (evil, "")], comment=evil, journal_ref=evil,
            doi="javascript:alert(1)", categories=[evil])}
        self.assertEqual(self.fetch().code, 0)
        self.assertLess((self.store / "arxiv-2601.jsonl").stat().st_size, 30_000)
        file = self.store / "arxiv-2601.jsonl"
        file.write_text(file.read_text().replace("<", "\\u003c").replace(
            "alert(1)", "alert(1)\\u0000\\u001b\\u0085", 1))
        for format_ in ("html", "jekyll"):
            done = offprint("build", "-q", "-s", self.site, "--format", format_)
            self.assertEqual(done.code, 0, done)
            for path in (self.site / "public").rglob("*"):
                if path.suffix not in (".html", ".xml", ".json", ".md"):
                    continue
                text = path.read_text()
                self.assertNotIn("<script>alert", text, path)
                self.assertNotIn("<img src=x", text, path)
                self.assertNotIn("href=\"javascript", text, path)
                self.assertNotRegex(text, "[\0\x1b\x85]", path)
                if format_ == "jekyll" and path.suffix == ".html" and "alert(1)" in text:
                    front, body = re.match(r"---\n(.*?)\n---\n(.*)", text, re.S).groups()
                    self.assertNotIn("{{ site.title }}", body, path)
        html = self.page("2601.00001")
        self.assertIn("{{ site.title }}", html)


if __name__ == "__main__":
    unittest.main()
