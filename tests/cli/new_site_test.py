#!/usr/bin/env python3
"""offprint new site, from outside.

    OFFPRINT=build/dev/offprint tests/cli/new_site_test.py [Class.test…]
"""

import json
import os
import pty
import re
import shutil
import subprocess
import unittest

from cli_test import DIGEST, OFFPRINT, PROJECT, CliTest, offprint, tree

DIALECTS = ("daily-table", "topic-table", "analysed-list", "scored-list",
            "enhanced-list")
CORPORA = PROJECT.parent / "shared" / "corpora"
WORKFLOW = ".github/workflows/pages.yml"
ADDRESS = ("--url", "https://you.example.org/papers")

NOTE = """# 2026-01-24

- [Cups and plates](https://arxiv.org/abs/2601.00003)
"""


def from_yaml(text):
    """As Ruby reads it, which Jekyll brings."""
    done = subprocess.run(
        ["ruby", "-ryaml", "-rjson", "-e",
         "puts JSON.generate(YAML.safe_load($stdin.read))"],
        check=True, text=True, capture_output=True, input=text)
    return json.loads(done.stdout)


class NewSiteTest(CliTest):

    def setUp(self):
        super().setUp()
        shutil.rmtree(self.site)

    def new(self, *arguments):
        return offprint("new", "site", self.site, *arguments)

    def settings(self):
        return from_yaml((self.site / "site.yml").read_text())

    def expect_builds(self):
        """In both formats, with nothing to say."""
        for layout in ("html", "jekyll"):
            result = self.build("--format", layout, "--strict", "--verbose")
            self.expect(result, 0, out="no problems")
            self.assertEqual(result.err, "", layout)


class New(NewSiteTest):

    def test_every_dialect_builds(self):
        for dialect in DIALECTS:
            self.expect(self.new("--dialect", dialect, *ADDRESS), 0)
            digest, = (self.site / "content").iterdir()
            found = json.loads(offprint("inspect", digest).out)
            self.assertEqual(found["dialect"], dialect)
            self.assertEqual(found["date"], digest.stem)
            self.assertEqual(found["diagnostics"], [])
            self.assertIn(len(found["papers"]), (2, 3))
            self.expect_builds()
            self.assertFalse((self.site / "public/README.md").exists())
            shutil.rmtree(self.site)

    def test_says_what_it_made(self):
        result = self.new()
        self.expect(result, 0, out="What is next:\n")
        for name in tree(self.site):
            self.assertIn(f"\n  {name}\n", result.out)
        self.assertEqual(result.err, "")

    def test_its_commands_can_be_copied(self):
        for name in ("my archive", "it's"):
            said = offprint("new", "site", self.temp / name).out
            command, = re.findall(r"^  (cd .*)$", said, re.MULTILINE)
            where = subprocess.run(["sh", "-c", command + " && pwd"], check=True, text=True,
                                   capture_output=True).stdout
            self.assertEqual(where, f"{self.temp / name}\n")

    def test_tells_of_a_repository_above(self):
        (self.temp / ".git").mkdir()
        self.expect(self.new(), 0,
                    out=f"move pages.yml to\n{self.temp}/.github/workflows, and give "
                    'its step "Build the site" the input "directory: site".')

    def test_quiet(self):
        result = self.new("--quiet")
        self.assertEqual((result.code, result.out, result.err), (0, "", ""))
        self.assertIn("site.yml", tree(self.site))

    def test_settings_by_flags(self):
        self.expect(self.new("--title", "论文: 1", "--lang", "en", *ADDRESS), 0)
        self.assertEqual(
            self.settings(),
            {"title": "论文: 1", "lang": "en", "content": "content",
             "url": "https://you.example.org", "baseurl": "/papers",
             "exclude": ["/README.md"]})

    def test_the_title_is_the_folders_name(self):
        self.expect(self.new(), 0)
        self.assertEqual(self.settings()["title"], "site")

    def test_an_empty_repository_is_a_new_folder(self):
        (self.site / ".git").mkdir(parents=True)
        self.expect(self.new(), 0)

    def test_a_folder_that_is_not_empty(self):
        self.put("precious.txt", "mine")
        self.expect(self.new(), 2, err="is not empty (it has precious.txt)")
        self.assertEqual(tree(self.site), {"precious.txt": b"mine"})

    def test_says_it_is_made_once_it_is(self):
        result = offprint("new", "site", "/proc/site")
        self.expect(result, 2, err="cannot write /proc/site/site.yml")
        self.assertEqual(result.out, "")

    def test_a_file(self):
        self.site.write_text("mine")
        self.expect(self.new(), 2, err="is a file; name a folder")

    def test_flags_that_do_not_fit(self):
        self.expect(self.new("--dialect", "scored-lst"), 2,
                    err='did you mean "scored-list"?')
        self.expect(self.new("--dialect", "generic"), 2,
                    err='not "generic"')
        self.expect(self.new("--url", "example.org"), 2, err="--url: ")
        self.expect(self.new("--lang", "c++"), 2, err="--lang: ")
        self.expect(self.new("--from", "table"), 2, err="a site has none")
        self.expect(offprint("new"), 2, err='say what to begin; "offprint new site DIR"')
        self.expect(offprint("new", "site"), 2, err="name the folder")
        self.expect(offprint("new", "site", "my", "archive"), 2, err="needs quotes")
        self.expect(offprint("new", "theme", "x", "--dialect", "generic",
                             "--source", self.temp), 2, err="only --from")
        self.assertFalse(self.site.exists())


