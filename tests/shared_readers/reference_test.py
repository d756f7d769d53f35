"""Reads every real digest a second time, by regular expressions, and compares
titles, authors, addresses, ids, dates, scores, topics and sections with what
inspect prints: each entry of each file.

    reference_test.py INSPECT_FILES SHARED_FOLDER

Exit status 77 says that the real digests are not there.
"""

import json
import pathlib
import re
import subprocess
import sys

SPACE = "[ \t\r\n\x0b\x0c\x85\u2028\u2029]+"
NOTHING = {
    "Summary generation failed",
    "Motivation analysis unavailable",
    "Method extraction failed",
    "Result analysis unavailable",
    "Conclusion extraction failed",
}


def collapse(text):
    return re.sub(SPACE, " ", text).strip(" ")


def identify(url):
    """The id and the version in an address."""
    if not url:
        return [None, None]
    for pattern in (
        r"arxiv\.org/(?:abs|pdf|html)/(\d{4}\.\d{4,5}|[a-z.-]+/\d{7})(?:v(\d+))?",
        r"rxiv\.org/content/(10\.\S+?)(?:v(\d+))?(?:\.full\.pdf)?$",
        r"doi\.org/(10\..*?)()$",
    ):
        found = re.search(pattern, url)
        if found:
            return [found[1].lower(), int(found[2]) if found[2] else None]
    return [None, None]


def split_authors(text):
    """Names between commas that stand outside of parentheses."""
    names, depth = [""], 0
    for char in text:
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "," and depth == 0:
            names.append("")
        else:
            names[-1] += char
    group = r"\s*\((?:[^()]|\([^()]*\))*\)$"
    cleaned = []
    for name in map(collapse, names):
        while re.search(group, name):
            name = re.sub(group, "", name)
        if re.search(r"[^\W\d_]", name):
            cleaned.append(name)
    return cleaned


def paper(title, url, authors, sections, **other):
    sections = {key: text.strip() for key, text in sections.items()}
    return {
        "title": title or None,
        "url": url or None,
        "id": identify(url),
        "authors": authors,
        "sections": {key: text for key, text in sections.items() if text},
        **other,
    }


LINK = r"\|\s*(?:\[PDF\]\(([^)\n]*)\)|PDF缺失)\s*\|"
ROW_END = r"[ \t]*(?:\n\s*\||\s*\Z)"


def translated_title(cell):
    lines = [line for line in cell.split("\n") if line.strip()]
    if not lines:
        return ""
    announced = re.search(r"[:：]\s*$", lines[0]) and len(lines) > 1
    line = lines[1] if announced else lines[0]
    return collapse(re.sub(r"^\s*#+", "", line).replace("**", ""))


def daily_rows(body, columns, day):
    links = list(re.finditer(LINK, body))
    start = 0
    for link, following in zip(links, links[1:] + [None]):
        rest = body[link.end() : following.start() + 1 if following else None]
        closing = 2 if "Title" in columns else 1
        pipes = list(re.finditer(r"(?<!\\)\|", rest))[closing - 1 :]
        end = next(p for p in pipes if re.match(ROW_END, rest[p.end() :]))
        before = body[start : link.start()].strip()[1:].split("|")
        after = rest[: end.start()]
        start = link.end() + end.end()
        date = before.pop().strip() if "发布日期" in columns else day
        author = collapse(before.pop()).rstrip(",").strip()
        title = translated_title("|".join(before))
        abstract = after
        if "Title" in columns:
            original = collapse(after.split("|", 1)[1])
            title = original if not title or "请提供" in title else title
            abstract = ""
        elif "发布日期" in columns:
            abstract = after.replace(r"\|", "|")
        yield paper(title, link[1], [author] if author else [],
                    {"abstract": abstract}, date=date)


def daily_table(text):
    heading = (r"(?mi)^(?:# [A-Za-z]+ (\d{4}-\d\d-\d\d)(?: Papers)?|"
               r"# (\d{4}-\d\d-\d\d) 每日论文|## [a-z]*rxiv)[ \t]*$")
    found = list(re.finditer(heading, text))
    day = None
    for head, following in zip(found, found[1:] + [None]):
        day = head[1] or head[2] or day
        section = text[head.end() : following.start() if following else None]
        table = re.search(r"(?m)^\|[ ]*标题[ ]*\|(.*)\n\|[-| :]*\n?", section)
        if table:
            columns = [name.strip() for name in table[1].split("|")]
            yield from daily_rows(section[table.end() :], columns, day)


def topic_table(text):
    date = r"(\d{4}-\d\d-\d\d)"
    code = r"(?:null|\*\*\[link\]\([^)]*\)\*\*)"
    with_abstract = (rf"\|\*\*{date}\*\*\|\[(.*)\]\((http[^)]*)\)\|{code}\|"
                     r"(.*)\|$")
    standard = (rf"\|\*\*{date}\*\*\|\*\*(.*)\*\*\|(.*) et\.al\.\|"
                rf"\[[^\]]*\]\(([^)]*)\)\|{code}\|$")
    item = (rf"- {date}, \*\*(.*)\*\*, (.*) et\.al\., "
            r"Paper: \[[^\]]*\]\(([^)]*)\)")
    for line in text.split("\n"):
        if found := re.match(with_abstract, line):
            yield paper(collapse(found[2]), found[3], [],
                        {"abstract": found[4]}, date=found[1])
        elif found := re.match(standard, line) or re.match(item, line):
            yield paper(collapse(found[2]), found[4], [found[3]], {},
                        date=found[1])


