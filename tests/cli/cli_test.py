#!/usr/bin/env python3
"""The program from outside: what it prints, writes and returns.

    OFFPRINT=build/dev/offprint tests/cli/cli_test.py [Class.test…]
"""

import json
import os
import pathlib
import pty
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
OFFPRINT = os.environ.get("OFFPRINT", str(PROJECT / "build/dev/offprint"))

DIGEST = """# ArXiv 每日推荐 - 2026-01-23
> 更新于北京时间：2026-01-23 08:00:00
> 已自动阅读了 2 篇最新的论文。
> 使用模型：test-model | 消耗 Tokens：1000

## 多模态

### [Score: 9.0/10] A Paper of Cups
- **Authors:** Ada Alpha, Bob Beta
- **Published:** 2026-01-22
- **Link:** [https://arxiv.org/abs/2601.00001](https://arxiv.org/abs/2601.00001)
- **Reason:** It holds water.

### [Score: 7.5/10] A Paper of Plates
- **Authors:** Cem Gamma
- **Published:** 2026-01-22
- **Link:** [https://arxiv.org/abs/2601.00002](https://arxiv.org/abs/2601.00002)
- **Reason:** It is flat.
"""


class Result:
    """How a run of the program ended."""

    def __init__(self, done):
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr

    def __repr__(self):
        return f"exit {self.code}\n-- stdout\n{self.out}-- stderr\n{self.err}"


def offprint(*arguments, env=None, **options):
    return Result(subprocess.run(
        [OFFPRINT, *map(str, arguments)], check=False, text=True,
        capture_output=True, stdin=subprocess.DEVNULL,
        env=os.environ | (env or {}), **options))


