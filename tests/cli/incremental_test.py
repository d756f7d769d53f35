#!/usr/bin/env python3
"""Random edits of a site: what a build goes on to is what a clean one makes.

    OFFPRINT=build/dev/offprint tests/cli/incremental_test.py [STEPS [SEED]]

After each edit the site is built as always and, beside it, cleanly; both must
have the same files with the same bytes.
"""

import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
OFFPRINT = os.environ.get("OFFPRINT", str(PROJECT / "build/dev/offprint"))

WORDS = ("Cups", "Plates", "Spoons", "扩散模型", "检索", "压缩", "Tables", "大模型推理",
         "$x_i^2$", "A & B", "<b>bold</b>", "{{ site.title }}")
NAMES = ("Ada Alpha", "Bob Beta", "Cem Gamma", "Dia Delta", "Eva Epsilon", "李四", "王五")
TOPICS = ("cs.CV", "cs.LG", "多模态", "推荐系统", "Robots & Arms")
SETTINGS = (
    ("title", ("Papers", "论文", "Papers & more")),
    ("paginate", ("2", "3", "50")),
    ("order", ("score", "digest")),
    ("lang", ("zh-CN", "en")),
    ("theme", ("default", "table")),
    ("authors", ("{min_papers: 1}", "{pages: false}", "{}")),
    ("days", ("published", "digest")),
    ("search", ("{engine: none}", "{engine: static}")),
    ("feeds", ('[{query: "检索"}]', "[]")),
    ("lean", ("true", "false")),
)


