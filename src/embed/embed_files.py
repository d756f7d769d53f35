#!/usr/bin/env python3
"""Carries files in the program: a C++ source that gives their bytes.

    embed_files.py OUT.cc HEADER NAMESPACE::FUNCTION FOLDER NAME…

HEADER declares FUNCTION. Of one file it takes nothing; of several it takes a
name, which is that of a file below FOLDER as it is given here. Both return a
std::string_view.
"""

import sys
from pathlib import Path


def array(index, data):
    """A string literal may have 64 KB at most in some compilers."""
    lines = (", ".join(map(str, data[i:i + 20])) for i in range(0, len(data), 20))
    body = ",\n    ".join(lines)
    return f"constexpr unsigned char kFile{index}[] = {{\n    {body}}};\n\n"


def view(index):
    return f"{{reinterpret_cast<const char*>(kFile{index}), sizeof kFile{index}}}"


def body(names):
    if len(names) == 1:
        return f"  return {view(0)};\n"
    choices = "".join(f'  if (name == "{name}") return {view(i)};\n'
                      for i, name in enumerate(names))
    return choices + '  assert(false && "no file of that name");\n  return {};\n'


def as_source(header, function, folder, names):
    space, name = function.rsplit("::", 1)
    parameter = "std::string_view name" if len(names) > 1 else ""
    arrays = "".join(array(i, (folder / name).read_bytes()) for i, name in enumerate(names))
    return (f'#include "{header}"\n\n#include <cassert>\n\n'
            f"namespace {space} {{\nnamespace {{\n\n{arrays}}}  // namespace\n\n"
            f"std::string_view {name}({parameter}) {{\n{body(names)}}}\n\n"
            f"}}  // namespace {space}\n")


def main():
    out, header, function, folder, *names = sys.argv[1:]
    Path(out).write_text(as_source(header, function, Path(folder), names), encoding="utf-8")


if __name__ == "__main__":
    main()
