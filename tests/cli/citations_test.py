#!/usr/bin/env python3
"""offprint export for reference managers and tables, from outside: programs that
are not ours read the whole export, and filters choose what the JSON Lines say.

    OFFPRINT=build/dev/offprint tests/cli/citations_test.py [Class.test…]
"""

import csv
import html
import io
import json
import re
import subprocess
import unittest

import citation_parsers as parsers
from cli_test import OFFPRINT, PROJECT, CliTest, offprint, tree

SHARED = PROJECT.parent / "shared"
FORMATS = ("bibtex", "ris", "csl-json", "csv", "jsonl")
# Members of an item, by csl-data.json of the CSL schema.
ITEM = {"id", "type", "title", "author", "issued", "publisher", "number", "DOI",
        "URL", "container-title", "note"}
NAME = {"family", "given", "non-dropping-particle", "suffix", "literal"}

NASTY = r"""# ArXiv 2026-01-25

## cs.CL

### [Score: 9.0/10] 100% of R&D_costs #1: a {brace} ~ tilde ^ caret \ slash $5
- **Authors:** Ludwig van Beethoven, José Ángel Müller, 张三, ATLAS Collaboration
- **Published:** 2026-01-20
- **Link:** https://arxiv.org/abs/2601.00011
- **Reason:** x

### [Score: 8.0/10] On $L_2$ norms, $\input{/etc/passwd}$ and "Schr\"odinger's" LLMs
- **Authors:** Martin Luther King Jr., Conan O'Brien, Health and Human
- **Link:** https://arxiv.org/abs/hep-th/9901001
- **Reason:** x

### [Score: 7.0/10] =HYPERLINK("http://evil","x"), {{ site }} &lt; &gt;
- **Authors:** +Plus Name, -Minus, @At
- **Link:** https://doi.org/10.1000/a_b(c)%3C1
- **Reason:** x

### [Score: 6.0/10] 一个 } 不成对的 { 括号：100%
- **Authors:** 王小明
- **Link:** https://example.org/x{y}_~#frag
- **Reason:** x
"""


def plain(title):
    """The title without its references and simple tags."""
    tags = re.compile("</?(sub|sup|i|b|em|strong)>", re.IGNORECASE)
    return " ".join(html.unescape(tags.sub("", title)).split())


def rows_of(text):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


class CitationsTest(CliTest):

    def export(self, form, *arguments, source=None):
        result = offprint("export", "--quiet", "--source", source or self.site,
                          "--format", form, *arguments)
        self.assertIn(result.code, (0, 1), result)
        return result.out

    def papers(self, *arguments):
        lines = self.export("jsonl", *arguments).splitlines()
        return [json.loads(line) for line in lines]

    def ids(self, *arguments):
        return [paper["id"] for paper in self.papers(*arguments)]