class Dialogue(NewSiteTest):

    def talk(self, answers, *arguments):
        """What the program says on a terminal where that is typed."""
        ours, theirs = pty.openpty()
        with subprocess.Popen(
                [OFFPRINT, "new", "site", self.site, *arguments],
                stdin=theirs, stdout=theirs, stderr=theirs) as process:
            os.close(theirs)
            os.write(ours, answers.encode())
            said = b""
            try:
                while part := os.read(ours, 65536):
                    said += part
            except OSError:
                pass  # the other end is closed
            os.close(ours)
        self.assertEqual(process.returncode, 0, said)
        return said.decode()

    def test_answers(self):
        said = self.talk("Cups\nen\nhttps://example.org/cups\ntopic-table\n")
        self.assertIn("Title [site]: ", said)
        self.assertEqual(
            self.settings(),
            {"title": "Cups", "lang": "en", "content": "content",
             "url": "https://example.org", "baseurl": "/cups",
             "exclude": ["/README.md"]})
        digest, = (self.site / "content").iterdir()
        self.assertIn("## Updated on ", digest.read_text())

    def test_empty_answers_are_the_defaults(self):
        self.talk("\n\n\n\n")
        self.assertEqual(self.settings(),
                         {"title": "site", "lang": "zh-CN",
                          "content": "content", "exclude": ["/README.md"]})

    def test_the_end_of_input_is_a_default_too(self):
        self.talk("Cups\n\x04\x04\x04")
        self.assertEqual(self.settings()["title"], "Cups")

    def test_answers_that_do_not_fit_are_asked_for_again(self):
        said = self.talk("\nc++\nen\nexample\n\nscored\nscored-list\n")
        self.assertIn("should be a language", said)
        self.assertIn("should be like", said)
        self.assertIn("a first digest can be", said)
        self.assertNotIn("url", self.settings())

    def test_what_flags_tell_is_not_asked(self):
        said = self.talk("", "--title", "Cups", "--lang", "en", *ADDRESS,
                         "--dialect", "scored-list")
        self.assertTrue(said.startswith("Made "), said)