def tree(folder):
    """{name: bytes} of all files below the folder."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


class CliTest(unittest.TestCase):

    def setUp(self):
        self.temp = pathlib.Path(tempfile.mkdtemp(prefix="offprint-cli-"))
        self.addCleanup(shutil.rmtree, self.temp)
        self.site = self.temp / "site"
        self.put("content/2026-01-23.md", DIGEST)
        self.put("site.yml", "title: Cups\nurl: https://example.org\n")

    def put(self, name, text):
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def build(self, *arguments, **options):
        return offprint("build", "--source", self.site, *arguments, **options)

    def expect(self, result, code, out="", err=""):
        """The exit code, and texts that stand in stdout and stderr."""
        self.assertEqual(result.code, code, result)
        self.assertIn(out, result.out, result)
        self.assertIn(err, result.err, result)


class Usage(CliTest):

    def test_version(self):
        version = re.search(r"VERSION ([\d.]+)\n",
                            (PROJECT / "CMakeLists.txt").read_text())[1]
        result = offprint("--version")
        self.expect(result, 0)
        first, empty, *libraries = result.out.splitlines()
        self.assertEqual((first, empty), (f"offprint {version}", ""))
        names = [line.split()[0] for line in libraries]
        self.assertEqual(names, sorted(names))
        for name in ("cmark-gfm", "libmicrohttpd", "pugixml", "yaml-cpp", "zlib"):
            self.assertIn(name, names)

    def test_help_names_every_command(self):
        result = offprint("--help")
        self.expect(result, 0)
        for command in ("build", "inspect", "check", "clean", "theme", "new",
                        "export", "publish"):
            self.assertRegex(result.out, rf"(?m)^ +{command} ")
            self.expect(offprint(command, "--help"), 0, out="--source")

    def test_help_names_every_flag_of_build(self):
        text = offprint("build", "--help").out
        for flag in ("-s,--source", "-d,--destination", "-c,--config",
                     "-b,--baseurl", "--format", "--theme", "--limit",
                     "--jobs", "--strict", "--quiet", "--verbose", "--timing",
                     "--force"):
            self.assertIn(flag, text)

    def test_no_command(self):
        self.expect(offprint(), 2, err="--help")

    def test_unknown_command(self):
        self.expect(offprint("biuld"), 2, err='did you mean "build"?')

    def test_unknown_flag(self):
        self.expect(self.build("--fast"), 2, err="--help lists them")
        self.expect(self.build("--formt=html"), 2,
                    err='there is no flag "--formt"; did you mean "--format"?')

    def test_value_that_is_empty(self):
        for flag in (["--baseurl="], ["--baseurl", ""]):
            self.expect(self.build("--format=html", *flag,
                                   env={"OFFPRINT_BASEURL": "/cups"}), 0)
            page = (self.site / "public/index.html").read_text()
            self.assertNotIn('"/cups/', page)

    def test_value_that_a_flag_does_not_take(self):
        self.expect(self.build("--format", "pdf"), 2, err="--format")
        self.expect(self.build("--jobs", "none"), 2, err="--jobs")
        self.assertFalse((self.site / "public").exists())


class Build(CliTest):

    def test_html(self):
        self.expect(self.build("--format", "html"), 0)
        page = (self.site / "public/papers/2601.00001/index.html").read_text()
        self.assertIn("A Paper of Cups", page)
        self.assertTrue((self.site / "public/.nojekyll").is_file())

    def test_jekyll_is_the_default(self):
        self.expect(self.build(), 0)
        self.assertTrue((self.site / "public/_config.yml").is_file())
        self.assertTrue((self.site / "public/_layouts").is_dir())
        self.assertFalse((self.site / "public/.nojekyll").exists())

    def test_another_setting_keeps_the_files_that_did_not_change(self):
        self.expect(self.build(), 0)
        kept = self.site / "public/assets/offprint.css"
        os.utime(kept, (1_000_000_000, 1_000_000_000))
        self.expect(self.build("--baseurl", "/x"), 0)
        self.assertEqual(kept.stat().st_mtime, 1_000_000_000)
        self.assertIn('"/x"', (self.site / "public/_config.yml").read_text())

    def test_the_closing_table_counts(self):
        result = self.build()
        self.expect(result, 0)
        for row in (r"digests +1", r"papers +2 from 2 entries", r"pages +\d+",
                    r"site +\d+ files, ", r"made +all of it: it is the first build", r"time +[\d.]+ s",
                    r"memory +[\d.]+ [kMG]B",
                    r"GitHub Pages +under 1 % of 1 GB, largest file under 1 % of 100 MB, "
                    r"Jekyll by estimate under 1 % of 10 min", r"found +no problems"):
            self.assertRegex(result.out, rf"(?m)^ +{row}")

    def test_no_progress_in_a_pipe(self):
        result = self.build()
        self.assertNotRegex(result.out + result.err, "[\r\x1b]")
        self.assertEqual(result.err, "")

    def test_progress_on_a_terminal(self):
        ours, theirs = pty.openpty()
        done = subprocess.run([OFFPRINT, "build", "--source", self.site],
                              check=False, stdout=theirs, stderr=theirs,
                              env=os.environ | {"TERM": "xterm"})
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65536):
                said += part
        except OSError:
            pass  # the other end is closed
        os.close(ours)
        self.assertEqual(done.returncode, 0)
        self.assertIn(b"pages", said)

    def test_quiet(self):
        result = self.build("--quiet")
        self.expect(result, 0)
        self.assertEqual(result.out + result.err, "")

    def test_timing(self):
        self.expect(self.build("--timing"), 0, out="render")

    def test_same_bytes_on_any_number_of_threads(self):
        example = ("build", "--source", PROJECT, "--format", "html")
        for jobs in (1, 4):
            self.expect(offprint(*example, "--jobs", jobs, "--destination",
                                 self.temp / f"jobs{jobs}"), 0)
        self.assertEqual(tree(self.temp / "jobs1"), tree(self.temp / "jobs4"))

    def test_limit_keeps_the_newest_days(self):
        self.put("content/2026-01-24.md",
                 DIGEST.replace("2026-01-23", "2026-01-24"))
        self.expect(self.build("--limit", "1"), 0)
        days = [path.name for path in (self.site / "public/days").iterdir()]
        self.assertEqual(len(days), 1, days)
        self.assertIn("2026-01-24", days[0])

    def test_empty_content(self):
        (self.site / "content/2026-01-23.md").unlink()
        result = self.build("--format", "html")
        self.expect(result, 0, err="warning: there is no digest")
        self.assertTrue((self.site / "public/index.html").is_file())

    def test_no_content_folder(self):
        shutil.rmtree(self.site / "content")
        self.expect(self.build(), 2, err="there is no folder")

    def test_a_digest_that_cannot_be_read_in_full(self):
        (self.site / "content/bad.md").write_bytes(
            DIGEST.replace("Cups", "C\udcffps").encode("utf-8",
                                                       "surrogateescape"))
        result = self.build("--format", "html")
        self.expect(result, 1, err="content/bad.md:8:33: error: not UTF-8")
        self.assertTrue((self.site / "public/index.html").is_file())

    def test_strict_fails_on_warnings(self):
        self.put("site.yml", "titel: Cups\n")
        self.expect(self.build(), 0)
        shutil.rmtree(self.site / "public")
        self.expect(self.build("--strict"), 1, err="--strict")
        self.assertFalse((self.site / "public").exists())


class Settings(CliTest):

    def home(self):
        return (self.site / "public/index.html").read_text(encoding="utf-8")

    def test_flags_come_before_environment_before_file(self):
        self.put("site.yml", "title: File\nbaseurl: /file\n")
        env = {"OFFPRINT_TITLE": "Environment", "OFFPRINT_BASEURL": "/env"}
        self.expect(self.build("--format", "html", "--baseurl", "/flag",
                               env=env), 0)
        self.assertIn("Environment", self.home())
        self.assertIn('href="/flag/', self.home())
        self.assertNotIn("/env", self.home())

    def test_an_empty_baseurl(self):
        self.put("site.yml", "title: File\nbaseurl: /file\n")
        self.expect(self.build("--format", "html", "--baseurl", ""), 0)
        self.assertIn('href="/archive/', self.home())

    def test_another_config(self):
        self.put("other.yml", "title: Other\ndestination: elsewhere\n")
        self.expect(self.build("--config", "other.yml"), 0)
        self.assertTrue((self.site / "elsewhere/_config.yml").is_file())

    def test_unknown_key(self):
        self.put("site.yml", "url: https://example.org\ntitel: Cups\n")
        self.expect(self.build(), 0, err="site.yml:2:1: warning: ")
        self.expect(self.build(), 0, err='did you mean "title"?')

    def test_unknown_variable(self):
        self.expect(self.build(env={"OFFPRINT_TITEL": "Cups"}), 0,
                    err="did you mean OFFPRINT_TITLE?")

    def test_wrong_type(self):
        self.put("site.yml", "title: Cups\npaginate: many\n")
        self.expect(self.build(), 1, err="site.yml:2:11: error: ")
        self.assertFalse((self.site / "public").exists())

    def test_no_yaml(self):
        self.put("site.yml", "title: [\n")
        self.expect(self.build(), 1, err="site.yml:2:1: error: this is not "
                    "valid YAML")

    def test_site_without_settings(self):
        (self.site / "site.yml").unlink()
        self.expect(self.build("--format", "html"), 0)

    def test_config_that_is_not_there(self):
        self.expect(self.build("--config", "no.yml"), 2, err="no.yml")

    def test_source_that_is_not_there(self):
        for command in ("build", "check", "theme", "clean"):
            for source in (self.temp / "nowhere", self.site / "site.yml"):
                self.expect(offprint(command, "-s", source), 2,
                            err=f"there is no folder {source}; offprint {command} --help")


class Themes(CliTest):

    def own_theme(self):
        shutil.copytree(PROJECT / "themes/default", self.site / "themes/mine")
        self.put("site.yml", "title: Cups\ntheme: mine\nformat: html\n")
        return self.site / "themes/mine"

    def test_missing_theme(self):
        self.expect(self.build("--theme", "defualt"), 1,
                    err='there is no theme "defualt"; did you mean "default"?')

    def test_theme_beside_the_site(self):
        layout = self.own_theme() / "_layouts/home.html"
        layout.write_text("---\n---\nMY HOME {{ content }}", encoding="utf-8")
        self.expect(self.build(), 0)
        self.assertTrue((self.site / "public/index.html").read_text(
            encoding="utf-8").startswith("MY HOME"))

    def test_mistake_in_a_layout_is_told_in_either_format(self):
        layout = self.own_theme() / "_layouts/day.html"
        layout.write_text("---\n---\n{{ 1 | divided_by: 0 }}{{ content }}",
                          encoding="utf-8")
        for form in ("jekyll", "html"):
            self.expect(self.build("--theme", "mine", "--format", form), 1,
                        err="_layouts/day.html:3:1: error: ")

    def test_missing_layout(self):
        (self.own_theme() / "_layouts/paper.html").unlink()
        self.expect(self.build(), 1,
                    err='the theme "mine" has no _layouts/paper.html')

    def test_template_that_does_not_parse(self):
        body = self.own_theme() / "_bodies/day.html"
        body.write_text("<p>\n{% if %}\n", encoding="utf-8")
        result = self.build()
        self.expect(result, 1)
        self.assertRegex(result.err, r"_bodies/day\.html:\d+:\d+: error: ")

    def test_template_that_fails_names_its_page(self):
        body = self.own_theme() / "_bodies/day.html"
        body.write_text("<p>\n{{ page.title | divided_by: 0 }}\n",
                        encoding="utf-8")
        result = self.build()
        self.expect(result, 1, err="/days/2026-01-23/")
        self.assertRegex(result.err, r"_bodies/day\.html:2:\d+: error: ")


class ThemeCommand(CliTest):

    def theme(self, *arguments):
        return offprint("theme", "--source", self.site, *arguments)

    def test_lists_layers_files_and_settings(self):
        self.put("themes/mine/theme.yml",
                 'version: "2.0"\nparent: default\n')
        self.put("themes/mine/_layouts/day.html", "---\nlayout: default\n---\n")
        self.put("_layouts/day.html", "---\nlayout: default\n---\n")
        self.put("_data/i18n/zh.yml", "home: Start\n")
        self.put("site.yml", "theme: mine\n"
                 "theme_settings: {accent: navy, fold_from: 9}\n")
        result = self.theme()
        self.expect(result, 0)
        for row in (r"the site +\S+/site$", r"mine 2\.0 +themes/mine$",
                    r"default [\d.]+ +\S+/themes/default$",
                    r"_layouts/day\.html +the site, hides mine, default$",
                    r"_layouts/home\.html +default$",
                    r"_data/i18n/zh\.yml +the site, laid over default$",
                    r'accent +color, "navy" \(by itself "#96301f"\)$',
                    r"fold_from +count, 9 \(by itself 260\)$",
                    r'measure +length, "42rem"$', r"text_font +font, none$"):
            self.assertRegex(result.out, rf"(?m)^ +{row}")

    def test_settings_that_do_not_fit(self):
        self.put("site.yml", "theme_settings:\n  acent: red\n"
                 "  accent: redd\n")
        for result in (self.theme(), self.build()):
            self.expect(result, 1, err='site.yml:3:11: error: '
                        '"theme_settings.accent" should be a color')
            self.expect(result, 1, err='site.yml:2:3: warning: the theme has '
                        'no setting "theme_settings.acent"; did you mean '
                        '"theme_settings.accent"?')
        self.assertFalse((self.site / "public").exists())

    def test_jekyll_site_without_an_archive_has_the_theme_of_its_settings(self):
        (self.site / "site.yml").unlink(missing_ok=True)
        self.put("_config.yml", "theme: plain\nlayouts_dir: look\n")
        self.put("look/page.html", "")
        self.put("themes/plain/_layouts/page.html", "")
        result = self.theme()
        self.expect(result, 0)
        self.assertRegex(result.out,
                         r"_layouts/page\.html +the site, hides plain\n")
        self.assertNotIn("default", result.out)

    def test_unknown_theme(self):
        self.expect(self.theme("--theme", "defualt"), 1,
                    err='did you mean "default"?')

    def test_settings_and_hooks_reach_the_pages(self):
        self.put("site.yml", "format: html\ntheme_settings:\n"
                 "  accent: navy\n  text_font: A B, serif\n")
        self.put("_includes/paper-actions.html", "ACT {{ paper.id }}")
        self.put("_includes/head-custom.html", "HEAD {{ page.url }}")
        self.put("_includes/footer-custom.html", "FOOT")
        self.expect(self.build(), 0)
        page = (self.site / "public/papers/2601.00001/index.html").read_text()
        for text in ("--mark:light-dark(navy,#e6907b)", '--serif:"A B", serif;',
                     "ACT 2601.00001", "HEAD /papers/2601.00001/", "FOOT"):
            self.assertIn(text, page)

    def test_pages_carry_no_style_without_settings(self):
        self.expect(self.build("--format", "html"), 0)
        self.assertNotIn("<style", (self.site / "public/index.html").read_text())


class New(CliTest):

    def new(self, *words):
        return offprint("new", "--source", self.site, *words)

    def test_theme_that_builds_at_once(self):
        self.expect(self.new("theme", "mine"), 0, out="offprint theme ")
        self.put("site.yml", "theme: mine\nformat: html\n"
                 "url: https://example.org\ntheme_settings: {stripe: teal}\n")
        result = self.build()
        self.expect(result, 0)
        self.assertEqual(result.err, "")
        page = (self.site / "public/index.html").read_text()
        self.assertIn('href="/assets/mine.css"', page)
        self.assertIn("--stripe:teal", page)
        self.assertTrue((self.site / "public/assets/mine.css").is_file())

    def test_theme_from_another(self):
        self.expect(self.new("theme", "one"), 0)
        self.expect(self.new("theme", "two", "--from", "one"), 0)
        self.expect(offprint("theme", "--source", self.site, "--theme", "two"),
                    0, out="themes/two\n  one 0.1.0")

    def test_theme_takes_over_the_head_of_its_parent_not_the_sites(self):
        self.put("_includes/head-theme.html", "THE SITE'S")
        self.expect(self.new("theme", "mine", "--from", "table"), 0)
        head = (self.site / "themes/mine/_includes/head-theme.html").read_text()
        self.assertNotIn("THE SITE'S", head)
        self.assertIn("/assets/table.css", head)
        self.assertIn("/assets/mine.css", head)

    def test_what_is_there_stays(self):
        self.put("themes/mine/theme.yml", "precious")
        self.expect(self.new("theme", "mine"), 2,
                    err='there is a theme "mine" already')
        self.expect(self.new("theme", "default"), 2,
                    err='there is a theme "default" already')
        self.assertEqual(tree(self.site / "themes"),
                         {"mine/theme.yml": b"precious"})

    def test_names_that_do_not_fit(self):
        for name in ("../x", "a b", ".x", "论文", "a/b"):
            self.expect(self.new("theme", name), 2, err="should have letters")
        self.expect(self.new("theme", "x", "--from", "defalt"), 2,
                    err='did you mean "default"?')
        self.assertFalse((self.site / "themes").exists())

    def test_words_that_are_missing_or_wrong(self):
        self.expect(self.new("theme"), 2, err="name the theme")
        self.expect(self.new("theem", "x"), 2, err='there is no "theem"')
        self.expect(self.new(), 2, err="say what to begin")


class Output(CliTest):

    def test_a_folder_that_offprint_did_not_make(self):
        self.put("public/precious.txt", "mine")
        self.expect(self.build(), 2, err="offprint did not make")
        self.assertEqual(tree(self.site / "public"), {"precious.txt": b"mine"})
        self.expect(self.build("--force"), 0)
        self.assertFalse((self.site / "public/precious.txt").exists())

    def test_a_folder_that_the_build_reads(self):
        self.expect(self.build("--destination", "content", "--force"), 2,
                    err="which the build reads")
        self.assertTrue((self.site / "content/2026-01-23.md").is_file())

    def test_a_destination_below_a_file(self):
        self.put("file", "")
        self.expect(self.build("--destination", "file/public"), 2, err="file")

    def test_full_disk(self):
        self.expect(self.build(), 0)
        before = tree(self.site / "public")
        result = self.build("--clean", preexec_fn=small_files_only)
        self.expect(result, 2, err="cannot write")
        self.assertEqual(tree(self.site / "public"), before)
        self.assertEqual(self.leftovers(), [])

    def test_a_failed_build_leaves_the_old_output(self):
        self.expect(self.build(), 0)
        before = tree(self.site / "public")
        self.put("_bodies/day.html", "{% if %}")
        self.expect(self.build(), 1, err="the old output, if any, stays")
        self.assertEqual(tree(self.site / "public"), before)

    def test_a_killed_build_leaves_the_old_output(self):
        for day in range(1, 29):
            self.put(f"content/2025-12-{day:02}.md", DIGEST.replace(
                "2026-01-23", f"2025-12-{day:02}").replace(
                    "2601.000", f"2512.{day:02}0"))
        self.expect(self.build(), 0)
        before = tree(self.site / "public")
        self.put("content/more.md", DIGEST.replace("2601", "2602"))
        self.expect(self.build("--destination", "new"), 0)
        after = tree(self.site / "new")
        shutil.rmtree(self.site / "new")
        killed = 0
        for milliseconds in range(2, 200, 12):
            build = subprocess.Popen(
                [OFFPRINT, "build", "--source", self.site],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(milliseconds / 1000)
            build.kill()
            killed += build.wait() != 0
            now = tree(self.site / "public")
            if b"site " not in now[".offprint"]:  # killed while it changed them
                self.assertEqual([path for path, text in now.items()
                                  if path != ".offprint" and
                                  text not in (before.get(path), after.get(path))], [])
                break
            if now != before:  # then the build was done, and this is all of it
                self.assertEqual(now.keys(), after.keys())
                self.assertTrue(now == after)
                break
        self.assertGreater(killed, 0)
        self.expect(self.build(), 0)
        self.assertTrue(tree(self.site / "public") == after)
        self.assertEqual(self.leftovers(), [])

    def test_old_pages_go(self):
        self.expect(self.build(), 0)
        self.assertTrue((self.site / "public/papers/2601.00002").exists())
        self.put("content/2026-01-23.md",
                 DIGEST[:DIGEST.index("### [Score: 7.5")])
        self.expect(self.build(), 0)
        self.assertFalse((self.site / "public/papers/2601.00002").exists())

    def leftovers(self):
        return sorted(path.name for path in self.site.iterdir()
                      if path.name not in ("content", "public", "site.yml",
                                       ".offprint-cache"))


def small_files_only():
    """Makes each write beyond 2,000 bytes of a file fail, as a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))


