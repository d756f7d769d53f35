#!/usr/bin/env python3
"""What Jekyll makes of --format jekyll is --format html, byte for byte.

Builds the example site, the seeds and the corpora in both formats, runs the
real `jekyll build` over the first and compares the trees. A Jekyll site without
an archive is the same whether offprint or Jekyll builds it.

    OFFPRINT=build/dev/offprint tests/jekyll/jekyll_test.py [Class.test…]
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = PROJECT.parent / "shared"
OWN_SITE = PROJECT / "tests/sites/own"
OFFPRINT = os.environ.get("OFFPRINT", str(PROJECT / "build/dev/offprint"))

# All that `jekyll build` says when nothing is wrong.
JEKYLL_SAYS = re.compile(
    r"Configuration file: .*|Source: .*|Destination: .*|Generating\.\.\.|"
    r"Incremental build: disabled\. Enable with --incremental|"
    r"done in [\d.]+ seconds\.|"
    r"Auto-regeneration: disabled\. Use --watch to enable\.|"
    r"Jekyll Feed: Generating feed for posts|"
    r".*Skipping: _posts/2099-01-01-later\.md has a future date.*|")

GENERATOR = re.compile(rb'Jekyll v[\d.]+|version="[\d.]+">Jekyll')

# Of --format html alone: Jekyll is not to run over it, offprint made it.
HTML_ONLY = {".nojekyll", ".offprint"}


def run(*command, **options):
    return subprocess.run(
        [str(word) for word in command], check=False, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL, **options)


def tree(folder):
    """{name: bytes} of all files below the folder."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def first_difference(name, ours, theirs):
    """The first differing lines of a file, cut to be read."""
    lines = difflib.unified_diff(
        theirs.decode("utf-8", "backslashreplace").splitlines(),
        ours.decode("utf-8", "backslashreplace").splitlines(),
        f"jekyll/{name}", f"offprint/{name}", n=0, lineterm="")
    return "\n".join(line[:300] for _, line in zip(range(8), lines))


# A site that changes something at every layer.
OWN_THEME = {
    "site.yml": """
title: 论文
url: https://example.org
baseurl: /papers
theme: two
fingerprint: true
lean: true
theme_settings:
  stripe: teal
  accent: "#123456"
  text_font: Noto Serif, serif
  logo: assets/favicon.svg
  navigation: [{title: A & B, url: /}, {title: C, url: "https://c.d/?e&f"}]
  date_form: "%d %b %Y"
  open_sections: []
  fold_from: 0
  home_papers: 1
""",
    "_data/i18n/zh.yml": 'archive: "卷宗"\none: {days: "日"}\n',
    "_data/menu.json": '{"b": [2, null], "c": {"d": 1.5}}',
    "_data/events.csv": 'name,when\nTalk,2026-03-05\n"Two\n""lines""",\n',
    "_data/a b/x.yml": "- 2026-03-05\n- 2026-03-05 10:00:00 +0800\n",
    "themes/one/_data/menu.yml": "a: from one\nb: [1]\nc: {d: 1, e: yes}\n",
    "themes/two/_data/menu.yml": "c: {f: 2026-03-05, g: 'no'}\n",
    "themes/one/_includes/masthead-note.html": "from one",
    "_includes/footer-custom.html": """
<p>{% for part in site.data %}{{ part[0] }} {% endfor %}
{% for part in site.data.menu %}{{ part[0] }}: {{ part[1] }} {% endfor %}
{% for part in site.data.menu.c %}{{ part[0] }}: {{ part[1] }} {% endfor %}
{% for row in site.data.events %}{{ row.name }}|{{ row.when }} {% endfor %}
{% for date in site.data.a_b.x %}{{ date | date: "%F %T" }} {% endfor %}
{% include masthead-note.html %}</p>
""",
    "about.md": "---\nlayout: page\ntitle: 关于 & 我们\n---\n"
                "We *read*.\n\n{% include posts.html posts=site.posts %}\n",
    "_posts/2026-01-02-one.md": "---\nlayout: post\nauthor: {name: Ada}\n---\n"
                                "Hello, \"世界\" & <b>all</b>.\n\nMore.\n",
    "_posts/2026-01-03-two.md": "---\nlayout: post\ntitle: 2 < 3\n---\n* a\n",
    "_includes/paper-actions.html": "<p>{{ paper.id }} {{ theme.name }}</p>\n",
}


