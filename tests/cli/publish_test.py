#!/usr/bin/env python3
"""offprint publish and check --links, with real git and a bare remote.

    OFFPRINT=build/dev/offprint tests/cli/publish_test.py [Class.test…]
"""

import os
import shutil
import subprocess
import sys
import unittest

from cli_test import DIGEST, PROJECT, CliTest, offprint, tree

sys.path.insert(0, str(PROJECT / "tests/jekyll"))
import jekyll_test  # noqa: E402

# Of no user but this one.
GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
       "LC_ALL": "C.UTF-8"}
PAGES = "refs/heads/gh-pages"

# Stands before the real git and does something first when $WHEN is run.
FAKE_GIT = """#!/bin/sh
for word in "$@"; do
  if [ "$word" = "$WHEN" ]; then WHEN= sh -c "$FIRST" >/dev/null 2>&1; fi
done
exec "$REAL_GIT" "$@"
"""

# Calls the remote one of GitHub's.
AT_GITHUB = """#!/bin/sh
case "$*" in
  *get-url*) echo git@github.com:ada/papers.git ;;
  *) exec "$REAL_GIT" "$@" ;;
esac
"""


class PublishTest(CliTest):

    def setUp(self):
        super().setUp()
        os.environ |= GIT
        self.put("site.yml", "title: Cups\nurl: https://a.github.io\n"
                 "format: html\n")
        self.remote = self.temp / "remote.git"
        self.git("init", "-q", "--bare", self.remote, cwd=self.temp)
        self.init(self.site)

    def init(self, folder):
        self.git("init", "-q", "-b", "main", folder, cwd=self.temp)
        self.git("config", "user.name", "Ada", cwd=folder)
        self.git("config", "user.email", "ada@example.org", cwd=folder)
        self.git("remote", "add", "origin", self.remote, cwd=folder)

    def git(self, *arguments, cwd=None, **options):
        done = subprocess.run(
            ["git", *map(str, arguments)], cwd=cwd or self.site, check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
        self.assertEqual(done.returncode, 0, (arguments, done.stdout))
        return done.stdout.decode().strip()

    def commit_all(self):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "Digests")

    def state(self):
        """What publishing must leave alone."""
        index = self.site / ".git/index"
        return (self.git("status", "--porcelain", "--branch"),
                index.read_bytes() if index.exists() else None,
                tree(self.site / "content"))

    def publish(self, *arguments, **options):
        return offprint("publish", "--source", self.site, *arguments, **options)

    def files(self, name=PAGES, cwd=None):
        """{path: bytes} of a commit."""
        folder = self.temp / "out"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        archive = subprocess.run(["git", "archive", name], check=True,
                                 cwd=cwd or self.site, capture_output=True)
        subprocess.run(["tar", "-x"], input=archive.stdout, cwd=folder,
                       check=True)
        return tree(folder)

    def tip(self, name=PAGES, cwd=None):
        return self.git("rev-parse", "--verify", name, cwd=cwd)

    def count(self, name=PAGES):
        return int(self.git("rev-list", "--count", name))

    def change(self):
        self.put("content/2026-01-24.md",
                 DIGEST.replace("2026-01-23", "2026-01-24"))

    def fake_git(self, script, **variables):
        """The variables with which the script is found before git."""
        fake = self.temp / "bin/git"
        fake.parent.mkdir()
        fake.write_text(script)
        fake.chmod(0o755)
        return {"PATH": f"{fake.parent}:{os.environ['PATH']}",
                "REAL_GIT": shutil.which("git"), **variables}

    def race(self, when, first):
        """The variables with which `first` is done before git runs `when`."""
        return self.fake_git(FAKE_GIT, WHEN=when, FIRST=first)


