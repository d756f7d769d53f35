#!/usr/bin/env python3
"""Joins the parts of a search client to one ES module, in a C++ source.

    join_client.py ENTRY.js OUT.cc HEADER NAMESPACE::FUNCTION

HEADER declares FUNCTION, which returns the module. A part imports others with
lines `import {…} from './part.js';` alone, those of the client that reads the
index with '../../search/client/part.js'; all have one namespace. Each part
comes behind those it imports; the imports between them go, all exports but the
entry's, and what only readers of the source need: comments, indentation, the
ends of lines behind "{", "(", "," and ";", a ";" before "}", and blanks around
operators and parentheses. No literal of the parts has any of those, or several
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
    module = re.sub(r"(?<=[{(,;])\n|^\n|(?<=,) ", "", module, flags=re.M)
    module = re.sub(r"\b(catch|for|if|switch|while) (?=\()|(?<=\)) (?=\{)", r"\1", module)
    return OPERATORS.sub(r"\1", module).replace(";}", "}")


def as_source(module, header, function):
    """A string literal may have 64 KB at most in some compilers: an array."""
    space, name = function.rsplit("::", 1)
    data = module.encode("utf-8")
    lines = (", ".join(map(str, data[i:i + 20])) for i in range(0, len(data), 20))
    body = ",\n    ".join(lines)
    return (f'#include "{header}"\n\n'
            f"namespace {space} {{\n\nnamespace {{\n\n"
            f"constexpr unsigned char kModule[] = {{\n    {body}}};\n\n}}  // namespace\n\n"
            f"std::string_view {name}() {{\n"
            "  return {reinterpret_cast<const char*>(kModule), sizeof kModule};\n"
            f"}}\n\n}}  // namespace {space}\n")


def main():
    entry, out, header, function = sys.argv[1:]
    module = squeeze(join(Path(entry).resolve()))
    Path(out).write_text(as_source(module, header, function), encoding="utf-8")


if __name__ == "__main__":
    main()
