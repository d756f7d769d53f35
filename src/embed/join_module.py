#!/usr/bin/env python3
"""Joins the parts of a script to one ES module, and leaves out what only
readers of the source need.

    join_module.py ENTRY.js OUT.js

A part imports others with lines `import {…} from './part.js';` alone, those of
the search client with '../../search/client/part.js'; all have one namespace.
Each part comes behind those it imports; the imports between them go, all
exports but the entry's, and comments, indentation, the ends of lines behind
"{", "(", "," and ";", a ";" before "}", and blanks around operators, names'
colons and parentheses. No literal of the parts has any of those, or several
lines, and no loop is empty.
"""

import re
import sys
from pathlib import Path

IMPORT = re.compile(r"^import\s*\{[^}]*\}\s*from\s*"
                    r"'((?:\.|\.\./\.\./search/client)/[\w-]+\.js)';\n", re.M)


def join(entry):
    seen, parts = set(), []

    def add(path):
        if path in seen:
            return
        seen.add(path)
        text = path.read_text(encoding="utf-8")
        for name in IMPORT.findall(text):
            add((path.parent / name).resolve())
        text = IMPORT.sub("", text)
        if path != entry:
            text = re.sub(r"^export (?=\w)", "", text, flags=re.M)
        parts.append(text.strip("\n") + "\n")

    add(entry)
    left = re.search(r"^import\b.*", "".join(parts), re.M)
    if left:
        sys.exit(f"{entry}: not an import that can be joined: {left[0]}")
    return "\n".join(parts)


OPERATORS = re.compile(r" (=>|[=!]==|&&|\|\||[-+]?=|[-+*/<>?:%]|[<>]=)[ \n]")


def squeeze(module):
    module = re.sub(r"^ *//.*\n|^ +|(?<=;)  // .*$", "", module, flags=re.M)
    module = re.sub(r"(?<=[{(,;])\n|^\n|(?<=,) |(?<=\w:) ", "", module,
                    flags=re.M)
    module = re.sub(r"\b(catch|for|if|switch|while) (?=\()|(?<=\)) (?=\{)", r"\1", module)
    return OPERATORS.sub(r"\1", module).replace(";}", "}")


def main():
    entry, out = sys.argv[1:]
    Path(out).write_text(squeeze(join(Path(entry).resolve())), encoding="utf-8")


if __name__ == "__main__":
    main()