class Commit(PublishTest):

    def test_the_commit_is_the_site(self):
        self.commit_all()
        before = self.state()
        self.expect(self.publish(), 0, out="a commit without history")
        self.assertEqual(self.state(), before)
        self.expect(self.build(), 0)
        built = tree(self.site / "public")
        del built[".offprint"]
        self.assertEqual(self.files(), built)
        self.assertIn(".nojekyll", built)
        self.assertNotIn("CNAME", built)
        self.assertEqual(self.count(), 1)
        self.assertIn(self.tip("HEAD"), self.git("log", "-1", PAGES))

    def test_work_in_progress_stays(self):
        self.commit_all()
        self.change()
        self.git("add", "content/2026-01-24.md")
        self.put("content/2026-01-25.md", DIGEST)
        before = self.state()
        self.expect(self.publish("--push"), 0)
        self.assertEqual(self.state(), before)
        self.assertEqual(self.git("stash", "list"), "")

    def test_an_orphan_takes_the_place_of_the_last_one(self):
        self.expect(self.publish(), 0)
        self.change()
        self.expect(self.publish(), 0, out="added, ")
        self.assertEqual(self.count(), 1)
        self.expect(self.build(), 0)
        built = tree(self.site / "public")
        del built[".offprint"]
        self.assertEqual(self.files(), built)
        self.assertIn("days/2026-01-24/index.html", built)
        self.assertEqual(self.git("for-each-ref", "--format=%(refname)"), PAGES)
        self.git("fsck", "--strict", "--no-dangling")

    def test_nothing_to_do(self):
        self.expect(self.publish(), 0)
        before = self.tip()
        self.expect(self.publish(), 0, out="which has this very site already")
        self.assertEqual(self.tip(), before)

    def test_keep_history(self):
        self.expect(self.publish("--keep-history"), 0)
        first = self.tip()
        self.change()
        self.expect(self.publish("--keep-history"), 0,
                    out=f"on top of {first[:10]}")
        self.assertEqual(self.count(), 2)
        self.assertEqual(self.tip(PAGES + "^"), first)
        self.expect(self.publish(), 2, err="no lone commit of offprint's")
        self.expect(self.publish("--force"), 0)
        self.assertEqual(self.count(), 1)

    def test_files_that_go(self):
        self.change()
        self.expect(self.publish(), 0)
        (self.site / "content/2026-01-24.md").unlink()
        self.expect(self.publish(), 0, out="removed")
        self.assertFalse([name for name in self.files() if "01-24" in name])

    def test_bytes_are_kept(self):
        """Whatever the user's settings do to files on their way in."""
        self.git("config", "core.autocrlf", "true")
        self.put(".git/info/attributes", "* text eol=crlf ident\n")
        self.put(".git/info/exclude", "*.html\n")
        self.put("note 论.txt", "a\r\nb\n$Id$\n")
        self.expect(self.publish(), 0)
        listed = self.git("-c", "core.quotePath=false", "ls-tree", "-r",
                          "--name-only", PAGES)
        self.assertIn("note 论.txt", listed)
        self.assertIn("index.html", listed.splitlines())
        self.assertEqual(
            subprocess.run(["git", "cat-file", "blob", f"{PAGES}:note 论.txt"],
                           cwd=self.site, check=True,
                           capture_output=True).stdout, b"a\r\nb\n$Id$\n")

    def test_another_branch(self):
        self.expect(self.publish("--branch", "site/live"), 0,
                    out="on the branch site/live")
        self.assertEqual(self.count("refs/heads/site/live"), 1)
        for name in ("a..b", "-x", "@{-1}", "a b", "a.lock"):
            self.expect(self.publish(f"--branch={name}"), 2,
                        err="cannot be the name of a branch")

    def test_dry_run(self):
        before = self.state()
        result = self.publish("--dry-run", "--verbose")
        self.expect(result, 0, out="added    index.html")
        self.assertEqual(self.git("for-each-ref"), "")
        self.assertEqual(self.git("count-objects"), "0 objects, 0 kilobytes")
        self.assertEqual(self.state(), before)
        self.expect(self.publish(), 0)
        self.expect(self.publish("--dry-run"), 0,
                    out="Nothing would change on the branch gh-pages")
        self.change()
        (self.site / "content/2026-01-23.md").unlink()
        before = self.tip()
        result = self.publish("-n", "--verbose")
        self.expect(result, 0, out="removed  days/2026-01-23/index.html")
        self.assertIn("added    days/2026-01-24/index.html", result.out)
        self.assertIn("changed  index.html", result.out)
        self.assertEqual(self.tip(), before)

    def test_quiet(self):
        result = self.publish("--quiet", "--push")
        self.expect(result, 0)
        self.assertEqual(result.out, "")

    def test_earlier_output_is_no_part_of_the_site(self):
        self.put("site.yml", "format: html\ndestination: out/site\n")
        self.expect(self.build(), 0)
        self.expect(self.publish(), 0)
        self.assertFalse([name for name in self.files()
                          if name.startswith("out")])


