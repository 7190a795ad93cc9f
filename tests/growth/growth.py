"""Whether the program's work grows no faster than its input: instructions, which no other load on the machine changes.

    growth.py PROGRAM [--sizes 1000,4000,16000] [--only WORDS] [--most 1.1]

Prints for each shape (shapes.py) the instructions at each size, in millions, without those of starting, and the exponent
from the first size to the last: 1 is linear, 2 quadratic. Exits 1 where one is above the most, or the program fails.
"""

import argparse
import concurrent.futures
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from shapes import SHAPES


def write(folder, given):
    for name, text in given.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def run(command, folder):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def instructions(program, name, n):
    """What valgrind counts; an exit code that the shape does not expect is an error."""
    given = SHAPES[name](n)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        write(folder, given)
        for arguments in given.before:
            made = run([program, *arguments], folder)
            if made.returncode != 0:
                raise RuntimeError(f"{name} at {n}: {' '.join(arguments)}\n{made.stderr.decode()[:2000]}")
        counter = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", "--log-file=count"]
        done = run([*counter, program, *given.arguments], folder)
        if done.returncode not in given.codes:
            raise RuntimeError(f"{name} at {n} ends with {done.returncode}\n{done.stderr.decode()[:2000]}")
        found = re.search(r"I\s+refs:\s+([\d,]+)", (folder / "count").read_text())
        return int(found[1].replace(",", ""))


def measure(program, name, sizes):
    start = instructions(program, name, 1)
    net = [max(1, instructions(program, name, n) - start) for n in sizes]
    exponent = math.log(net[-1] / net[0]) / math.log(sizes[-1] / sizes[0])
    return net, exponent


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--sizes", default="1000,4000,16000")
    parser.add_argument("--only", default="")
    parser.add_argument("--most", type=float, default=1.1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    program = str(options.program.resolve())
    sizes = [int(size) for size in options.sizes.split(",")]
    names = [name for name in SHAPES if options.only in name]

    print(f"{'millions of instructions at':40}" + "".join(f"{n:>10,}" for n in sizes) + "  exponent")
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = {name: pool.submit(measure, program, name, sizes) for name in names}
        for name, future in runs.items():
            try:
                net, exponent = future.result()
            except RuntimeError as error:
                print(f"{name:40} {error}", flush=True)
                bad += 1
                continue
            too_fast = exponent > options.most
            bad += too_fast
            row = "".join(f"{count / 1e6:>10,.1f}" for count in net)
            print(f"{name:40}{row}{exponent:>10.2f}{'  grows too fast' if too_fast else ''}", flush=True)
    print(f"{len(names)} shapes, {bad} of them wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
