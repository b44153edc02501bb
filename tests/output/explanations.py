#!/usr/bin/env python3
"""What the reader of a finding is told: who could have helped, what waits in a channel's queues, values, suggestions.

    python3 tests/output/explanations.py
"""

import pathlib
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

# (entry, texts that are there, texts that are not)
KERNELS = [
    # Each side's receive comes behind a send that the other side's receive would serve.
    ("TestCycleOfSendsBuggy",
     ["- TestCycleOfSendsBuggy waits [chan send] for ch#", "; TestCycleOfSendsBuggy.func1#1 would receive from it later, but itself "
      "waits [chan send] for ch#",
      "they wait for each other: TestCycleOfSendsBuggy -> TestCycleOfSendsBuggy.func1#1 -> TestCycleOfSendsBuggy",
      "suggestion: let both sides come to their channels in the same order"], ["nobody receives"]),
    # Only a loop over the channel waits; nobody that is left sends.
    ("TestNeverClosedBuggy", ["waits [chan receive] for ch#2; last used (send, step 2) by TestNeverClosedBuggy, which has ended",
                              "suggestion: let the sender close the channel"], ["would send"]),
    # Two that send wait for the same receiver: none of them is the other's partner.
    ("TestErrorChannelBuggy", ["a buffer of one for each sender"], ["wait for each other", "would receive"]),
    # Where a buffer has room or a channel is closed nobody is in its queues.
    ("TestWorkersCloseBuggy", ["ch#2 cap 2 [] recvq: TestWorkersCloseBuggy  ", "] closed  "], ["sendq", "closed recvq"]),
    # One cause, at the user's line, whether testing has recovered the panic or not.
    ("TestCloseTwiceBuggy", ["channels_test.go:163:3: panic: close of closed channel (CC1002)", "(1 wanted finding,"],
     ["testing/testing.go", "recvq"]),
    ("TestSendAfterShutdownBuggy", ["left a way out: TestSendAfterShutdownBuggy goes on inside of the library"], ["T#1"]),
    ("TestTimeoutBuggy", ["ch#3 cap 1 [time]  time  "], ["<nil>"]),
    ("TestSentPointerBuggy", ["[&message#1]  &message#1  "], ["&message#1."]),
    ("TestMapBuggy", ["at the same time: TestMapBuggy write map#1 at specs/kernels/data_test.go:85",
                      "at the same time: TestMapBuggy.func1#1 write map#1 at specs/kernels/data_test.go:84"], []),
    ("TestCapturedVariableBuggy", [" read         i#1 ", " write        i#1 "], [" access "]),
]
PATTERNS = [
    # The root of the waiting is who waits for a value, not who waits for the others to be done.
    ("broadcast_close_broken.go",
     ["main waits [sync.WaitGroup.Wait] for wg#1, whose counter is 2; main.func1#2 would count it down later, "
      "but itself waits [chan receive] for ch#1, main.func1#3 too, which waits [chan receive] for ch#1",
      "suggestion: let the sender close the channel"], ["call Done once"]),
    ("barrier_broken.go", ["suggestion: wait in a loop over the condition"], ["wait for each other"]),
]
PROGRAMS = [
    # Those who are in the library only, and what is the user's of them: the statement that started them.
    ("mutex/left_by_go.go",
     ["sync.(*Mutex).Lock#1 waits for mu#1, held since step 1", "whose counter is 1",
      "goroutine 2 [sync.Mutex.Lock]:\n    sync.(*Mutex).Lock(...)\n    created by main.main in goroutine 1\n",
      "suggestion: unlock on every path"], []),
    ("iter/pull_left.go",
     ["pull_left.go:24:2: goroutine iter.(*puller).run is blocked for ever [coroutine]", "nobody calls next or stop",
      "suggestion: `defer stop()` right after iter.Pull"], []),
]
VIRTUAL = """package main

import "time"

func main() {
	c := make(chan time.Time, 2)
	c <- time.Unix(86400*365, 500).UTC()
	c <- time.Time{}
	c <- <-time.After(90 * time.Second)
}
"""


def main():
    report = common.Report("explanations")

    def expect(name, text, there, missing):
        wrong = [f"not there: {t}" for t in there if t not in text] + [f"there: {t}" for t in missing if t in text]
        if wrong:
            report.fail(name, *wrong, text)
        else:
            report.ok()

    def told(*arguments, cwd=common.ROOT):
        done = subprocess.run([common.CHANCHECK, "check", *arguments], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True)
        return done.stdout.decode()

    for entry, there, missing in KERNELS:
        expect(entry, told("--entry", entry, "specs/kernels"), there, missing)
    for name, there, missing in PATTERNS:
        expect(name, told(f"specs/patterns/{name}"), there, missing)
    for name, there, missing in PROGRAMS:
        expect(name, told(f"tests/programs/{name}"), there, missing)
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "virtual.go").write_text(VIRTUAL)
        text = told("--time", "virtual", "virtual.go", cwd=folder)
        expect("times", re.sub(r"  +", "  ", text),
               ["[1971-01-01 00:00:00.0000005 +0000 UTC]  0001-01-01 00:00:00 +0000 UTC  ", "timer  clock moves  -",
                "[2009-11-10 23:01:30 +0000 UTC]  2009-11-10 23:01:30 +0000 UTC  "], ["<nil>", "  run  "])
    report.finish()


main()