class Import(NewSiteTest):

    def test_digests_in_the_folder(self):
        self.put("papers/2026-01-23.md", DIGEST)
        self.put("papers/notes/2026-01-24.md", NOTE)
        self.put("README.md", "Mine")
        self.put("run.py", "print()")
        result = self.new("--import", self.site / "papers", *ADDRESS)
        self.expect(result, 0, out="README.md (is there already: left as it is)")
        for row in (r"scored-list +1", r"generic +1", r"papers +3",
                    r"days +2 \(2026-01-23 to 2026-01-24\)",
                    r"found +no problems"):
            self.assertRegex(result.out, rf"(?m)^ +{row}")
        self.assertEqual((self.site / "README.md").read_text(), "Mine")
        self.assertEqual(
            self.settings(),
            {"title": "site", "lang": "zh-CN", "content": "papers",
             "url": "https://you.example.org", "baseurl": "/papers",
             "dialects": [{"files": "papers/notes/*.md",
                           "dialect": "generic"}],
             "exclude": ["/README.md", "/run.py"]})
        self.expect_builds()
        self.assertFalse((self.site / "public/run.py").exists())

    def test_digests_elsewhere(self):
        self.put("../pile/2026-01-23.md", DIGEST)
        self.put("../pile/notes/2026-01-24.md", NOTE)
        self.expect(self.new("--import", self.temp / "pile", *ADDRESS), 0,
                    out="outside of the site's folder")
        self.assertEqual(self.settings()["content"], "../pile")
        self.expect_builds()
        self.expect(offprint("check", "--strict", "--source",
                             os.path.relpath(self.site)), 0, out="no problems")

    def test_the_folder_itself(self):
        self.put("README.md", "## Updated on 2026.01.23\n\n## Cups\n\n"
                 "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
                 + "".join(f"|**2026-01-0{i}**|**Cups {i}**|Ada et.al.|[2601.0000{i}]"
                           f"(http://arxiv.org/abs/2601.0000{i})|null|\n"
                           for i in range(1, 4)))
        self.expect(self.new("--import", self.site, *ADDRESS), 0)
        self.assertEqual(self.settings()["days"], "published")
        self.assertEqual(self.settings()["content"], ".")
        self.expect_builds()
        self.expect(self.build(), 0)
        self.assertRegex(self.build().out, r"digests +1\n")
        (self.site / "site.yml").unlink()
        self.assertRegex(self.new("--import", self.site).out, r"files +1\n")

    def test_the_new_readme_is_not_of_the_site(self):
        self.put("papers/2026-01-23.md", DIGEST)
        for pile in ("papers", "."):
            self.expect(self.new("--import", self.site / pile, *ADDRESS), 0)
            self.expect_builds()
            self.assertFalse((self.site / "public/README.md").exists(), pile)
            self.assertRegex(offprint("check", "--source", self.site).out, r"files +1\n")
            (self.site / "README.md").unlink()
            (self.site / "site.yml").unlink()

    def test_what_is_there_stays(self):
        self.put("papers/2026-01-23.md", DIGEST)
        self.expect(self.new("--import", self.site / "papers"), 0)
        for name in tree(self.site):
            if name != "papers/2026-01-23.md":
                self.put(name, "mine")
        before = tree(self.site)
        result = self.new("--import", self.site / "papers")
        self.expect(result, 0)
        self.assertEqual(result.out.count("left as it is"), 4)
        self.assertEqual(tree(self.site), before)

    def test_folders_that_do_not_fit(self):
        self.expect(self.new("--import", self.temp / "none"), 2,
                    err="there is no folder")
        (self.temp / "empty").mkdir()
        self.expect(self.new("--import", self.temp / "empty"), 2,
                    err="no papers in")
        self.expect(self.new("--import", self.temp, "--dialect", "scored-list"),
                    2, err="--import has digests")
        self.assertFalse(self.site.exists())

    def test_digests_of_every_kind(self):
        for folder in sorted((PROJECT / "tests/golden").iterdir()):
            if folder.is_dir():
                self.import_and_check(folder)

    @unittest.skipUnless(CORPORA.is_dir(), "there are no corpora beside it")
    def test_real_digests(self):
        for folder in sorted(CORPORA.iterdir()):
            self.import_and_check(folder)

    def import_and_check(self, folder):
        """What new site says of a folder is what check says of the site."""
        with self.subTest(folder=folder.name):
            said = self.new("--import", folder, *ADDRESS)
            self.expect(said, 0)
            checked = offprint("check", "--source", self.site)
            for row in ("papers", "days", "found"):
                line, = [line.split("; ")[0].split() for line in
                         said.out.splitlines() if line.startswith(f"  {row} ")
                         and not line.startswith("  papers stand")]
                self.assertIn(line, [line.split() for line in
                                     checked.out.splitlines()])
            self.assertNotIn("name the dialect", checked.out)
            self.assertIn(self.build("--format", "html").code, (0, 1))
            shutil.rmtree(self.site)