class Places(PublishTest):
    """Where a site can lie."""

    def test_sub_folder(self):
        repository = self.temp / "repository"
        self.init(repository)
        shutil.rmtree(self.site / ".git")
        shutil.move(self.site, repository / "deep")
        result = offprint("publish", cwd=repository / "deep")
        self.expect(result, 0, out="git push origin gh-pages")
        names = self.files(cwd=repository)
        self.assertIn("index.html", names)
        self.assertEqual(self.git("status", "--porcelain", "-uall",
                                  cwd=repository),
                         "?? deep/content/2026-01-23.md\n?? deep/site.yml")

    def test_worktree(self):
        self.commit_all()
        tree_folder = self.temp / "other"
        self.git("worktree", "add", "-q", "-b", "draft", tree_folder)
        result = offprint("publish", "-s", tree_folder)
        self.expect(result, 0, out=f"git -C {tree_folder} push origin gh-pages")
        self.assertEqual(self.count(), 1)
        self.assertEqual(self.git("status", "--porcelain", cwd=tree_folder), "")

    def test_detached_head(self):
        self.commit_all()
        self.git("checkout", "-q", "--detach")
        before = self.state()
        self.expect(self.publish(), 0)
        self.assertEqual(self.state(), before)

    def test_no_commit_yet(self):
        self.expect(self.publish(), 0)
        self.assertEqual(self.count(), 1)
        self.assertIn("No commits yet", self.git("status"))

    def test_git_variables_of_a_hook(self):
        self.commit_all()
        before = self.state()
        self.expect(self.publish(env={"GIT_INDEX_FILE": ".git/index",
                                      "GIT_DIR": str(self.site / ".git")}), 0)
        self.assertEqual(self.state(), before)
        self.assertIn("index.html", self.files())

    def test_no_repository(self):
        shutil.rmtree(self.site / ".git")
        self.expect(self.publish(), 2, err='"git init" makes one')
        self.assertFalse((self.site / ".offprint-cache").exists())

    def test_no_git(self):
        self.expect(self.publish(env={"PATH": str(self.temp)}), 2,
                    err='there is no program "git" here')

    def test_nobody_to_commit(self):
        self.git("config", "--unset", "user.email")
        env = {"EMAIL": "", "GIT_CONFIG_COUNT": "1",
               "GIT_CONFIG_KEY_0": "user.useConfigOnly",
               "GIT_CONFIG_VALUE_0": "true"}
        self.expect(self.publish(env=env), 2,
                    err="git does not know who commits here")
        self.expect(self.publish("--dry-run", env=env), 0)


