"""Each rule that the default rests on, left out on purpose, changes what is found in the program that has its name.

    python3 tests/soundness/rules.py SOUNDNESS_IR

Without it the program has the findings that a search without persistent sets has, and the literal machine. The rules are in
model/base/mutations.def, the programs in tests/soundness/rules.
"""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]


def differs(tool, path, *flags):
    """Is there a difference? None if the comparison itself went wrong."""
    done = subprocess.run([tool, "--go", str(path), *flags], capture_output=True, text=True)
    return {0: False, 1: "differs" in done.stdout or None}.get(done.returncode)


def main():
    tool = sys.argv[1]
    text = (ROOT / "model/base/mutations.def").read_text()
    rules = re.findall(r"^X\((\w+),", text, re.M)
    failed = []
    for rule in rules:
        path = HERE / "rules" / f"{rule}.go"
        flags = re.search(r"Flags: (.*)", path.read_text().splitlines()[0])
        flags = flags.group(1).split() if flags else []
        if differs(tool, path, "--against", "both", *flags) is not False:
            failed.append(f"{rule}: a difference with all rules in force")
        if not differs(tool, path, "--against", "off", "--mutation", rule, *flags):
            failed.append(f"{rule}: nothing notices that it is left out")
    for line in failed:
        print("FAIL", line)
    programs = {path.stem for path in (HERE / "rules").glob("*.go")}
    for name in sorted(programs - set(rules)):
        failed.append(name)
        print("FAIL no rule has the name of", name)
    print(f"{len(rules)} rules")
    sys.exit(1 if failed else 0)


main()