class Workflow(NewSiteTest):

    def setUp(self):
        super().setUp()
        self.expect(self.new(), 0)
        self.workflow = from_yaml((self.site / WORKFLOW).read_text())

    def steps(self, job):
        return self.workflow["jobs"][job]["steps"]

    def test_official_actions_and_offprint_s_own(self):
        used = {step["uses"] for job in self.workflow["jobs"]
                for step in self.steps(job) if "uses" in step}
        self.assertEqual(
            used, {"actions/checkout@v5", "actions/configure-pages@v6",
                   "OWNER/offprint/.github/actions/build@v1",
                   "actions/upload-pages-artifact@v5",
                   "actions/deploy-pages@v5"})
        self.assertTrue((PROJECT / ".github/actions/build/action.yml").is_file())

    def test_says_what_owner_is(self):
        head = (self.site / WORKFLOW).read_text().partition("\nname:")[0]
        self.assertIn("OWNER", head)
        self.expect(offprint("new", "site", self.temp / "other"), 0, out="OWNER")

    def test_has_no_scripts_but_one(self):
        """What runs is tests/actions/action_test.py's."""
        scripts = [(job, step["name"]) for job in self.workflow["jobs"]
                   for step in self.steps(job) if "run" in step]
        self.assertEqual(scripts, [("fetch", "Install git")])

    def test_fetches_on_demand_and_every_morning_where_asked(self):
        text = (self.site / WORKFLOW).read_text()
        self.assertNotIn("schedule", str(self.workflow))
        asked = from_yaml(text.replace("  #schedule:\n  #  - cron", "  schedule:\n    - cron"))
        self.assertRegex(str(asked), r"'schedule': \[{'cron': '\d+ \d+ \* \* \*'}\]")
        self.assertEqual(self.workflow["jobs"]["fetch"]["if"], "github.event_name != 'push'")
        self.assertEqual(self.workflow["jobs"]["build"]["needs"], "fetch")
        checkout = self.steps("build")[0]
        self.assertEqual(checkout["with"]["ref"], "${{ github.ref }}")

    def test_secrets_reach_one_job_by_its_environment(self):
        text = (self.site / WORKFLOW).read_text()
        self.assertEqual(text.count("secrets."), 1)
        self.assertEqual([step["env"] for step in self.steps("fetch") if "env" in step],
                         [{"OPENAI_API_KEY": "${{ secrets.OPENAI_API_KEY }}"}])

    def test_gives_the_action_its_inputs(self):
        action = from_yaml(
            (PROJECT / ".github/actions/build/action.yml").read_text())
        for job in "build", "fetch":
            step, = [step for step in self.steps(job) if "OWNER" in step.get("uses", "")]
            self.assertLessEqual(set(step["with"]), set(action["inputs"]))
        self.assertIn("site", action["outputs"])

    def test_least_permissions(self):
        self.assertEqual(self.workflow["permissions"], {"contents": "read"})
        self.assertEqual(self.workflow["jobs"]["fetch"]["permissions"], {"contents": "write"})
        self.assertEqual(self.workflow["jobs"]["build"]["permissions"],
                         {"contents": "read", "pages": "read"})
        self.assertEqual(self.workflow["jobs"]["deploy"]["permissions"],
                         {"pages": "write", "id-token": "write"})
        self.assertEqual(self.workflow["concurrency"]["group"], "pages")


if __name__ == "__main__":
    unittest.main()
