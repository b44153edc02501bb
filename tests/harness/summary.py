"""What `--stats` says of all runs together: live goroutines, buffers, code that never runs, orders that always hold.

    CHANCHECK=build/chancheck python3 tests/harness/summary.py
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

CHANCHECK = os.environ["CHANCHECK"]

# A program and what its statistics must say. Lines count from 1, `package main` is the first.
CASES = [
    # The goroutines of earlier turns need not have ended, though nothing they do can be seen.
    ("""func main() {
	c := make(chan int)
	for i := range 3 {
		go func() { c <- i }()
		<-c
	}
}""", {"goroutines": 4, "buffers": [], "statements": [], "orders": None}),
    # Two of three places are used; the send behind the last receive is not reached.
    ("""func main() {
	c := make(chan int, 3)
	go func() {
		c <- 1 //chancheck:event first
		c <- 2 //chancheck:event second
	}()
	<-c //chancheck:event got
	if len(c) > 1 {
		c <- 3
	}
	<-c
}""", {"goroutines": 2, "buffers": [(2, 3)], "statements": [10], "orders": ["first < second", "first < got"]}),
    # Independent goroutines: together alive, in no order; and an order that is asserted already is not offered.
    ("""//chancheck:order begin < left
func f() {}
func main() {
	f() //chancheck:event begin
	done := make(chan bool, 2)
	go func() {
		f() //chancheck:event left
		done <- true
	}()
	go func() {
		f() //chancheck:event right
		done <- true
	}()
	<-done
	<-done
	f() //chancheck:event end
}""", {"goroutines": 3, "buffers": [(2, 2)], "statements": [], "orders": ["begin < right", "left < end", "right < end"]}),
    # Both ends of an unbuffered channel: each start before the other's completion.
    ("""func main() {
	c := make(chan int)
	go func() {
		c <- 1 //chancheck:event send
	}()
	<-c //chancheck:event receive
}""", {"goroutines": 2, "buffers": [], "statements": [], "orders": ["send < receive", "receive < send"]}),
]


def main():
    wrong = 0
    with tempfile.TemporaryDirectory() as directory:
        file = pathlib.Path(directory, "case.go")
        for text, wanted in CASES:
            file.write_text("package main\n" + text + "\n")
            for flags in ([], ["--por", "off"], ["--jobs", "2", "--symmetry", "off"]):
                run = subprocess.run([CHANCHECK, "check", "--format", "json", "--stats", *flags, str(file)],
                                     capture_output=True, text=True, check=False)
                stats = json.loads(run.stdout)["programs"][0]["stats"]
                told = {"goroutines": stats.get("goroutines"),
                        "buffers": [(b["fullest"], b["capacity"]) for b in stats.get("buffers", [])],
                        "statements": [p["line"] for p in stats.get("statements_never_run", [])],
                        "orders": stats.get("orders")}
                same = all(told[k] == wanted[k] or (k == "orders" and wanted[k] and sorted(told[k] or []) == sorted(wanted[k]))
                           for k in wanted)
                if not same:
                    wrong += 1
                    print(f"{text}\n  {flags}: {told}\n  wanted: {wanted}")
    print(f"{len(CASES)} programs, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