class Parsers(CitationsTest):
    """The whole export of an archive, in programs that are not ours."""

    def write_all(self, source):
        """{format: path} of all papers; what is written is that on stdout."""
        files = {}
        for form in FORMATS:
            files[form] = self.temp / form
            self.export(form, "--output", files[form], source=source)
        return files

    def read_lines(self, path):
        with open(path, encoding="utf-8") as file:
            return [json.loads(line) for line in file]

    def check_csl(self, path, papers):
        """The items, by the schema, with the titles of the JSON Lines."""
        csl = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(len(csl), len(papers))
        self.assertEqual(len({item["id"] for item in csl}), len(csl))
        for item, paper in zip(csl, papers):
            self.assertLessEqual(set(item), ITEM)
            self.assertIn(item["type"], ("article", "article-journal"))
            self.assertRegex(item["id"], r"^[A-Za-z0-9._-]+$")
            for name in item.get("author", []):
                self.assertLessEqual(set(name), NAME)
            # Accents of TeX are letters in citations.
            title, authors = parsers.items([item])[0]
            wanted = (paper["metadata"] or {}).get("title") or \
                paper["original_title"] or paper["title"]
            if "\\" not in wanted:
                self.assertEqual(title, plain(wanted))
            if not any("\\" in name for name in paper["authors"]):
                self.assertEqual(list(map(parsers.letters, authors)),
                                 list(map(parsers.letters, paper["authors"])))
        return csl

    def check_same(self, found, csl, what):
        """Titles and authors of another program against the items."""
        wanted = parsers.items(csl)
        self.assertEqual(len(found), len(wanted), what)
        for (title, authors), (title_wanted, authors_wanted) in zip(found,
                                                                    wanted):
            if "\\" not in title_wanted:
                self.assertEqual(parsers.fold(title),
                                 parsers.fold(title_wanted), what)
            # In RIS nothing can say that a name with "and" is one.
            if what == "ris2xml" and " and " in " ".join(authors_wanted):
                continue
            self.assertEqual(list(map(parsers.letters, authors)),
                             list(map(parsers.letters, authors_wanted)), what)

    def check_csv(self, path, papers):
        rows = rows_of(path.read_bytes().decode())
        self.assertEqual([row["id"] for row in rows],
                         [paper["id"] for paper in papers])
        for row, paper in zip(rows, papers):
            self.assertFalse(any(re.match("[=+@\t\r-]", cell)
                                 for cell in row.values()), row)
            unmarked = {key: re.sub("^'(?=[=+@＝＋－＠-])", "", cell)
                        for key, cell in row.items()}
            self.assertEqual(unmarked["title"], plain(paper["title"]))
            authors = "; ".join(paper["authors"])
            if "\\" not in authors:
                self.assertEqual(unmarked["authors"], " ".join(authors.split()))
            self.assertEqual(row["days"], "; ".join(paper["days"]))
            self.assertEqual(row["score"] and float(row["score"]),
                             "" if paper["score"] is None else paper["score"])

    def check_all(self, source):
        files = self.write_all(source)
        papers = self.read_lines(files["jsonl"])
        self.assertEqual(
            parsers.jq(".id", files["jsonl"]),
            [json.dumps(paper["id"], ensure_ascii=False) for paper in papers])
        self.assertEqual(parsers.jq("length", files["csl-json"]),
                         [str(len(papers))])
        csl = self.check_csl(files["csl-json"], papers)
        self.check_csv(files["csv"], papers)
        self.check_same(parsers.bib2xml(files["bibtex"]), csl, "bib2xml")
        self.check_same(parsers.ris2xml(files["ris"]), csl, "ris2xml")
        for form, name in (("csljson", "csl-json"), ("bibtex", "bibtex")):
            read = parsers.pandoc(form, files[name])
            self.check_same(parsers.items(read[item["id"]] for item in csl),
                            csl, f"pandoc -f {form}")
        return files, papers

    def test_the_example_archive(self):
        files, papers = self.check_all(PROJECT)
        self.assertGreater(len(papers), 50)
        bibliography = parsers.fold(parsers.citeproc(files["csl-json"]))
        for paper in papers:
            title = plain(paper["original_title"] or paper["title"])
            self.assertIn(parsers.fold(title), bibliography)

    def test_nasty_titles(self):
        self.put("content/2026-01-25.md", NASTY)
        files, papers = self.check_all(self.site)
        self.assertEqual(len(papers), 6)
        bibtex = files["bibtex"].read_text(encoding="utf-8")
        self.assertNotIn("\\input", bibtex)
        self.assertIn("primaryClass = {cs.CL}", bibtex)
        ris = files["ris"].read_bytes()
        self.assertEqual(ris.count(b"\n"), ris.count(b"\r\n"))
        self.assertEqual(ris.count(b"TY  - "), 6)
        self.assertEqual(ris.count(b"ER  - \r\n"), 6)

    def check_shared(self, folder):
        if not folder.is_dir():
            self.skipTest(f"there is no ../shared/{folder.name}")
        site = self.temp / "shared"
        site.mkdir()
        (site / "content").symlink_to(folder)
        self.check_all(site)

    def test_seeds(self):
        self.check_shared(SHARED / "seeds")

    def test_corpora(self):
        if not (SHARED / "corpora").is_dir():
            self.skipTest("there is no ../shared/corpora")
        for folder in sorted((SHARED / "corpora").iterdir()):
            with self.subTest(folder.name):
                link = self.temp / folder.name
                link.mkdir()
                (link / "content").symlink_to(folder)
                self.check_all(link)