def analysed_list(text):
    heading = (r"(?ms)^(#+) \d+\. `([^`\n]*)` - ([^\n]*) \[PDF\]\(([^)\n]*)\), "
               r"\[HTML\]\([^)\n]*\)[ ]*\n(.*?)(?=^#+ \d+\. `|\Z)")
    for found in re.finditer(heading, text):
        key = rf"(?m)^{found[1]}# (Authors|Background|Innovation|Conclusion)[ ]*$"
        parts = re.split(key, found[5])
        parts = dict(zip(map(str.lower, parts[1::2]), parts[2::2]))
        authors = split_authors(parts.pop("authors", ""))
        yield paper(collapse(found[3]), found[4], authors, parts,
                    topic=found[2])


def scored_reason(text):
    text = re.split(r"(?m)^Reason:", text)[-1]
    return re.sub(r"(?m)^(?:Score|Field): .*\n?", "", text)


def scored_list(text):
    heading = (r"(?ms)^### \[Score: ([\d.]+)/10\] ([^\n]*)\n(.*?)"
               r"(?=^### \[Score|^## |^<h2|\Z)")
    for found in re.finditer(heading, text):
        first, *further = found[3].split("[PAPER_START]")
        fields = dict(re.findall(r"- \*\*(\w+):\*\* ?(.*)", first))
        reason = first.split("- **Reason:**", 1)[1]
        url = re.match(r"\[(.*?)\]", fields["Link"])[1]
        yield paper(collapse(found[2]), url, split_authors(fields["Authors"]),
                    {"reason": scored_reason(reason)},
                    date=fields["Published"], score=float(found[1]))
        for block in further:
            fields = dict(re.findall(r"(?m)^(\w+): (.*)$", block))
            yield paper(fields["Title"], fields["Link"],
                        split_authors(fields["Authors"]),
                        {"reason": fields["Reason"]},
                        date=fields["Published"], score=float(fields["Score"]),
                        topic=fields["Field"])


def enhanced_parts(text):
    if "<summary>Abstract</summary>" in text:
        return {"abstract": text.split("<summary>Abstract</summary>")[1]}
    head, abstract = re.split(r"(?m)^Abstract:", text, maxsplit=1)
    head = re.sub(r"<details>|<summary>Details</summary>", "", head)
    keys = (r"(?m)^(Main category|TL;DR|TLDR|Task|Motivation|Method|Result|"
            r"Conclusion):")
    parts = re.split(keys, head)
    named = {key.lower().replace("tl;dr", "tldr"): value
             for key, value in zip(parts[1::2], parts[2::2])
             if key != "Main category" and value.strip() not in NOTHING}
    return {**named, "abstract": abstract}


def enhanced_list(text):
    heading = (r"(?ms)^### (?:\[\d+\] )?\[([^\n]*)\]\(([^)\n]*)\)\n"
               r"\*([^\n]*)\*\n(.*?)</details>")
    for found in re.finditer(heading, text):
        yield paper(collapse(found[1]), found[2], split_authors(found[3]),
                    enhanced_parts(found[4]))


READERS = {
    "daily-table": daily_table,
    "topic-table": topic_table,
    "analysed-list": analysed_list,
    "scored-list": scored_list,
    "enhanced-list": enhanced_list,
    "generic": lambda text: [],
}


def differences(expected, entry):
    got = dict(entry)
    links = entry["links"]
    got["url"] = links["pdf"] or links["abs"]
    got["id"] = [entry["id"], entry["version"]]
    for key, value in expected.items():
        if got[key] != value:
            yield f"{key}: expected {value!r}, inspect has {got[key]!r}"
    if list(expected["sections"]) != list(entry["sections"]):
        yield "the sections stand in another order"


def main():
    inspect_files, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    files = sorted(p for folder in ("seeds", "corpora")
                   for p in (shared / folder).rglob("*.*") if p.is_file())
    if not files:
        print(f"skipped: no real digests in {shared}")
        return 77
    printed = subprocess.run([inspect_files, *files], check=True, text=True,
                             encoding="utf-8", capture_output=True).stdout
    compared = failures = 0
    for path, line in zip(files, printed.splitlines(), strict=True):
        digest = json.loads(line)
        with open(path, encoding="utf-8", newline="") as file:
            expected = list(READERS[digest["dialect"]](file.read()))
        if len(expected) != len(digest["papers"]):
            print(f"{path}: {len(expected)} entries expected, "
                  f"{len(digest['papers'])} read")
            failures += 1
        for one, entry in zip(expected, digest["papers"]):
            compared += 1
            for difference in differences(one, entry):
                print(f"{path}:{entry['line']}: {difference}")
                failures += 1
    print(f"{compared} entries of {len(files)} files compared, "
          f"{failures} differences")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