class Site:
    def __init__(self, folder, chance):
        self.folder, self.chance = folder, chance
        self.content = folder / "content"
        self.settings = {"url": "https://example.org", "baseurl": "/x"}
        self.content.mkdir(parents=True)
        for day in range(1, 9):
            self.write_digest(self.day_name(day))
        self.write_settings()

    def day_name(self, day=None):
        day = day or self.chance.randrange(1, 29)
        return f"2026-01-{day:02}"

    def write_settings(self):
        (self.folder / "site.yml").write_text(
            "".join(f"{key}: {value}\n" for key, value in self.settings.items()))

    def entry(self):
        pick = self.chance.choice
        number = self.chance.randrange(40)
        authors = ", ".join(self.chance.sample(NAMES, self.chance.randrange(1, 4)))
        return (f"### [Score: {self.chance.randrange(2, 20) / 2}/10] "
                f"A Paper {number} of {pick(WORDS)}\n"
                f"- **Authors:** {authors}\n- **Published:** {self.day_name()}\n"
                f"- **Link:** [https://arxiv.org/abs/2601.{number:05}]"
                f"(https://arxiv.org/abs/2601.{number:05})\n"
                f"- **Reason:** It is about {pick(WORDS)} and {pick(WORDS)}.\n\n")

    def write_digest(self, day):
        text = f"# ArXiv 每日推荐 - {day}\n> 使用模型：test | 消耗 Tokens：{self.chance.randrange(99)}\n\n"
        for _ in range(self.chance.randrange(1, 4)):
            text += f"## {self.chance.choice(TOPICS)}\n\n"
            text += "".join(self.entry() for _ in range(self.chance.randrange(1, 5)))
        (self.content / f"{day}.md").write_text(text)

    def digests(self):
        return sorted(self.content.rglob("*.md"))

    def a_digest(self):
        if not self.digests():
            self.write_digest(self.day_name())
        return self.chance.choice(self.digests())

    def overlay(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


# The edits: each changes the site and may say what the next build must not do.

def add(site):
    site.write_digest(site.day_name())


def append(site):
    with site.a_digest().open("a") as file:
        file.write(site.entry())


def repeat_an_entry(site):
    digest = site.a_digest()
    blocks = digest.read_text().split("### ")
    if len(blocks) > 1:
        with digest.open("a") as file:
            file.write("\n### " + blocks[-1])


def change(site):
    digest = site.a_digest()
    lines = digest.read_text().splitlines(keepends=True)
    at = site.chance.randrange(len(lines))
    lines[at:at + 1] = site.chance.choice(([], [lines[at]] * 2, [lines[at].replace("e", "o")]))
    digest.write_text("".join(lines))


def change_with_its_old_time(site):
    digest = site.a_digest()
    before = digest.stat()
    text = digest.read_text()
    digest.write_text(text.replace("Paper", "Plate") if "Paper" in text else
                      text.replace("Plate", "Paper"))
    os.utime(digest, ns=(before.st_atime_ns, before.st_mtime_ns))


def set_the_clock_back(site):
    digest = site.a_digest()
    digest.write_text(digest.read_text() + site.entry())
    long_ago = time.time() - 10_000_000
    os.utime(digest, (long_ago, long_ago))


def rename(site):
    digest = site.a_digest()
    digest.rename(digest.with_name(f"{site.day_name()}{site.chance.choice(('', '-x'))}.md"))


def move(site):
    folder = site.content / site.chance.choice(("a", "b"))
    folder.mkdir(exist_ok=True)
    digest = site.a_digest()
    digest.rename(folder / digest.name)


def delete(site):
    site.a_digest().unlink()


def touch(site):
    os.utime(site.a_digest())


def edit_metadata(site):
    """What a service says of a few papers, or no longer says; now and then a line is damaged."""
    pick = site.chance.choice
    file = site.content / "_metadata" / f"arxiv-2601{pick(('', '-b'))}.jsonl"
    file.parent.mkdir(exist_ok=True)
    lines = file.read_text().splitlines() if file.exists() else []
    for _ in range(site.chance.randrange(1, 4)):
        item = {"id": f"2601.{site.chance.randrange(40):05}",
                "title": f"Original {site.chance.randrange(9)} of {pick(WORDS)}",
                "authors": [{"name": name, "affiliations": [pick(WORDS)]}
                            for name in site.chance.sample(NAMES, site.chance.randrange(4))],
                "categories": [pick(TOPICS)], "abstract": pick(WORDS),
                "doi": pick(("", "10.1000/a", "10.1000/b")), "comment": pick(WORDS),
                "published": "2026-01-02", "updated": "2026-01-09",
                "withdrawn": pick((True, False, False))}
        lines.append(json.dumps(item, ensure_ascii=False) if site.chance.random() < .9 else "{,")
    lines = site.chance.sample(lines, len(lines))[:site.chance.randrange(30)]
    if site.chance.random() < .1:
        file.unlink(missing_ok=True)
    else:
        file.write_text("\n".join(lines) + "\n")


def edit_an_include(site):
    site.overlay("_includes/foot.html",
                 f"<footer>{site.chance.randrange(1000)} {{{{ site.title }}}}</footer>\n")


def count_in_a_body(site):
    """A paper's page that tells of the whole archive."""
    body = PROJECT / "themes/default/_bodies/paper.html"
    extra = site.chance.choice((
        "{{ archive.papers }}", "{% for t in paper.topics %}{{ t.papers }}{% endfor %}",
        "{% for a in paper.authors %}{{ a.papers }}{% endfor %}",
        "{% for r in paper.related %}{% for s in r.related %}{{ s.title | escape }}"
        "{% endfor %}{% endfor %}", ""))
    site.overlay("_bodies/paper.html", body.read_text() + extra)


def reach_into_papers(site):
    """Days, lists and related papers that show more or less of their papers."""
    shown = site.chance.choice((
        "{{ p.excerpt | escape }}", "{{ p.score }}", "{{ p.topics.last.name | escape }}",
        "{{ p.last_seen.date }}", "{{ p.versions | join: ' ' }}", "{{ p.days.size }}",
        "{% if p.score %}{{ p.last_seen.date }}{% endif %}", "{{ p.entries.last.title | escape }}",
        "{{ p.bibtex | escape }}", ""))
    for name, papers in (("day", "day.groups.last.entries | map: 'paper'"),
                         ("paper", "paper.related"), ("topic", "paginator.papers")):
        body = PROJECT / f"themes/default/_bodies/{name}.html"
        site.overlay(f"_bodies/{name}.html", body.read_text() +
                     f"{{% assign papers = {papers} %}}{{% for p in papers %}}{shown}{{% endfor %}}")


def edit_a_string(site):
    site.overlay("_data/i18n.yml", f"zh:\n  related: 相关 {site.chance.randrange(100)}\n")


def edit_a_page(site):
    comment = site.chance.choice(("", "# a\n", "# b\n"))
    part = site.chance.choice(("", "{% include_relative _parts/a.html %}"))
    site.overlay("about.md", f"---\ntitle: About\nlayout: page\n{comment}---\n"
                 f"Hello {site.chance.randrange(3)} {{{{ site.title }}}} {part}\n")
    site.overlay("_parts/a.html", str(site.chance.randrange(100)))


def edit_a_file(site):
    """One that is copied as it is, or is for Jekyll alone, of the same size."""
    digit = str(site.chance.randrange(10))
    name, text = site.chance.choice((
        ("data.json", digit), ("_parts/a.html", digit), ("_posts/readme.txt", digit),
        ("hidden.md", f"---\npublished: false\n---\n{digit}\n")))
    if site.chance.random() < .2 and name != "_parts/a.html":
        (site.folder / name).unlink(missing_ok=True)
    else:
        site.overlay(name, text)


def set_a_setting(site):
    key, values = site.chance.choice(SETTINGS)
    site.settings[key] = site.chance.choice(values)
    site.write_settings()


def delete_the_cache(site):
    shutil.rmtree(site.folder / ".offprint-cache", ignore_errors=True)


def damage_the_cache(site):
    caches = site.folder / ".offprint-cache"
    files = [file for file in (*caches.glob("*.build"), *caches.glob("digests/*")) if file.stat().st_size]
    if not files:
        return
    cache = site.chance.choice(sorted(files))
    data = bytearray(cache.read_bytes())
    if site.chance.random() < 0.5:
        del data[site.chance.randrange(len(data)):]
    else:
        data[site.chance.randrange(len(data))] ^= 1 << site.chance.randrange(8)
    cache.write_bytes(data)


def delete_the_output(site):
    shutil.rmtree(site.folder / "public", ignore_errors=True)


def kill_a_build(site):
    add(site)
    with subprocess.Popen([OFFPRINT, "build", "-q", "-s", site.folder],
                          stderr=subprocess.DEVNULL) as building:
        time.sleep(site.chance.random() * 0.2)
        building.send_signal(signal.SIGKILL)


def nothing(_site):
    pass


EDITS = ((add, 12), (append, 10), (repeat_an_entry, 5), (change, 14), (change_with_its_old_time, 6),
         (set_the_clock_back, 4), (rename, 8), (move, 3), (delete, 8), (touch, 3),
         (edit_metadata, 14), (edit_an_include, 2), (count_in_a_body, 3),
         (reach_into_papers, 6), (edit_a_string, 2), (edit_a_page, 3), (edit_a_file, 4),
         (set_a_setting, 5), (delete_the_cache, 2), (damage_the_cache, 3),
         (delete_the_output, 1), (kill_a_build, 5), (nothing, 5))


def tree(folder):
    """Each file's bytes, by its path."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*") if path.is_file()}


def times(folder):
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino)
            for path in folder.rglob("*")}


def build(site, *arguments):
    done = subprocess.run([OFFPRINT, "build", "-s", site.folder, *arguments],
                          check=False, capture_output=True, text=True)
    if done.returncode > 1 or "Built" not in done.stdout:
        sys.exit(f"exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done


def compare(step, edit, site, clean, said):
    ours, theirs = tree(site.folder / "public"), tree(clean)
    wrong = sorted(path for path in ours.keys() | theirs.keys()
                   if ours.get(path) != theirs.get(path))
    if not wrong:
        return
    for path in wrong[:20]:
        state = "stale" if path not in theirs else "missing" if path not in ours else "differs"
        print(f"  {state}: {path}")
    sys.exit(f"step {step}, {edit.__name__}: {len(wrong)} files are not as a clean build "
             f"has them\n{said}")


def run(steps, seed):
    chance = random.Random(seed)
    went_on = 0
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        site = Site(pathlib.Path(folder) / "site", chance)
        clean = pathlib.Path(folder) / "clean"
        output = ("--format", chance.choice(("html", "jekyll")))
        build(site, *output)
        for step in range(steps):
            [edit] = chance.choices(*zip(*EDITS))
            before = times(site.folder / "public")
            edit(site)
            ours = build(site, *output)
            theirs = build(site, *output, "--clean", "-d", clean)
            if ours.stderr != theirs.stderr or ours.returncode != theirs.returncode:
                sys.exit(f"step {step}, {edit.__name__}: other words\n"
                         f"{ours.stderr}-- a clean build:\n{theirs.stderr}")
            compare(step, edit, site, clean, ours.stdout + ours.stderr)
            went_on += "all of it" not in ours.stdout
            if edit in (nothing, touch) and times(site.folder / "public") != before:
                after = times(site.folder / "public")
                touched = sorted(str(p) for p in before.keys() | after.keys()
                                 if before.get(p) != after.get(p))
                sys.exit(f"step {step}: nothing changed, but files were touched: "
                         f"{touched[:5]}\n{ours.stdout}")
    print(f"{steps} steps, {went_on} went on from the last build")
    if went_on < steps / 2:
        sys.exit("too few builds went on from the last one")


if __name__ == "__main__":
    run(int(sys.argv[1]) if len(sys.argv) > 1 else 100,
        int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32))
