#!/usr/bin/env python3
"""Carries files in the program: writes them as arrays into a C++ source.

    embed_files.py OUT.cc FOLDER NAME…

OUT.cc defines what starter/templates.h declares; each NAME is a file below
FOLDER, and the name that the program asks for it by.
"""

import sys
from pathlib import Path


def array(index, data):
    lines = (", ".join(map(str, data[i:i + 20])) for i in range(0, len(data), 20))
    body = ",\n    ".join(lines)
    return f"constexpr unsigned char kFile{index}[] = {{\n    {body}}};\n\n"


def as_source(folder, names):
    arrays = "".join(array(i, (folder / name).read_bytes())
                     for i, name in enumerate(names))
    choices = "".join(
        f'  if (name == "{name}") {{\n'
        f"    return {{reinterpret_cast<const char*>(kFile{i}), sizeof kFile{i}}};\n"
        "  }\n" for i, name in enumerate(names))
    return ('#include <cassert>\n\n#include "starter/templates.h"\n\n'
            "namespace offprint {\nnamespace {\n\n" + arrays +
            "}  // namespace\n\n"
            "std::string_view Template(std::string_view name) {\n" + choices +
            '  assert(false && "a name that starter/CMakeLists.txt lists");\n'
            "  return {};\n}\n\n}  // namespace offprint\n")


def main():
    out, folder, *names = sys.argv[1:]
    Path(out).write_text(as_source(Path(folder), names), encoding="utf-8")


if __name__ == "__main__":
    main()
