#!/usr/bin/env python3
"""The action that builds a site on GitHub: what it says, and its steps run one
after another as GitHub runs them, in a clean clone of a fresh site.

    tests/actions/action_test.py

offprint is compiled by the action's own step, in a copy of the project: with a
filled ccache a matter of seconds. apt-get alone is a stand-in, which unpacks
the package beside the test and installs nothing.
"""

import http.server
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import unittest

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT / "tests/cli"))
from new_site_test import from_yaml  # noqa: E402

ACTION = PROJECT / ".github/actions/build/action.yml"
WORKFLOW = PROJECT / "src/starter/site/.github/workflows/pages.yml"

APT_GET = """#!/bin/bash
echo "$*" >> "$APT_LOG"
for word; do
  if [[ $word == *.deb ]]; then dpkg-deb --extract "$word" "$APT_ROOT"; fi
done
"""


def lint(kind, path):
    folder = PROJECT / "tests/actions"
    if not (folder / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund"], cwd=folder, check=True,
                       capture_output=True)
    done = subprocess.run(["node", "lint.mjs", kind, path], cwd=folder, check=True, text=True,
                          capture_output=True)
    return done.stdout


class Metadata(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.text = ACTION.read_text()
        cls.action = from_yaml(cls.text)
        cls.steps = cls.action["runs"]["steps"]

    def test_linters_find_nothing(self):
        self.assertEqual(lint("action", ACTION), "")
        self.assertEqual(lint("workflow", WORKFLOW), "")

    def test_linters_find_what_is_wrong(self):
        with tempfile.TemporaryDirectory() as folder:
            wrong = pathlib.Path(folder) / "wrong.yml"
            wrong.write_text(self.text.replace("using: composite", "using: compost"))
            self.assertIn("runs", lint("action", wrong))
            wrong.write_text(WORKFLOW.read_text().replace("outputs.origin", "output.origin"))
            self.assertIn('"output" is not defined', lint("workflow", wrong))

    def test_inputs_have_defaults(self):
        self.assertEqual(
            {name: one["default"] for name, one in self.action["inputs"].items()},
            {"task": "build", "directory": ".", "format": "html", "destination": "public",
             "strict": "false", "args": ""})

    def test_scripts_hold_no_expression(self):
        """So that nothing from outside becomes part of a script."""
        for step in self.steps:
            self.assertNotIn("${{", step.get("run", ""), step["name"])
            self.assertEqual("run" in step, step.get("shell") == "bash", step["name"])

    @unittest.skipUnless(shutil.which("shellcheck"), "no shellcheck")
    def test_scripts_are_clean(self):
        """GitHub runs them with "set -e": a cd that fails ends them."""
        for step in self.steps:
            if "run" in step:
                done = subprocess.run(["shellcheck", "--shell=bash", "--exclude=SC1091,SC2164", "-"],
                                      check=False, text=True, capture_output=True,
                                      input=step["run"])
                self.assertEqual(done.stdout, "", step["name"])

    def test_actions_of_others_are_github_s_own_and_pinned(self):
        used = {step["uses"] for step in self.steps if "uses" in step}
        self.assertEqual(used, {"actions/cache@v5"})


class Installed(unittest.TestCase):
    """The steps up to the one that installs offprint have run, once for all."""

    ref = "main"  # the branch that GitHub tells of

    @classmethod
    def setUpClass(cls):
        if not hasattr(Installed, "temp"):
            Installed.install()

    @classmethod
    def install(cls):
        cls.steps = {step["name"]: step for step in from_yaml(ACTION.read_text())["runs"]["steps"]}
        cls.inputs = {name: one["default"]
                      for name, one in from_yaml(ACTION.read_text())["inputs"].items()}
        cls.temp = pathlib.Path(tempfile.mkdtemp(prefix="offprint-action-"))
        unittest.addModuleCleanup(shutil.rmtree, cls.temp)
        cls.source = cls.temp / "offprint"
        cls.copy_project()
        (cls.temp / "bin").mkdir()
        for name in ("apt-get", "sudo"):
            program = cls.temp / "bin" / name
            program.write_text(APT_GET if name == "apt-get" else '#!/bin/sh\nexec "$@"\n')
            program.chmod(0o755)
        (cls.temp / "root").mkdir()
        cls.env = os.environ | {
            "GITHUB_ACTION_PATH": str(cls.source / ".github/actions/build"),
            "GITHUB_OUTPUT": str(cls.temp / "output"),
            "HOME": str(cls.temp / "home"),
            "PATH": f"{cls.temp}/bin:{cls.temp}/root/usr/bin:{os.environ['PATH']}",
            "APT_LOG": str(cls.temp / "apt.log"), "APT_ROOT": str(cls.temp / "root"),
            "CCACHE_DIR": cls.ccache_folder(), "CCACHE_BASEDIR": str(cls.source),
            "CCACHE_NOHASHDIR": "1"}
        for name in ("Name this offprint", "Compile offprint", "Install offprint"):
            done = cls.run_step(name)
            assert done.returncode == 0, f"{name}\n{done.stdout}\n{done.stderr}"

    @classmethod
    def copy_project(cls):
        """As GitHub unpacks an action: the files, and no .git."""
        names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=PROJECT,
                               check=True, text=True, capture_output=True).stdout.splitlines()
        for name in names:
            (cls.source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(PROJECT / name, cls.source / name)

    @staticmethod
    def ccache_folder():
        done = subprocess.run(["ccache", "--get-config", "cache_dir"], check=False, text=True,
                              capture_output=True)
        return done.stdout.strip() or str(pathlib.Path.home() / ".ccache")

    @classmethod
    def run_step(cls, name, folder=None, **inputs):
        step = cls.steps[name]
        values = cls.inputs | inputs
        env = {key: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: values[found[1]], text)
               .replace("${{ github.ref_name }}", cls.ref)
               for key, text in step.get("env", {}).items()}
        return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c",
                               step["run"]], check=False, cwd=folder or cls.temp, text=True,
                              capture_output=True, env=cls.env | env)

    def output(self, name):
        lines = (self.temp / "output").read_text().splitlines()
        return [line.partition("=")[2] for line in lines if line.startswith(name + "=")][-1]

    def run_script(self, step, folder):
        """A step of the workflow, by GitHub's rule for a shell that is not named."""
        return subprocess.run(["sh", "-e", "-c", step["run"]], check=False, cwd=folder, text=True,
                              capture_output=True, env=self.env)

    def fresh_site(self):
        """A clean clone of what `offprint new site` makes."""
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.temp))
        made, clone = folder / "made", folder / "clone"
        git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-C", made]
        for command in (["offprint", "new", "site", made], [*git, "init", "-q"],
                        [*git, "add", "-A"], [*git, "commit", "-qm", "One"],
                        ["git", "clone", "-q", made, clone]):
            subprocess.run(command, check=True, env=self.env, stdin=subprocess.DEVNULL,
                           capture_output=True)
        return clone


