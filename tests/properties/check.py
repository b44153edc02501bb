"""What annotations mean, row by row of their definition: small programs and if what they state holds.

    CHANCHECK=build/chancheck python3 tests/properties/check.py [NAME ...]

A program begins with `=== NAME: holds`, or `protocol`, `order`, `invariant`, `ltl`: what is broken. `package main` is
left out. The default search, the literal machine and a search without
symmetry have to agree.
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

CHANCHECK = os.environ["CHANCHECK"]
SEARCHES = ([], ["--reduction", "none"], ["--jobs", "1", "--symmetry", "off"])


def programs(names):
    for file in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
        for part in re.split(r"^=== ", file.read_text(), flags=re.M)[1:]:
            head, body = part.split("\n", 1)
            name, wanted = head.split(": ")
            if not names or name in names:
                yield name, wanted, body


def go_file(body):
    """The wants belong before `package`, imports behind it."""
    lines = body.splitlines()
    wants = [line for line in lines if line.startswith("//chancheck:want")]
    imports = [line for line in lines if line.startswith("import ")]
    rest = [line for line in lines if line not in wants and line not in imports]
    return "\n".join([*wants, "package main", "", *imports, *rest, ""])


def judged(file, flags):
    run = subprocess.run([CHANCHECK, "check", "--format", "json", *flags, str(file)], capture_output=True, text=True, check=False)
    program = json.loads(run.stdout)["programs"][0]
    found = sorted(f'{f["kind"]}: {f["message"]}' for f in program["findings"] if not f.get("wanted"))
    return program["verdict"], found, program.get("errors", [])


def main():
    count = wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        for name, wanted, body in programs(sys.argv[1:]):
            file = pathlib.Path(directory, name + ".go")
            file.write_text(go_file(body))
            results = [judged(file, flags) for flags in SEARCHES]
            verdict, found, _ = results[0]
            good = (verdict, found) == ("pass", []) if wanted == "holds" else (
                verdict == "fail" and any(wanted + " " in f for f in found))
            count += 1
            if not good or any(r[:2] != results[0][:2] for r in results):
                wrong += 1
                print(f"{name}: {wanted}, but: {results}\n{go_file(body)}")
    print(f"{count} programs, {wrong} wrong")
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