class Refusals(PublishTest):

    def test_branch_that_is_checked_out(self):
        self.commit_all()
        before = self.tip("HEAD")
        self.expect(self.publish("--branch", "main"), 2,
                    err=f'"main" is checked out in {self.site}')
        self.git("branch", "-q", "gh-pages")
        self.git("worktree", "add", "-q", self.temp / "other", "gh-pages")
        self.expect(self.publish("--force"), 2,
                    err=f'"gh-pages" is checked out in {self.temp / "other"}')
        self.assertEqual(self.tip(), before)

    def test_branch_without_commits_that_is_checked_out(self):
        self.expect(self.publish("--branch", "main"), 2,
                    err='"main" is checked out')

    def test_commits_of_others(self):
        self.commit_all()
        self.git("branch", "-q", "gh-pages")
        before = self.tip()
        self.expect(self.publish(), 2, err='"Digests", which is no lone commit')
        self.assertEqual(self.tip(), before)
        self.expect(self.publish("--keep-history"), 0)
        self.assertEqual(self.tip(PAGES + "^"), before)

    def test_branch_that_moves(self):
        self.commit_all()
        self.expect(self.publish(), 0)
        self.change()
        env = self.race("update-ref", f"git -C '{self.site}' update-ref {PAGES} HEAD")
        self.expect(self.publish(env=env), 2,
                    err='the branch "gh-pages" moved while')
        self.assertEqual(self.tip(), self.tip("HEAD"))

    def test_errors_in_digests(self):
        (self.site / "content/bad.md").write_bytes(b"# 2026-01-25\n\xff\n")
        self.expect(self.publish(), 1, err="is not published; the branch")
        self.assertEqual(self.git("for-each-ref"), "")

    def test_errors_in_settings(self):
        self.put("site.yml", "paginate: many\n")
        self.expect(self.publish(), 1, err="the settings have errors")

    def test_warnings_are_errors_where_strict(self):
        self.put("site.yml", "titel: Cups\nurl: https://a.github.io\n")
        self.expect(self.publish("--strict"), 1, err="--strict")
        self.assertEqual(self.git("for-each-ref"), "")
        self.expect(self.publish(), 0, out="1 warning")

    def test_limits_of_the_host(self):
        with (self.site / "talk.mp4").open("wb") as file:
            file.truncate(81_000_000)
        self.expect(self.publish("--strict"), 1, err="near the limits of its host")
        self.assertEqual(self.git("for-each-ref"), "")
        self.expect(self.publish(), 0, err="warning: talk.mp4 has 81.0 MB of the 100 MB")

    def test_broken_links_are_warnings(self):
        self.put("about.md", "---\nlayout: page\ntitle: x\n---\n[x](none.html)\n")
        for form in "html", "jekyll":
            self.expect(
                self.publish("--strict", "--format", form), 1,
                err='warning: links to "/none.html", which the site does not')
            self.assertEqual(self.git("for-each-ref"), "")
        self.expect(self.publish(), 0, out="of which 1 lead nowhere")