class Run(Installed):
    """The steps in their order."""

    def test_name_is_that_of_the_files(self):
        name = self.output("name")
        self.assertRegex(name, r"^\w+-[\d.]+-\w+-[0-9a-f]{64}$")
        self.run_step("Name this offprint")
        self.assertEqual(self.output("name"), name)
        added = self.source / "src/base/added file.h"
        added.touch()
        self.addCleanup(added.unlink)
        self.run_step("Name this offprint")
        self.assertNotEqual(self.output("name"), name)

    def test_package_is_kept_where_the_cache_looks(self):
        kept = self.steps["Keep offprint"]["with"]["path"].replace("~", self.env["HOME"])
        self.assertEqual(len(list(pathlib.Path(kept).glob("offprint_*.deb"))), 1)
        self.assertRegex((self.temp / "apt.log").read_text(), r"update.*\n.*install .*\.deb")

    def test_builds_a_fresh_site(self):
        site = self.fresh_site()
        done = self.run_step("Build the site", site,
                             args="--url=https://you.example.org\n--baseurl=/papers\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn('"/papers/', (site / self.output("site") / "index.html").read_text())

    def test_builds_at_the_root_of_a_host(self):
        site = self.fresh_site()
        done = self.run_step("Build the site", site,
                             args="--url=https://you.example.org\n--baseurl=\n")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_builds_a_folder_of_the_repository(self):
        site = self.fresh_site()
        done = self.run_step("Build the site", site.parent, directory="clone", format="jekyll",
                             destination="source of pages", args="--url=https://you.example.org")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.output("site"), "clone/source of pages")
        self.assertTrue((site / "source of pages/_config.yml").exists())

    def test_inputs_are_no_script(self):
        site = self.fresh_site()
        evil = '$(touch pwned)`touch pwned`"; touch pwned; #'
        for name in self.inputs:
            self.run_step("Build the site", site, **{name: evil})
            self.assertEqual(list(site.rglob("pwned")), [], name)
        before = (self.temp / "output").read_text()
        done = self.run_step("Build the site", site, destination="public\nname=evil")
        self.assertEqual(done.returncode, 1)
        self.assertEqual((self.temp / "output").read_text(), before)

    def test_one_task_at_a_time(self):
        for name, condition in (("Fetch", "inputs.task == 'fetch'"),
                                ("Commit what was fetched", "inputs.task == 'fetch'"),
                                ("Build the site", "inputs.task != 'fetch'")):
            self.assertEqual(self.steps[name]["if"], condition)

    def site_with_a_stray_byte(self):
        site = self.fresh_site()
        (site / "content/bad, 50%.md").write_bytes(b"# 2026-01-25\n\n- \xff "
                                              b"[Cups](https://arxiv.org/abs/2601.00001)\n")
        return site

    def test_mistakes_in_digests_are_annotations(self):
        site = self.site_with_a_stray_byte()
        done = self.run_step("Build the site", site, args="--url=https://you.example.org")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("\n::warning::digests have mistakes", done.stdout)
        self.assertTrue((site / self.output("site") / "days/2026-01-25/index.html").exists())
        self.assertIn("\n::error file=content/bad%2C 50%25.md,line=3,col=3::not UTF-8: ", done.stdout)
        self.assertIn("\n::warning file=content/bad%2C 50%25.md,line=3,col=1::", done.stdout)
        done = self.run_step("Build the site", site.parent, directory="clone")
        self.assertIn("\n::error file=clone/content/bad", done.stdout)

    def test_mistakes_fail_where_strict(self):
        site = self.site_with_a_stray_byte()
        for inputs in ({"strict": "true"}, {"args": "--strict"}):
            done = self.run_step("Build the site", site, **inputs)
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertNotIn("::warning::", done.stdout)
            self.assertFalse((site / "public").exists())

    def test_what_was_not_built_fails(self):
        site = self.fresh_site()
        self.assertEqual(self.run_step("Build the site", site).returncode, 0)
        (site / "_bodies").mkdir()
        (site / "_bodies/day.html").write_text("::set-output name=site::evil{% if %}\n")
        done = self.run_step("Build the site", site)
        self.assertEqual(done.returncode, 1)
        self.assertNotIn("::warning::", done.stdout)
        said = re.search(r"^::stop-commands::(.+)\n([\s\S]*?)^::\1::$", done.stdout,
                         re.MULTILINE)
        self.assertIn("    ::set-output name=site::evil", said[2])

