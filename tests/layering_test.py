#!/usr/bin/env python3
"""Who may include whom: holds src/ to the map in src/README.md.

The map is read from the fenced blocks `map` and `headers` of that page, so
that page and test cannot disagree. Run it without arguments.
"""

import pathlib
import re
import sys
import tempfile
import unittest

SRC = pathlib.Path(__file__).resolve().parent.parent / "src"
LONG_FILE = 400  # lines; longer ones are named, not refused

POSIX = re.compile(
    r"(sys|netinet|arpa)/\w+\.h|(dirent|elf|fcntl|fnmatch|link|netdb|poll|pthread|"
    r"sched|signal|spawn|termios|unistd)\.h")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def fenced(page, name):
    """The lines of the page's fenced block of that name."""
    found = re.search(rf"^```{name}\n(.*?)^```", page, re.M | re.S)
    if not found:
        raise ValueError(f"src/README.md has no fenced block `{name}`")
    return [line for line in found[1].splitlines() if line.strip()]


def read_map(page):
    """{folder: folders it may include}, from the map."""
    folders = {}
    for line in fenced(page, "map"):
        words, _, allowed = line.partition("→")
        folders[words.split()[0]] = set(allowed.split())
    return folders


def read_headers(page):
    """{beginning of a header: the folder that owns it}."""
    lines = (line.split() for line in fenced(page, "headers"))
    return {start: owners for start, *owners in lines}


def sources(src):
    return sorted(p for p in src.rglob("*") if p.suffix in (".cc", ".h"))


def includes(path):
    """(line number, "<" or '"', header) of each include."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        if found := INCLUDE.match(line):
            yield number, found[1], found[2]


def check_map(folders):
    """The map itself runs downhill: a folder names only those above it."""
    above = set()
    for folder, allowed in folders.items():
        for other in sorted(allowed - above):
            yield f"src/README.md: {folder} → {other}, which is not above it"
        above.add(folder)


def check_own_include(src, folders, path, header):
    folder = path.relative_to(src).parts[0]
    target = header.split("/")[0]
    if not (src / header).is_file():
        yield f'"{header}" is no file below src/'
    elif target not in {folder, "base"} | folders[folder]:
        allowed = " ".join(sorted(folders[folder])) or "nothing"
        yield (f'"{header}": {folder} may not include {target} '
               f"(only base and {allowed})")


def check_library_include(headers, folder, path, header):
    if re.fullmatch(r"\w+", header) or POSIX.fullmatch(header):
        return  # the standard library, the system
    owners = next((owners for start, owners in headers.items()
                   if header.startswith(start)), None)
    if owners is None:
        yield f"<{header}> has no owner in src/README.md"
    elif folder not in owners:
        yield f"<{header}> belongs to {' and '.join(owners)}"
    elif path.suffix == ".h":
        yield f"<{header}> in a header: include it in a .cc file"


def check_includes(src, folders, headers):
    for path in sources(src):
        folder = path.relative_to(src).parts[0]
        if folder not in folders:
            yield f"{path.relative_to(src)}: src/README.md lacks {folder}/"
            continue
        for line, kind, header in includes(path):
            found = (check_own_include(src, folders, path, header)
                     if kind == '"' else
                     check_library_include(headers, folder, path, header))
            for problem in found:
                yield f"src/{path.relative_to(src)}:{line}: {problem}"


def check_cycles(src):
    """Files that include each other in a circle, each circle once."""
    graph = {}
    for path in sources(src):
        graph[str(path.relative_to(src))] = [
            header for _, kind, header in includes(path) if kind == '"']
    done = set()

    def visit(name, trail):
        if name in trail:
            yield " → ".join(trail[trail.index(name):] + [name])
        elif name not in done:
            for header in graph.get(name, []):
                yield from visit(header, trail + [name])
            done.add(name)

    for name in graph:
        for circle in visit(name, []):
            yield f"include cycle: {circle}"


def read_links(src):
    """{folder: (public, private) folders that its CMakeLists.txt links}."""
    links = {}
    for path in sorted(src.glob("*/CMakeLists.txt")):
        public, private = set(), set()
        kind = private
        for word in re.findall(r"[\w:-]+", path.read_text()):
            if word in ("PUBLIC", "PRIVATE"):
                kind = public if word == "PUBLIC" else private
            elif word.startswith("offprint_") and word != "offprint_library":
                kind.add(word.removeprefix("offprint_"))
        own = path.parent.name
        links[own] = (public - {own}, private - {own})
    return links


def reachable(links, folder):
    """What a folder gets from its link list: its own, and their public ones."""
    public, private = links.get(folder, (set(), set()))
    todo, found = list(public | private), set()
    while todo:
        other = todo.pop()
        if other not in found:
            found.add(other)
            todo += links.get(other, (set(), set()))[0]
    return found


def check_links(src, folders):
    """Link lists name only what the map allows, and all that is included."""
    links = read_links(src)
    for folder, (public, private) in links.items():
        allowed = folders.get(folder, set()) | {"base"}
        for other in sorted((public | private) - allowed):
            yield f"src/{folder}/CMakeLists.txt: the map has no → {other}"
    for path in sources(src):
        folder = path.relative_to(src).parts[0]
        linked = reachable(links, folder) | {folder}
        for line, kind, header in includes(path):
            target = header.split("/")[0]
            if kind == '"' and folder in links and target not in linked:
                yield (f"src/{path.relative_to(src)}:{line}: {folder} does "
                       f"not link offprint_{target}")


def check_use(src, folders):
    """An arrow that no include needs any more comes off the map."""
    used = {folder: set() for folder in folders}
    for path in sources(src):
        folder = path.relative_to(src).parts[0]
        for _, kind, header in includes(path):
            if kind == '"':
                used.get(folder, set()).add(header.split("/")[0])
    for folder, allowed in folders.items():
        unused = allowed - used[folder] if used[folder] else set()
        for other in sorted(unused):
            yield f"src/README.md: {folder} does not include {other} any more"


def check(src):
    page = (src / "README.md").read_text(encoding="utf-8")
    folders, headers = read_map(page), read_headers(page)
    problems = list(check_map(folders))
    problems += check_includes(src, folders, headers)
    problems += check_cycles(src)
    problems += check_links(src, folders)
    problems += check_use(src, folders)
    return problems


class SourceTree(unittest.TestCase):
    """The sources of offprint."""

    def test_follows_the_map(self):
        problems = check(SRC)
        self.assertFalse(problems, "\n" + "\n".join(problems))

    def test_names_long_files(self):
        for path in sources(SRC):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > LONG_FILE:
                print(f"warning: {path.relative_to(SRC.parent)} has {lines} "
                      "lines; look again", file=sys.stderr)


class MadeUpTree(unittest.TestCase):
    """What the check says of trees with one fault each."""

    PAGE = """
