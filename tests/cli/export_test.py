#!/usr/bin/env python3
"""offprint export and the search servers that it is for, from outside.

    OFFPRINT=build/dev/offprint tests/cli/export_test.py [Class.test…]
"""

import json
import unittest

from cli_test import PROJECT, CliTest, offprint, tree
import engine_formats as formats

# Titles and names that are longer than engines take, and hostile ones.
LONG = f"""## AI
### [Score: 1.0/10] {"长" * 400} <script>{{{{ x }}}}\u2028"\\
- **Authors:** {"名" * 300}
- **Link:** https://example.org/{"a/_" * 400}
- **Reason:** | a | b\u0085c
"""


class Export(CliTest):

    def export(self, engine, *arguments):
        return offprint("export", "--source", self.site, "--format", engine,
                        *arguments)

    def read(self, name, folder="export"):
        return (self.site / folder / name).read_bytes()

    def test_opensearch_takes_it(self):
        self.put("content/2026-01-25.md", LONG)
        self.expect(self.export("opensearch"), 0, out="papers   3\n")
        fields = formats.check_opensearch_index(json.loads(
            self.read("index.json")))
        documents = formats.check_opensearch_documents(
            self.read("documents-00001.ndjson"), fields)
        self.assertEqual(len(documents), 3)
        cups = documents["2601.00001"]
        self.assertEqual(cups["title"], "A Paper of Cups")
        self.assertEqual(cups["authors"], ["Ada Alpha", "Bob Beta"])
        self.assertEqual(cups["url"], "papers/2601.00001/")
        self.assertEqual(cups["published"], "2026-01-22")

    def test_meilisearch_takes_it(self):
        self.put("content/2026-01-25.md", LONG)
        self.expect(self.export("meilisearch"), 0, out="papers   3\n")
        settings = json.loads(self.read("settings.json"))
        named = formats.check_meilisearch_settings(settings)
        documents = formats.check_meilisearch_documents(
            self.read("documents-00001.ndjson"), settings)
        self.assertEqual(documents["2601_2e00001"]["paper_id"], "2601.00001")
        known = set().union(*documents.values())
        self.assertLessEqual(named - {"other_titles"}, known)

    def test_the_example_site_is_taken(self):
        example = ("--source", PROJECT, "--destination", self.temp / "out")
        self.expect(offprint("export", "--format", "opensearch", *example), 0)
        fields = formats.check_opensearch_index(json.loads(
            (self.temp / "out/index.json").read_bytes()))
        documents = formats.check_opensearch_documents(
            (self.temp / "out/documents-00001.ndjson").read_bytes(), fields)
        # Every field is one that a paper has, and the other way round.
        self.assertEqual(set().union(*documents.values()), set(fields))
        self.expect(offprint("export", "--format", "meilisearch", *example), 0)
        settings = json.loads((self.temp / "out/settings.json").read_bytes())
        formats.check_meilisearch_documents(
            (self.temp / "out/documents-00001.ndjson").read_bytes(), settings)

    def test_same_bytes_on_any_number_of_threads(self):
        self.expect(self.export("opensearch", "--jobs", "1"), 0)
        one = tree(self.site / "export")
        self.expect(self.export("opensearch", "--jobs", "4"), 0)
        self.assertEqual(tree(self.site / "export"), one)

    def test_the_folder_is_no_part_of_the_site(self):
        self.expect(self.export("opensearch"), 0)
        self.expect(self.build(), 0)
        self.assertFalse((self.site / "public/export").exists())

    def test_folders_that_stay_as_they_are(self):
        self.expect(self.build(), 0)
        before = tree(self.site / "public")
        self.expect(self.export("opensearch", "-d", "public"), 2,
                    err="the folder of the site itself")
        self.assertEqual(tree(self.site / "public"), before)
        self.expect(self.export("opensearch", "-d", "content"), 2,
                    err="which the build reads")
        self.put("mine/precious.txt", "")
        self.expect(self.export("opensearch", "-d", "mine"), 2,
                    err="offprint did not make")
        self.expect(self.export("opensearch", "-d", "mine", "--force"), 0)

    def test_engines_that_it_does_not_know(self):
        self.expect(self.export("solr"), 2, err="solr")
        self.expect(offprint("export", "--source", self.site), 2,
                    err="offprint export: --format is required; offprint export --help "
                    "lists the flags\n")
        self.expect(offprint("--quiet"), 2, err="offprint --help lists the commands\n")

    def test_mistakes_in_settings_and_digests(self):
        self.put("content/2026-01-24.md", "# ArXiv 2026-01-24\n\n"
                 "### [Score: 9/10]\n- **Link:** nothing\n")
        result = self.export("opensearch")
        self.assertIn(result.code, (0, 1), result)
        self.assertTrue((self.site / "export/index.json").is_file())
        self.put("site.yml", "paginate: many\n")
        result = self.export("opensearch")
        self.expect(result, 1, err="site.yml:1:11: error: ")
        self.assertIn("the settings have errors, so nothing was written\n", result.err)

    def test_help(self):
        text = offprint("export", "--help").out
        for flag in ("-s,--source", "-d,--destination", "--format", "--force",
                     "--jobs", "--quiet"):
            self.assertIn(flag, text)


class Server(CliTest):

    def test_the_site_tells_where_to_ask(self):
        self.put("site.yml", "url: https://example.org\nsearch:\n"
                 "  engine: meilisearch\n  url: https://find.example.org/\n"
                 "  key: abc\n")
        self.expect(self.build(), 0)
        written = self.site / "public/search"
        self.assertEqual(
            json.loads((written / "engine.json").read_text()),
            {"engine": "meilisearch", "url": "https://find.example.org",
             "index": "papers", "key": "abc"})
        self.assertFalse((written / "index.json").exists())
        self.assertIn("engine.json", (written / "client.js").read_text())

    def test_a_server_needs_an_address(self):
        self.put("site.yml", "search:\n  engine: opensearch\n")
        self.expect(self.build(), 1,
                    err='site.yml:2:11: error: "search.engine" names a server')
        self.expect(self.build(env={"OFFPRINT_SEARCH_URL": "https://e.org"}), 0)


class SavedSearches(CliTest):

    def test_a_search_is_a_feed(self):
        self.put("site.yml", "url: https://example.org\nfeeds:\n"
                 "  - query: cups score:>=8\n    title: Good cups\n"
                 "  - {query: '-cups', name: rest}\n")
        self.expect(self.build(), 0)
        feeds = tree(self.site / "public/feeds")
        self.assertEqual(set(feeds), {"cups-score-8.xml", "rest.xml"})
        good = feeds["cups-score-8.xml"].decode()
        self.assertIn("<title>Good cups", good)
        self.assertIn("A Paper of Cups", good)
        self.assertNotIn("Plates", good)
        self.assertIn("Plates", feeds["rest.xml"].decode())

    def test_a_query_with_a_mistake(self):
        self.put("site.yml", "feeds:\n  - query: date:soon\n")
        for run in (self.build(), offprint("check", "--source", self.site)):
            self.assertEqual(run.code, 1, run)
            self.assertIn('site.yml:2:12: error: "query" has a filter that '
                          'cannot be read: "date:soon"', run.out + run.err)


if __name__ == "__main__":
    unittest.main()
