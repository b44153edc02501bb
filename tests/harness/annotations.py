"""Errors of annotations that need types, each at its line and column.

    CHANCHECK=build/chancheck python3 tests/harness/annotations.py

(Those that the parser finds alone are in tests/errors/annotations.go; here a comment can hold nothing but the annotation.)
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

CHANCHECK = os.environ["CHANCHECK"]

HEAD = """package main

import "sync/atomic"

var (
	count  int
	name   string
	queue  = make(chan int, 2)
	hits   atomic.Int64
	closed bool
)

func f() int { return 1 }

"""
LINE = HEAD.count("\n") + 1

# What stands after HEAD, and the errors: lines count from there, columns from 1.
CASES = [
    ("//chancheck:order send < recieve\nfunc main() {\n\tqueue <- 1 //chancheck:event send\n\t<-queue //chancheck:event receive\n}",
     ["1:26 no event is called recieve, did you mean receive?"]),
    ("//chancheck:protocol p = send (recv\nfunc main() {\n\tqueue <- 1 //chancheck:event send\n\t<-queue //chancheck:event recv\n}",
     ["1:36 unexpected its end, expected )"]),
    ("//chancheck:protocol p = ()\nfunc main() {}", ["1:26 protocol p names no event"]),
    ("//chancheck:protocol p = a\n//chancheck:protocol p = a*\nfunc main() {\n\tf() //chancheck:event a\n}",
     ["2:1 protocol p is defined twice"]),
    ("//chancheck:ltl [](a -> <>)\nfunc main() {\n\tf() //chancheck:event a\n}",
     ["1:27 unexpected ), expected an event, {, ( or an operator"]),
    ("//chancheck:ltl <>done\nfunc main() {}", ["1:19 no event is called done"]),
    ("//chancheck:invariant count < name\nfunc main() {}", ["1:31 cannot convert name|mismatched types int and string"]),
    ("//chancheck:invariant cuont > 0\nfunc main() {}", ["1:23 undefined: cuont"]),
    ("//chancheck:invariant count\nfunc main() {}", ["1:23 count is not a boolean expression"]),
    ("//chancheck:invariant f() > 0\nfunc main() {}", ["1:23 f() cannot be part of an annotation's expression"]),
    ("//chancheck:invariant hits.Add(1) > 0\nfunc main() {}", ["1:23 hits.Add(1) cannot be part of"]),
    ("//chancheck:invariant len(queue) < 3 && <-queue == 1\nfunc main() {}", ["1:41 <-queue cannot be part of"]),
    ("//chancheck:invariant closed(count)\nfunc main() {}", ["1:30 invalid argument: count (variable of type int) for closed: not a channel"]),
    ("//chancheck:invariant count > \nfunc main() {}", ["1:30 syntax error|1:31 syntax error|1:29 syntax error"]),
    ("//chancheck:ltl []{count >= 0 && name}\nfunc main() {}", ["1:34 operator && not defined on name|1:20 |1:33 "]),
    ("func main() {\n\t//chancheck:event a\n\tf()\n}", ["2:2 no statement on this line for event a"]),
    ("func main() {\n\tf(); f() //chancheck:event a\n}", ["2:11 2 statements on this line, event a needs exactly one"]),
    ("func main() {\n\tfor i := 0; i < 2; i++ { //chancheck:event a\n\t}\n}",
     ["2:27 2 statements on this line, event a needs exactly one"]),
    ("func main() {\n\tif count > 0 { //chancheck:event a\n\t}\n}", ["2:17 no statement on this line for event a"]),
    ("var x = f() //chancheck:event a\nfunc main() {}", ["1:13 no statement on this line for event a"]),
    ("func main() {\n\tf() //chancheck:event U\n}", ["2:24 U cannot be the name of an event"]),
    # And these are none.
    ("//chancheck:invariant !closed || !closed(queue)\nfunc main() {}", []),
    ("func main() {\n\tgo func() { queue <- 1 }() //chancheck:event a\n\t<-queue\n}", []),
    ("func main() {\n\tgo func() { //chancheck:event a\n\t\tqueue <- 1 //chancheck:event b\n\t}() //chancheck:event c\n\t<-queue\n}", []),
]


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        file = pathlib.Path(directory, "case.go")
        for text, wanted in CASES:
            file.write_text(HEAD + text + "\n")
            run = subprocess.run([CHANCHECK, "check", "--format", "json", str(file)], capture_output=True, text=True, check=False)
            program = json.loads(run.stdout)["programs"][0]
            errors = [f'{e["position"].get("line", 0) - LINE + 1}:{e["position"].get("column")} {e["message"]}'
                      for e in program.get("errors", [])]
            fits = len(errors) == len(wanted) and all(
                any(part in error for part in want.split("|")) for want, error in zip(wanted, errors))
            if not fits or (run.returncode == 2) != bool(wanted):
                wrong += 1
                print(f"{text}\n  exit {run.returncode}: {errors}\n  wanted: {wanted}")
    print(f"{len(CASES) - wrong} of {len(CASES)} as wanted")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