MINIMA_SITE = {
    "_config.yml": """
title: 组会 Notes
description: What we read
url: https://example.org
baseurl: /notes
theme: minima
timezone: UTC
time: 2026-02-01 00:00:00 +0000
plugins: [jekyll-feed, jekyll-seo-tag]
exclude: [themes]
header_pages: [about.md]
sass: {style: compressed, sourcemap: never}
""",
    "index.md": "---\nlayout: home\n---\n",
    "about.md": "---\nlayout: page\ntitle: 关于\npermalink: /about/\n---\n"
                "We read *papers*.\n",
    "_posts/2026-01-02-first.md": "---\nlayout: post\ntitle: First\n---\n"
                                  "Hello, 世界.\n",
}
GEMS = "usr/share/rubygems-integration/all"


def minima_gems(temp):
    """A folder of gems with minima 2.5 in it: Debian's, fetched where it is
    not installed; None where it cannot be had."""
    for root in pathlib.Path("/"), temp:
        if list((root / GEMS).glob("gems/minima-2.5.*/_layouts")):
            return root / GEMS
        if root == temp or not shutil.which("apt-get"):
            return None
        run("apt-get", "download", "jekyll-theme-minima", cwd=temp, timeout=60)
        for package in temp.glob("jekyll-theme-minima*.deb"):
            run("dpkg-deb", "-x", package, temp)
    return None