class Filters(CitationsTest):
    """What filters choose, computed anew from the JSON Lines of all papers."""

    def setUp(self):
        super().setUp()
        self.site = PROJECT
        self.all = self.papers()

    def expect_ids(self, holds, *arguments):
        wanted = [paper["id"] for paper in self.all if holds(paper)]
        self.assertTrue(0 < len(wanted) < len(self.all), arguments)
        self.assertEqual(self.ids(*arguments), wanted, arguments)

    def test_topics(self):
        for topic in sorted({name for p in self.all for name in p["topics"]}):
            self.expect_ids(lambda p: topic in p["topics"], "--topic", topic)
        one, other = sorted({p["topics"][0] for p in self.all if p["topics"]})[:2]
        self.expect_ids(lambda p: {one, other} & set(p["topics"]),
                        "--topic", one, "--topic", other)

    def test_days(self):
        days = sorted({day for p in self.all for day in p["days"]})
        first, last = days[len(days) // 3], days[len(days) // 2]
        self.expect_ids(lambda p: max(p["days"]) >= first, "--from", first)
        self.expect_ids(lambda p: min(p["days"]) <= last, "--to", last)
        self.expect_ids(
            lambda p: any(first <= day <= last for day in p["days"]),
            "--from", first, "--to", last)
        self.expect_ids(lambda p: first in p["days"],
                        "--from", first, "--to", first)

    def test_authors(self):
        names = sorted({name for p in self.all for name in p["authors"]})
        for name in names[::7]:
            self.expect_ids(lambda p: name in p["authors"], "--author", name)

    def test_scores(self):
        for least in (7, 8.5, 9):
            self.expect_ids(lambda p: (p["score"] or -1) >= least,
                            "--min-score", least)

    def test_queries(self):
        self.expect_ids(lambda p: (p["score"] or -1) >= 8, "--query", "score:>=8")
        titles = lambda p: f"{p['title']} {p['original_title']}".lower()
        self.expect_ids(lambda p: re.search(r"\bneural\b", titles(p)),
                        "--query", "title:neural")

    def test_all_must_hold(self):
        topic = self.all[0]["topics"][0]
        self.expect_ids(
            lambda p: topic in p["topics"] and (p["score"] or -1) >= 8,
            "--topic", topic, "--min-score", 8, "--query", "score:<=10")

    def test_every_format_has_the_same_papers(self):
        chosen = ("--min-score", "9")
        ids = self.ids(*chosen)
        rows = rows_of(self.export("csv", *chosen))
        self.assertEqual([row["id"] for row in rows], ids)
        keys = [item["id"]
                for item in json.loads(self.export("csl-json", *chosen))]
        self.assertEqual(re.findall(r"(?m)^@\w+\{(.*),$",
                                    self.export("bibtex", *chosen)), keys)
        self.assertEqual(re.findall("(?m)^ID  - (.*)$",
                                    self.export("ris", *chosen)), keys)


class Usage(CitationsTest):

    def run_export(self, *arguments):
        return offprint("export", "--source", self.site, *arguments)

    def test_a_file_is_whole_or_as_it_was(self):
        out = self.temp / "papers.bib"
        self.expect(self.run_export("--format", "bibtex", "--output", out), 0,
                    out=f"Exported 2 of 2 papers to {out} (bibtex)\n")
        before = out.read_bytes()
        self.assertEqual(before.decode(), self.export("bibtex"))
        self.assertEqual(before.decode(), self.export("bibtex", "-o", "-"))
        self.expect(self.run_export("--format", "ris", "-o", out, "--author",
                                    "Ada Alpa"), 2, err="did you mean")
        self.assertEqual(out.read_bytes(), before)
        self.assertEqual([path.name for path in self.temp.iterdir()
                          if path.is_file()], ["papers.bib"])
        self.expect(self.run_export("--format", "csv", "-o", self.temp), 2,
                    err="is a folder; --output names a file")

    def test_through_a_link(self):
        (self.temp / "real.csv").write_text("old")
        (self.temp / "link.csv").symlink_to("real.csv")
        self.expect(self.run_export("--format", "csv", "-o",
                                    self.temp / "link.csv"), 0)
        self.assertTrue((self.temp / "link.csv").is_symlink())
        self.assertIn("Cups", (self.temp / "real.csv").read_text())

    def test_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([OFFPRINT, "export", "--source", self.site,
                                   "--format", "ris"], stdout=full, text=True,
                                  stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("cannot write to standard output", done.stderr)

    def test_no_paper_is_a_file_all_the_same(self):
        result = self.run_export("--format", "csl-json", "--min-score", "10")
        self.expect(result, 0, err="no paper passes all of these filters")
        self.assertEqual(json.loads(result.out), [])

    def test_mistakes_say_what_to_do(self):
        for arguments, message in (
                (("--topic", "cups"), 'there is no topic "cups"; names are those of the '
                 "site's pages"),
                (("--author", "Ada Alpa"), 'did you mean "Ada Alpha"?'),
                (("--from", "yesterday"), "--from is a day, such as 2026-01-23"),
                (("--from", "2026-02-01", "--to", "2026-01-01"),
                 "--from is a day after --to"),
                (("--query", "date:soon"), "a filter that cannot be read"),
                (("--min-score", "good"), "--min-score"),
                (("-d", "out"), "which --output names"),
                (("--force",), "which --output names")):
            self.expect(self.run_export("--format", "ris", *arguments), 2,
                        err=message)
        for arguments in (("-o", "x"), ("--topic", "多模态")):
            self.expect(self.run_export("--format", "opensearch", *arguments), 2,
                        err="a search engine is given all papers")
        self.expect(self.run_export("--format", "endnote"), 2, err="endnote")

    def test_names_in_other_capitals_and_slugs(self):
        self.assertEqual(len(self.ids("--author", "ada-alpha")), 1)
        self.assertEqual(len(self.ids("--author", "ADA ALPHA")), 1)

    def test_a_topic_by_its_alias(self):
        self.put("site.yml", "topics:\n  aliases:\n    多模态: [multimodal]\n")
        self.assertEqual(len(self.ids("--topic", "multimodal")), 2)

    def test_same_bytes_on_any_number_of_threads(self):
        for form in FORMATS:
            self.assertEqual(self.export(form, "-j", "1", source=PROJECT),
                             self.export(form, "-j", "3", source=PROJECT))

    def test_nothing_of_the_site_changes(self):
        before = tree(self.site)
        self.export("bibtex")
        self.assertEqual(tree(self.site), before)


if __name__ == "__main__":
    unittest.main()
