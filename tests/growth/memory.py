"""Whether files full of errors take no more memory than six times their size and 8 MiB, starting included.

    memory.py PROGRAM [--megabytes 4] [--only WORDS]

Prints for each erroneous shape (shapes.py) its size, the memory and the ratio. Exits 1 where one takes more.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from growth import write
from shapes import FULL_OF_ERRORS, SHAPES


def size(given):
    return sum(len(text.encode()) for text in given.files.values())


def prepare(name, wanted, folder):
    """Writes the files, in a process of its own: what this one holds would be counted as its children's."""
    child = os.fork()
    if child == 0:
        n = 1000
        write(folder, SHAPES[name](max(1, n * wanted // size(SHAPES[name](n)))))
        os._exit(0)
    os.waitpid(child, 0)
    return SHAPES[name](1), sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def most_memory(command, folder):
    """Bytes, and the exit code."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    return used.ru_maxrss * 1024, os.waitstatus_to_exitcode(status)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=4)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    program = str(options.program.resolve())
    print(f"{'':40}{'MB':>8}{'memory':>10}{'ratio':>8}")
    bad = 0
    for name in FULL_OF_ERRORS:
        if options.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            given, written = prepare(name, int(options.megabytes * 1e6), pathlib.Path(folder))
            memory, code = most_memory([program, *given.arguments], folder)
        wrong = "" if code in given.codes else f"  ends with {code}"
        if memory > 6 * written + (8 << 20):
            wrong += "  too much"
        bad += wrong != ""
        print(f"{name:40}{written / 1e6:>8.1f}{memory / 1e6:>10.1f}{memory / written:>8.1f}{wrong}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