class Morning(Installed):
    """The job that fetches, with a server of this machine and a bare remote."""

    BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>"

    def setUp(self):
        self.answers = {"/2026-01-24.md": b"# Papers of 2026-01-24\n\n"
                        b"- [Cups](https://arxiv.org/abs/2601.00001)\n"}
        answers = self.answers

        class Handler(http.server.BaseHTTPRequestHandler):

            def do_GET(self):
                body = answers.get(self.path)
                self.send_response(404 if body is None else 200)
                self.end_headers()
                self.wfile.write(body or b"")

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        self.address = f"http://127.0.0.1:{server.server_address[1]}"
        self.site = self.fresh_site()
        self.origin = self.site.parent / "made"
        self.git("config", "receive.denyCurrentBranch", "ignore", cwd=self.origin)
        self.git("branch", "-M", "main", cwd=self.origin)
        self.git("branch", "-M", "main")
        self.git("branch", "--set-upstream-to=origin/main", check=False)
        self.name_sources("2026-01-24.md")

    def git(self, *arguments, cwd=None, check=True):
        done = subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org",
                               *arguments], cwd=cwd or self.site, check=check, text=True,
                              capture_output=True)
        return done.stdout.strip()

    def name_sources(self, *files):
        text = "".join(f"  - {{name: s{i}, url: \"{self.address}/{file}\"}}\n"
                       for i, file in enumerate(files))
        config = self.site / "site.yml"
        config.write_text(config.read_text().partition("\nsources:")[0] + "\nsources:\n" + text)
        self.git("commit", "-qam", "Sources")
        self.git("push", "-q", "origin", "main")

    def fetch(self):
        return self.run_step("Fetch", self.site, args="--allow-private-addresses\nremote")

    def commit(self):
        return self.run_step("Commit what was fetched", self.site)

    def head(self):
        return self.git("rev-parse", "main", cwd=self.origin)

    def test_git_is_installed_before_the_digests_are_taken(self):
        steps = from_yaml(WORKFLOW.read_text())["jobs"]["fetch"]["steps"]
        self.assertEqual([step["name"] for step in steps],
                         ["Install git", "Take the digests", "Fetch and commit"])
        done = self.run_script(steps[0], self.site)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex((self.temp / "apt.log").read_text(), r"install .* git ca-certificates\n")

    def test_commits_what_came_and_builds_it(self):
        self.assertEqual(self.fetch().returncode, 0)
        self.assertEqual(self.commit().returncode, 0)
        self.assertEqual(self.git("log", "-1", "--format=%an <%ae>", self.head()), self.BOT)
        self.assertEqual(
            self.git("show", "--name-status", "--format=", self.head()).splitlines(),
            ["A\tcontent/remote/s0/2026-01-24.md", "A\tcontent/remote/s0/_provenance.jsonl"])
        clone = self.site.parent / "again"
        self.git("clone", "-q", "--branch=main", str(self.origin), str(clone))
        self.assertEqual(self.run_step("Build the site", clone).returncode, 0)
        self.assertTrue((clone / "public/days/2026-01-24/index.html").exists())

    def test_commits_nothing_when_nothing_is_new(self):
        self.fetch()
        self.commit()
        before = self.head()
        self.assertEqual(self.fetch().returncode, 0)
        done = self.commit()
        self.assertEqual((done.returncode, done.stdout), (0, "Nothing is new.\n"))
        self.assertEqual(self.head(), before)

    def test_partial_failure_is_a_warning(self):
        self.name_sources("2026-01-24.md", "2026-01-25.md")
        done = self.fetch()
        self.assertEqual(done.returncode, 0)
        self.assertIn("::warning::some of it could not be fetched", done.stdout)
        self.commit()
        self.assertIn("content/remote/s0/2026-01-24.md",
                      self.git("ls-tree", "-r", "--name-only", self.head()))

    def test_nothing_reached_fails(self):
        self.address = "http://127.0.0.1:9"
        self.name_sources("2026-01-24.md")
        done = self.fetch()
        self.assertEqual(done.returncode, 2)
        self.assertIn("::error::nothing could be fetched", done.stdout)

    def test_somebody_pushes_meanwhile(self):
        self.fetch()
        other = self.site.parent / "other"
        self.git("clone", "-q", "--branch=main", str(self.origin), str(other))
        (other / "note.txt").write_text("x")
        self.git("add", "-A", cwd=other)
        self.git("commit", "-qm", "Meanwhile", cwd=other)
        self.git("push", "-q", "origin", "main", cwd=other)
        self.assertEqual(self.commit().returncode, 0)
        self.assertEqual(self.git("log", "--format=%s", "-2", self.head()).splitlines()[1],
                         "Meanwhile")

    def test_a_push_that_is_refused_fails(self):
        hook = self.origin / ".git/hooks/pre-receive"
        hook.write_text("#!/bin/sh\nexit 1\n")
        hook.chmod(0o755)
        self.fetch()
        self.assertNotEqual(self.commit().returncode, 0)

    def test_a_branch_is_no_script(self):
        self.fetch()
        before = self.head()
        type(self).ref = "$(touch pwned);touch pwned"
        self.addCleanup(delattr, type(self), "ref")
        self.assertNotEqual(self.commit().returncode, 0)
        self.assertEqual(list(self.site.rglob("pwned")), [])
        self.assertEqual(self.head(), before)


if __name__ == "__main__":
    unittest.main()
