"""What the pages show is what happens: their Go files and their commands with their output.

    CHANCHECK=build/chancheck python3 tests/harness/documents.py [--update]

In the pages below, a block ```go whose first line is `// NAME.go` is written to that file; a block ```console has commands after
`$ ` and what they print. Both in an empty folder, in order. `--update` writes the output into the pages: review the diff.
"""

import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = ["README.md", "specs/protocols/README.md"]
CHANCHECK = os.path.abspath(os.environ["CHANCHECK"])


def run(command, directory):
    words = shlex.split(command)
    if words[0] != "chancheck":
        raise AssertionError(f"not a command of ours: {command}")
    done = subprocess.run([CHANCHECK] + words[1:], cwd=directory, capture_output=True, text=True, check=False, timeout=60)
    text = done.stdout + done.stderr
    if done.returncode != 0:
        text += f"exit {done.returncode}\n"
    # What differs from machine to machine.
    return re.sub(r"[\d.]+ s, [\d]+ states/s, [\d.]+ bytes/state, [\d.]+ MB, \d+ components", "... s, ...", text)


def session(block, directory):
    out = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out += [line] + run(line[2:], directory).rstrip("\n").splitlines()
    return "".join(f"{line}\n".replace(" \n", "\n") for line in out)


def check(page, update):
    text = (ROOT / page).read_text()
    failed = 0
    with tempfile.TemporaryDirectory() as directory:
        def replace(match):
            nonlocal failed
            language, block = match.group(1), match.group(2)
            if language == "go":
                name = re.match(r"// (\w+\.go)\n", block)
                if name:
                    pathlib.Path(directory, name.group(1)).write_text(block)
                return match.group(0)
            actual = session(block, directory)
            if actual != block:
                failed += 1
                if not update:
                    print(f"{page}: shown:\n{block}\nprinted:\n{actual}")
            return f"```console\n{actual}```"
        shown = re.sub(r"```(go|console)\n(.*?)```", replace, text, flags=re.S)
    if update and shown != text:
        (ROOT / page).write_text(shown)
    return failed


def main():
    update = "--update" in sys.argv
    failed = sum(check(page, update) for page in PAGES)
    print(f"{failed} blocks differ")
    return 1 if failed and not update else 0


if __name__ == "__main__":
    sys.exit(main())
