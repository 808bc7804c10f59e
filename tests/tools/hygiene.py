# SPDX-License-Identifier: Apache-2.0
"""What every file of the project keeps to, whatever it holds. Usage: hygiene.py FOLDER

Text ends in a line feed, has no trailing blanks and no carriage returns; C++ opens with its licence
and has no more than 400 lines. The bytes of a case are its own, but it has carriage returns only
where its path says so: "crlf" in a name, or a folder "cr".
"""
import os
import pathlib
import sys

LEFT_OUT = {".cache", ".git", "__pycache__", "build", "node_modules"}
LICENCE = b"// SPDX-License-Identifier: Apache-2.0"
LINES = 400


def files_of(folder):
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - LEFT_OUT)
        for name in sorted(names):
            path = pathlib.Path(parent, name)
            if not path.is_symlink() and path.suffix != ".orig":
                yield path.relative_to(folder)


def problems_of(path, text):
    """(line, problem) for each of the text's."""
    lines = text.split(b"\n")
    is_case = path.parts[:2] == ("tests", "cases")
    if not (is_case and ("crlf" in str(path) or "cr" in path.parts)):
        yield from ((i, "carriage return") for i, line in enumerate(lines, 1) if b"\r" in line)
    if not is_case:
        if lines[-1]:
            yield len(lines), "no line feed at the end"
        for i, line in enumerate(lines, 1):
            if line.rstrip(b"\r").endswith((b" ", b"\t")):
                yield i, "trailing blanks"
    if path.suffix in (".cpp", ".hpp"):
        if lines[0] != LICENCE:
            yield 1, f"the first line is not {LICENCE.decode()}"
        if len(lines) - 1 > LINES:
            yield LINES + 1, f"more than {LINES} lines"


def main(folder):
    count = 0
    failed = False
    for path in files_of(folder):
        data = (folder / path).read_bytes()
        if b"\0" in data:
            continue
        count += 1
        for line, problem in problems_of(path, data):
            failed = True
            print(f"{path}:{line}: {problem}")
    print(f"{count} text files")
    return 1 if failed or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