```map
base   all the rest
data   values
site   pages         → data
```
```headers
yaml/   data
```
"""
    FILES = {
        "README.md": PAGE,
        "base/CMakeLists.txt": "offprint_library(base SOURCES text.cc)",
        "base/text.h": "#include <string>\n",
        "data/CMakeLists.txt":
            "offprint_library(data SOURCES value.cc PUBLIC offprint_base)",
        "data/value.h": '#include "base/text.h"\n',
        "data/value.cc": '#include "data/value.h"\n#include <yaml/yaml.h>\n',
        "site/CMakeLists.txt":
            "offprint_library(site SOURCES site.cc PRIVATE offprint_data)",
        "site/site.cc": '#include <unistd.h>\n#include "data/value.h"\n',
    }

    def problems(self, **changes):
        """Of the tree above with some files changed; None takes one away."""
        with tempfile.TemporaryDirectory() as folder:
            src = pathlib.Path(folder)
            for name, text in (self.FILES | changes.get("files", {})).items():
                if text is not None:
                    (src / name).parent.mkdir(exist_ok=True)
                    (src / name).write_text(text, encoding="utf-8")
            return check(src)

    def expect(self, files, *problems):
        self.assertEqual(self.problems(files=files), list(problems))

    def test_good_tree_has_no_problem(self):
        self.expect({})

    def test_include_uphill(self):
        self.expect(
            {"data/value.h": '\n#include "site/site.h"\n', "site/site.h": ""},
            'src/data/value.h:2: "site/site.h": data may not include site '
            "(only base and nothing)",
            "src/data/value.h:2: data does not link offprint_site")

    def test_include_of_no_file(self):
        self.expect({"base/text.h": '#include "base/txt.h"\n'},
                    'src/base/text.h:1: "base/txt.h" is no file below src/')

    def test_folder_that_the_map_lacks(self):
        self.expect({"more/more.h": ""},
                    "more/more.h: src/README.md lacks more/")

    def test_map_that_runs_uphill(self):
        page = self.PAGE.replace("values", "values → site")
        self.assertIn("src/README.md: data → site, which is not above it",
                      self.problems(files={"README.md": page}))

    def test_library_header_outside_its_folder(self):
        self.expect(
            {"site/x.cc": "#include <yaml/yaml.h>\n"},
            "src/site/x.cc:1: <yaml/yaml.h> belongs to data")

    def test_library_header_in_a_header(self):
        self.expect(
            {"data/x.h": "#include <yaml/yaml.h>\n"},
            "src/data/x.h:1: <yaml/yaml.h> in a header: include it in a .cc "
            "file")

    def test_library_header_without_an_owner(self):
        self.expect(
            {"data/x.cc": "#include <boost/any.hpp>\n"},
            "src/data/x.cc:1: <boost/any.hpp> has no owner in src/README.md")

    def test_cycle_of_files(self):
        self.expect(
            {"base/a.h": '#include "base/b.h"\n',
             "base/b.h": '#include "base/a.h"\n'},
            "include cycle: base/a.h → base/b.h → base/a.h")

    def test_link_list_with_too_much(self):
        self.expect(
            {"data/CMakeLists.txt":
             "offprint_library(data PUBLIC offprint_base offprint_site)"},
            "src/data/CMakeLists.txt: the map has no → site")

    def test_link_list_with_too_little(self):
        self.expect(
            {"site/CMakeLists.txt": "offprint_library(site)"},
            "src/site/site.cc:2: site does not link offprint_data")

    def test_private_links_are_not_handed_on(self):
        self.expect(
            {"data/CMakeLists.txt":
             "offprint_library(data PRIVATE offprint_base)",
             "site/x.cc": '#include "base/text.h"\n'},
            "src/site/x.cc:1: site does not link offprint_base")

    def test_arrow_that_nobody_needs(self):
        self.expect({"site/site.cc": '#include "base/text.h"\n',
                     "site/CMakeLists.txt": "PUBLIC offprint_base"},
                    "src/README.md: site does not include data any more")

    def test_page_without_a_map(self):
        with self.assertRaisesRegex(ValueError, "no fenced block `map`"):
            self.problems(files={"README.md": ""})


if __name__ == "__main__":
    unittest.main()