class Push(PublishTest):

    def test_nothing_is_pushed_unasked(self):
        self.expect(self.publish(), 0,
                    out="Nothing is pushed yet. Next:\n  git -C ")
        self.assertEqual(self.git("for-each-ref", cwd=self.remote), "")
        self.git("remote", "remove", "origin")
        self.expect(self.publish(), 0, out="remote add origin ADDRESS")

    def test_push(self):
        self.expect(self.publish("--push"), 0, out=f"Pushed to {self.remote}")
        self.assertEqual(self.tip(cwd=self.remote), self.tip())
        self.assertEqual(self.git("for-each-ref", "--format=%(refname)",
                                  cwd=self.remote), PAGES)
        self.expect(self.publish("--push"), 0, out="nothing was pushed")
        self.change()
        self.expect(self.publish("--push"), 0, out="Pushed")
        self.assertEqual(self.tip(cwd=self.remote), self.tip())
        self.assertEqual(self.count(), 1)

    def test_first_push_to_github(self):
        env = self.fake_git(AT_GITHUB)
        self.expect(self.publish("--push", env=env), 0,
                    out="open https://github.com/ada/papers/settings/pages and "
                    'choose "Deploy from a branch", gh-pages, / (root)')
        self.change()
        self.expect(self.publish("--push", env=env), 0,
                    out="In a minute or two it is at https://a.github.io/\n")

    def test_the_command_that_comes_next(self):
        self.expect(self.publish("--push"), 0)
        self.change()
        lines = self.publish().out.splitlines()
        self.assertIn("--force-with-lease=gh-pages:", lines[-1])
        subprocess.run(lines[-1], shell=True, check=True, capture_output=True)
        self.assertEqual(self.tip(cwd=self.remote), self.tip())
        self.expect(self.publish(), 0, out="there is nothing to push")

    def test_push_with_history(self):
        self.expect(self.publish("--push", "--keep-history"), 0)
        self.change()
        self.expect(self.publish("--push", "--keep-history"), 0)
        self.assertEqual(self.tip(cwd=self.remote), self.tip())
        self.assertEqual(self.count(), 2)

    def test_dry_run_pushes_nothing(self):
        self.expect(self.publish("--push", "--dry-run"), 0)
        self.assertEqual(self.git("for-each-ref", cwd=self.remote), "")

    def test_no_remote(self):
        self.expect(self.publish("--push", "--remote", "up"), 2,
                    err='there is no remote "up" to push to')
        self.git("remote", "set-url", "origin", self.temp / "nowhere")
        self.expect(self.publish("--push"), 2, err="does not answer")
        self.assertFalse((self.site / ".offprint-cache").exists())

    def clone(self):
        """Another place that publishes on the same remote."""
        other = self.temp / "clone"
        self.git("clone", "-q", self.remote, other, cwd=self.temp)
        self.git("config", "user.name", "Bob", cwd=other)
        self.git("config", "user.email", "bob@example.org", cwd=other)
        shutil.copytree(self.site / "content", other / "content")
        shutil.copy(self.site / "site.yml", other)
        return other

    def test_somebody_else_published(self):
        self.expect(self.publish("--push"), 0)
        other = self.clone()
        (other / "content/2026-01-23.md").write_text(
            DIGEST.replace("Cups", "Mugs"), encoding="utf-8")
        self.expect(offprint("publish", "--push", "-s", other), 0, out="Pushed")
        theirs = self.tip(cwd=self.remote)
        self.change()
        self.expect(self.publish("--push"), 2, err="never fetched")
        self.assertEqual(self.tip(cwd=self.remote), theirs)
        self.git("fetch", "-q", "origin")
        self.expect(self.publish("--push"), 0, out="Pushed")
        self.assertEqual(self.tip(cwd=self.remote), self.tip())

    def test_histories_that_went_apart(self):
        self.expect(self.publish("--push"), 0)
        other = self.clone()
        (other / "content/2026-01-23.md").write_text(
            DIGEST.replace("Cups", "Mugs"), encoding="utf-8")
        self.expect(offprint("publish", "--push", "--keep-history", "-s",
                             other), 0, out="on top of")
        self.git("fetch", "-q", "origin")
        # Only behind: goes on from theirs.
        self.expect(self.publish("--keep-history"), 0)
        self.assertEqual(self.count(), 3)
        self.git("update-ref", PAGES, PAGES + "~2")
        self.change()
        self.git("fetch", "-q", "origin")
        self.git("update-ref", "refs/remotes/origin/gh-pages", PAGES + "@{1}")
        self.git("update-ref", PAGES, self.git(
            "commit-tree", PAGES + "^{tree}", "-p", PAGES, "-m", "x"))
        self.expect(self.publish("--keep-history"), 2, err="have gone apart")

    def test_remote_that_moves(self):
        self.expect(self.publish("--push"), 0)
        self.change()
        env = self.race("push", f"cd '{self.remote}' && git update-ref {PAGES} "
                        f"$(git -c user.name=x -c user.email=x commit-tree "
                        f"{PAGES}^{{tree}} -m x)")
        self.expect(self.publish("--push", env=env), 2,
                    err='the branch moved on "origin"')
        self.assertEqual(self.git("log", "-1", "--format=%s", PAGES,
                                  cwd=self.remote), "x")

    def test_clone_that_knows_only_its_own_branch(self):
        """As actions/checkout makes one."""
        self.commit_all()
        self.git("push", "-q", "origin", "main")
        self.expect(self.publish("--push"), 0)
        small = self.temp / "small"
        self.git("clone", "-q", "--depth=1", "--branch=main",
                 f"file://{self.remote}", small, cwd=self.temp)
        for key, value in ("name", "Bot"), ("email", "bot@example.org"):
            self.git("config", f"user.{key}", value, cwd=small)
        self.assertEqual(offprint("publish", "--push", "-s", small).code, 2)
        self.expect(offprint("publish", "--push", "--force", "-s", small), 0,
                    out="Pushed")