class SameSite(unittest.TestCase):

    def setUp(self):
        self.temp = pathlib.Path(tempfile.mkdtemp(prefix="offprint-jekyll-"))
        self.addCleanup(shutil.rmtree, self.temp)

    def site_of(self, shared):
        """A site with the digests of a folder that lies beside the project."""
        if not (SHARED / shared).is_dir():
            self.skipTest(f"there is no ../shared/{shared}")
        site = self.temp / "site"
        shutil.copytree(SHARED / shared, site / "content")
        (site / "site.yml").write_text(
            "title: 论文\nurl: https://example.org\nbaseurl: /papers\n"
            "timezone: Asia/Shanghai\nexclude: [README.md]\n",
            encoding="utf-8")
        return site

    def minima_site(self):
        """A site with minima in its themes; Jekyll is shown the gem."""
        gems = minima_gems(self.temp)
        if gems is None:
            self.skipTest("jekyll-theme-minima is neither there nor to be had")
        path = run("gem", "env", "path").stdout.strip()
        self.addCleanup(os.environ.pop, "GEM_PATH", None)
        os.environ["GEM_PATH"] = f"{gems}:{path}"
        site = self.temp / "site"
        (minima,) = gems.glob("gems/minima-2.5.*")
        shutil.copytree(minima, site / "themes/minima")
        for name, text in MINIMA_SITE.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        return site

    def offprint(self, site, form):
        built = run(OFFPRINT, "build", "--source", site, "--format", form,
                    "--destination", self.temp / form)
        # 1: digests have errors; their site is built all the same.
        self.assertIn(built.returncode, (0, 1), built.stdout)
        self.assertTrue(list((self.temp / form).glob("index.*")),
                        built.stdout)
        return self.temp / form

    def jekyll(self, source):
        built = run("jekyll", "build", "--strict_front_matter",
                    "--source", source, "--destination", self.temp / "site.j",
                    env=os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                                      "JEKYLL_ENV": "production"},
                    cwd=self.temp)
        self.assertEqual(built.returncode, 0, built.stdout[-4000:])
        said = [line for line in map(str.strip, built.stdout.splitlines())
                if not JEKYLL_SAYS.fullmatch(line)]
        self.assertFalse(said, "jekyll warned:\n" + "\n".join(said[:40]))
        return self.temp / "site.j"

    def without_colours(self, files):
        """The files with code as offprint sets it: without rouge's colours."""
        def plain(code):
            return re.sub(rb"</?span[^>]*>", b"", code[0])
        return {name: re.sub(rb'<pre class="highlight">.*?</pre>', plain, text, flags=re.S)
                if name.endswith(".html") else text for name, text in files.items()}

    def check(self, site, least):
        jekyll = tree(self.jekyll(self.offprint(site, "jekyll")))
        self.same(tree(self.offprint(site, "html")), self.without_colours(jekyll), least)

    def same(self, ours, theirs, least):
        for name in HTML_ONLY:
            ours.pop(name, None)
        pages = sum(name.endswith(".html") for name in ours)
        self.assertGreaterEqual(pages, least)
        self.assertFalse(sorted(ours.keys() - theirs.keys())[:20],
                         "Jekyll does not write these")
        self.assertFalse(sorted(theirs.keys() - ours.keys())[:20],
                         "Jekyll alone writes these")
        differ = sorted(name for name in ours if ours[name] != theirs[name])
        shown = [first_difference(name, ours[name], theirs[name])
                 for name in differ[:4]]
        self.assertFalse(differ, f"{len(differ)} of {len(ours)} files differ\n"
                         + "\n".join(shown))
        print(f"{len(ours)} files are the same, {pages} pages of them")

    def test_jekyll_site(self):
        """Layouts, includes, data, posts, a collection, Sass, pagination."""
        site = self.temp / "site"
        shutil.copytree(OWN_SITE, site)
        self.same(tree(self.offprint(site, "html")), tree(self.jekyll(site)),
                  least=12)

    def test_jekyll_site_with_an_archive(self):
        site = self.temp / "site"
        shutil.copytree(OWN_SITE, site)
        shutil.copytree(PROJECT / "content", site / "content")
        (site / "site.yml").write_text("paginate: 20\nexclude: [README.md]\n",
                                       encoding="utf-8")
        # It lists all pages, and those of the archive are Jekyll's alone.
        (site / "docs/index.html").unlink()
        self.check(site, least=100)
        ours = tree(self.temp / "html")
        self.assertIn("第一篇 First", ours["index.html"].decode())
        self.assertIn("archive/index.html", ours)

    def test_minima(self):
        """The theme of `jekyll new`, for pages, posts and style sheet."""
        site = self.minima_site()
        ours = tree(self.offprint(site, "html"))
        theirs = {name: text.replace(b"4.3.1", b"3.10.0")
                  for name, text in tree(self.jekyll(site)).items()}
        self.same(ours, theirs, least=3)
        self.assertIn(b"site-header", ours["assets/main.css"])

    def test_minima_around_an_archive(self):
        site = self.minima_site()
        shutil.copytree(PROJECT / "content", site / "content")
        (site / "content/README.md").unlink()
        (site / "site.yml").write_text("theme: minima\n", encoding="utf-8")
        (site / "themes/minima/theme.yml").write_text("parent: default\n",
                                                      encoding="utf-8")
        (site / "index.md").unlink()
        ours = tree(self.offprint(site, "html"))
        theirs = {name: text.replace(b"4.3.1", b"3.10.0") for name, text in
                  tree(self.jekyll(self.offprint(site, "jekyll"))).items()}
        self.same(ours, theirs, least=100)
        for name in "about/index.html", "archive/index.html", "index.html":
            self.assertIn(b"site-header", ours[name], name)

    def test_jekyll_plugins(self):
        """Feed, SEO tags and sitemap, but for the generator's version."""
        site = self.temp / "site"
        shutil.copytree(OWN_SITE, site)
        for name, old, new in (
                ("_config.yml", "[jekyll-paginate]",
                 "[jekyll-paginate, jekyll-feed, jekyll-seo-tag, "
                 "jekyll-sitemap]"),
                ("_layouts/default.html", "</head>",
                 "{% seo %}{% feed_meta %}</head>")):
            text = (site / name).read_text(encoding="utf-8")
            self.assertIn(old, text)
            (site / name).write_text(text.replace(old, new), encoding="utf-8")
        # It counts all pages, and what plugins write are pages to Jekyll.
        (site / "docs/index.html").unlink()
        trees = [{name: GENERATOR.sub(b"Jekyll", text)
                  for name, text in tree(folder).items()}
                 for folder in (self.offprint(site, "html"), self.jekyll(site))]
        self.same(*trees, least=12)

    def test_shared_mini_site(self):
        """What GitHub Pages' own Jekyll made of a small site."""
        sites = SHARED / "liquid/sites"
        if not sites.is_dir():
            self.skipTest("there is no ../shared/liquid/sites")
        site = self.temp / "site"
        shutil.copytree(sites / "mini", site)
        self.same(tree(self.offprint(site, "html")),
                  tree(sites / "mini.expected"), least=17)

    def test_example_site(self):
        self.check(PROJECT, least=100)

    def test_table_theme(self):
        self.addCleanup(os.environ.pop, "OFFPRINT_THEME", None)
        os.environ["OFFPRINT_THEME"] = "table"
        self.check(PROJECT, least=100)

    def test_own_theme(self):
        site = self.temp / "site"
        shutil.copytree(PROJECT / "content", site / "content")
        for words in ("one",), ("two", "--from", "one"):
            run(OFFPRINT, "new", "theme", *words, "--source", site)
        for name, text in OWN_THEME.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text, encoding="utf-8")
        self.check(site, least=100)
        page = (self.temp / "html/index.html").read_text(encoding="utf-8")
        for text in ("--stripe:teal", '"Noto Serif", serif', "?v=", "one.css", "two.css", "卷宗",
                     "menu events a_b i18n", "Talk", "2026-03-05", "from one"):
            self.assertIn(text, page)

    def test_seeds(self):
        self.check(self.site_of("seeds"), least=561)

    def test_corpora(self):
        self.check(self.site_of("corpora"), least=3000)


if __name__ == "__main__":
    unittest.main()