class Clean(CliTest):

    def test_removes_what_build_made(self):
        self.expect(self.build(), 0)
        self.expect(offprint("clean", "--source", self.site), 0, out="Removed")
        self.assertFalse((self.site / "public").exists())

    def test_has_nothing_to_do(self):
        self.expect(offprint("clean", "--source", self.site), 0,
                    out="There is no")

    def test_leaves_what_is_not_offprints(self):
        self.put("public/precious.txt", "mine")
        self.expect(offprint("clean", "--source", self.site), 2,
                    err="offprint did not make it")
        self.assertTrue((self.site / "public/precious.txt").is_file())


class Inspect(CliTest):

    def test_prints_an_object_a_line(self):
        digest = self.site / "content/2026-01-23.md"
        result = offprint("inspect", digest, digest)
        self.expect(result, 0)
        first, second = map(json.loads, result.out.splitlines())
        self.assertEqual(first, second)
        self.assertEqual(first["dialect"], "scored-list")
        self.assertEqual(first["date"], "2026-01-23")
        self.assertEqual([paper["id"] for paper in first["papers"]],
                         ["2601.00001", "2601.00002"])
        self.assertEqual(first["papers"][0]["authors"],
                         ["Ada Alpha", "Bob Beta"])
        self.assertEqual(first["papers"][0]["score"], 9.0)
        self.assertEqual(first["papers"][1]["sections"],
                         {"reason": "It is flat."})

    def test_a_file_that_is_not_there(self):
        result = offprint("inspect", self.site / "content/no.md")
        self.expect(result, 1)
        found = json.loads(result.out)
        self.assertEqual(found["papers"], [])
        self.assertEqual(found["diagnostics"][0]["severity"], "error")
        self.assertIn("No such file", found["diagnostics"][0]["message"])

    def test_no_file_is_named(self):
        self.expect(offprint("inspect"), 2, err="FILE")


class Check(CliTest):

    def test_prints_totals(self):
        self.put("content/2026-01-26.md",
                 DIGEST.replace("2026-01-23", "2026-01-26"))
        result = offprint("check", "--source", self.site)
        self.expect(result, 0)
        for row in (r"files +2", r"entries +4", r"papers +2",
                    r"days without a digest +2: 2026-01-24 to 2026-01-25"):
            self.assertRegex(result.out, rf"(?m)^ +{row}$")

    def test_errors_fail(self):
        (self.site / "content/bad.md").write_bytes(b"# \xff\n")
        self.expect(offprint("check", "--source", self.site), 1,
                    out="content/bad.md:1:3: error: not UTF-8")

    def test_warnings_fail_when_strict(self):
        self.put("content/notes.md", "- [A](https://arxiv.org/abs/2601.00003)\n")
        self.expect(offprint("check", "--source", self.site), 0,
                    out="content/notes.md")
        self.expect(offprint("check", "--strict", "--source", self.site), 1)


if __name__ == "__main__":
    unittest.main()
