"""What programs that are not ours read in exported files.

Each gives a list of (title, [author]) in the file's order, or by key: bibutils
(bib2xml, ris2xml; Debian's package bibutils), pandoc and jq.
"""

import json
import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree

MODS = "{http://www.loc.gov/mods/v3}"


def run(command, data=b""):
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return done.stdout


def fold(text):
    """Letters and digits alone: programs set quotes, case and marks anew."""
    form = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in form if c.isalnum())


def letters(name):
    """A name whatever the order of its parts."""
    return "".join(sorted(fold(name)))


def texts(element, path):
    return [found.text or "" for found in element.findall(path)]


def mods(xml):
    """(title, authors) of each record of bibutils' MODS."""
    papers = []
    for record in ElementTree.fromstring(xml).iter(MODS + "mods"):
        title = texts(record, f"{MODS}titleInfo/{MODS}title")
        title += texts(record, f"{MODS}titleInfo/{MODS}subTitle")
        authors = [" ".join(texts(name, MODS + "namePart"))
                   for name in record.findall(MODS + "name")]
        papers.append((" ".join(title), authors))
    return papers


def bib2xml(path):
    return mods(run(["bib2xml", "-i", "unicode", path]))


def ris2xml(path):
    return mods(run(["ris2xml", "-i", "unicode", path]))


def name_of(author):
    parts = ("given", "dropping-particle", "non-dropping-particle", "family",
             "suffix", "literal")
    return " ".join(author[part] for part in parts if part in author)


def items(csl):
    return [(item.get("title", ""),
             [name_of(author) for author in item.get("author", [])])
            for item in csl]


def pandoc(form, path):
    """What pandoc reads of a bibtex or csljson file, as items by their id."""
    csl = json.loads(run(["pandoc", "-f", form, "-t", "csljson", path]))
    for item in csl:  # pandoc sets mathematics
        item["title"] = re.sub("</?(sup|sub|i|span)[^>]*>", "",
                               item.get("title", ""))
    return {item["id"]: item for item in csl}


def citeproc(path):
    """The bibliography that pandoc's citeproc sets, as plain text."""
    return run(["pandoc", "-f", "csljson", "-t", "plain", "--wrap=none",
                "--citeproc", path]).decode()


def jq(program, path):
    return run(["jq", "-c", program, path]).decode().splitlines()