class Domain(PublishTest):

    def domain(self, settings, *arguments):
        self.put("site.yml", settings + "\nformat: html\n")
        self.expect(self.publish(*arguments), 0)
        return self.files().get("CNAME", b"").decode()

    def test_own_domain(self):
        self.assertEqual(self.domain("url: https://Papers.Example.org"),
                         "papers.example.org\n")
        self.expect(self.publish(), 0, out="papers.example.org")

    def test_no_domain(self):
        for settings in ("url: https://a.github.io",
                         "url: https://example.org\nbaseurl: /papers",
                         "url: http://localhost", "url: http://127.0.0.1"):
            self.assertEqual(self.domain(settings), "", settings)

    def test_file_of_the_sites_own(self):
        self.put("CNAME", "own.example.org")
        self.assertEqual(self.domain("url: https://own.example.org"),
                         "own.example.org")
        self.put("site.yml", "url: https://example.org\nformat: html\n")
        self.expect(self.publish(), 0, err='CNAME: warning: says "own.ex')

    def test_the_branchs_own_stays_where_settings_say_nothing(self):
        self.assertEqual(self.domain("url: https://example.org"),
                         "example.org\n")
        self.assertEqual(self.domain("title: x"), "example.org\n")
        self.assertEqual(self.domain("url: https://a.github.io"), "")


class CheckLinks(PublishTest):

    def check(self, *arguments):
        return offprint("check", "--links", "-s", self.site, *arguments)

    def test_example_site(self):
        result = offprint("check", "--links", "-s", PROJECT)
        self.expect(result, 0, out=" other files\n")
        self.assertNotIn("nowhere", result.out)

    def test_any_format(self):
        for form in "html", "jekyll":
            self.put("site.yml", f"format: {form}\n")
            self.put("about.md", "---\nlayout: page\n---\n\n\n[a](/archive/#x)\n")
            self.expect(self.check(), 0, out="about.html:")
            self.expect(self.check("--strict"), 1,
                        out='links to "/archive/#x", but there is no such anc')
        self.assertFalse((self.site / "public").exists())

    def test_files_around_pages(self):
        self.put("site.yml", "url: https://example.org\n")
        self.put("extra.css", "a { background: url(none.png) }\n")
        self.put("robots.txt", "Sitemap: https://example.org/none.xml\n")
        self.put("api/own.json", '{"url": "/none/"}')
        self.put("broken.xml", "<feed>")
        result = self.check()
        for said in ('extra.css:1:21: warning: links to "/none.png", which',
                     'robots.txt:1:10: warning: links to "/none.xml", which',
                     'api/own.json:1:10: warning: links to "/none/", which',
                     "broken.xml:1:6: warning: is not well-formed XML"):
            self.expect(result, 0, out=said)
        self.assertEqual(result.out.count("warning:"), 4, result)

    def test_base_url(self):
        self.put("site.yml", "baseurl: /papers\n")
        self.put("about.md", "---\nlayout: page\n---\n[a](/archive/)\n")
        self.expect(self.check(), 0,
                    out='lacks the site\'s base URL "/papers"')


@unittest.skipUnless(shutil.which("jekyll"), "there is no jekyll")
class GitHubPages(PublishTest):
    """What GitHub makes of the branch."""

    jekyll = jekyll_test.SameSite.jekyll
    same = jekyll_test.SameSite.same

    def test_the_branch_builds_as_the_html_format(self):
        shutil.rmtree(self.site / "content")
        shutil.copytree(PROJECT / "content", self.site / "content")
        (self.site / "content/README.md").unlink(missing_ok=True)
        self.put("site.yml", "title: 论文\nurl: https://example.org\n"
                 "timezone: Asia/Shanghai\n")
        self.expect(self.publish("--push", "--format", "jekyll"), 0)
        served = self.temp / "served"
        self.git("clone", "-q", "-b", "gh-pages", self.remote, served,
                 cwd=self.temp)
        self.assertFalse((served / ".nojekyll").exists())
        theirs = tree(self.jekyll(served))
        self.assertEqual(theirs.pop("CNAME"), b"example.org\n")
        self.expect(self.build("--format", "html"), 0)
        self.same(tree(self.site / "public"), theirs, least=100)

    def test_the_finished_site_is_served_as_it_is(self):
        self.expect(self.publish(), 0)
        self.assertEqual(jekyll_test.HTML_ONLY & self.files().keys(), {".nojekyll"})


if __name__ == "__main__":
    unittest.main()
