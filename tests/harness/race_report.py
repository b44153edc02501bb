"""What a race report says: both accesses, their stacks, why they are not ordered, in each format.

    python3 tests/harness/race_report.py
"""

import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import common  # noqa: E402

SPECS = common.ROOT / "specs" / "happens-before"
PROGRAMS = common.ROOT / "tests" / "programs" / "races"
# The text of Go's race detector (compiler-rt, tsan/go), with the memory's name for its address.
LAYOUT = re.compile(r"""==================
WARNING: DATA RACE
(?:Read|Write) at \S.* by (?:main goroutine|goroutine \d+):
(?:  \S+\(\)
      \S+\.go:\d+
)+
Previous (?:read|write) at \S.* by (?:main goroutine|goroutine \d+):
(?:  \S+\(\)
      \S+\.go:\d+
)+(?:
Goroutine \d+ \((?:running|finished)\) created at:
(?:  \S+\(\)
      \S+\.go:\d+
)+)+
Not ordered: .*
==================
""")


def run(*arguments):
    done = subprocess.run([common.CHANCHECK, *map(str, arguments)], capture_output=True, text=True)
    return done.stdout


def races(path):
    program = json.loads(run("check", "--format", "json", path))["programs"][0]
    return program, [f for f in program["findings"] if f["kind"] == "race"]


def lines(access):
    return [frame["position"]["line"] for frame in access["stack"]]


def json_report():
    program, found = races(SPECS / "buffer_order_racy.go")
    (finding,) = found
    race = finding["race"]
    by_goroutine = {a["goroutine"]: a for a in race["accesses"]}
    assert finding["message"] == "data race on main.x", finding["message"]
    assert lines(by_goroutine[2]) == [15] and lines(by_goroutine[1]) == [20], race
    assert by_goroutine[2]["created_by"]["stack"][0]["position"]["line"] == 14, race
    assert "created_by" not in by_goroutine[1]
    assert race["made_at"]["line"] == 8
    assert "not ordered" not in race["why"] and "goroutine" in race["why"]
    assert any("sequential consistency" in note["message"] for note in program["notes"])


def why():
    # The receive is ordered after the send, the write comes behind it.
    _, (finding,) = races(SPECS / "send_unbuffered_racy.go")
    race = finding["race"]
    if race["accesses"][1]["goroutine"] == 2:
        assert race["ordered_after"]["operation"] == "send", race
        assert race["ordered_after"]["position"]["line"] == 13, race
    else:
        assert race["accesses"][0]["last_synchronisation"]["operation"] == "send", race
    assert "comes behind that" in race["why"] or "synchronises with nobody" in race["why"], race["why"]


def pairs():
    # One finding for each pair of positions, whichever comes first.
    for path in sorted(SPECS.glob("*_racy.go")):
        _, found = races(path)
        seen = [frozenset((json.dumps(a["position"]), a["access"]) for a in f["race"]["accesses"]) for f in found]
        same = [(s, f["race"]["object"], json.dumps(f["race"]["made_at"])) for s, f in zip(seen, found)]
        assert len(same) == len(set(same)), (path.name, same)
        assert all(f["race"]["accesses"][1]["stack"] for f in found), path.name


def detector_layout():
    for name in ("field_racy.go", "after_func_racy.go", "mutex_racy.go"):
        text = run("check", "--format", "race", SPECS / name)
        blocks = text.split("==================\nWARNING")
        count = len(blocks) - 1
        assert count > 0 and text.endswith(f"Found {count} data race(s)\n"), text
        assert len(LAYOUT.findall(text)) == count, text


def behind_a_race():
    program = json.loads(run("check", "--format", "json", PROGRAMS / "published_early.go"))["programs"][0]
    (panic,) = [f for f in program["findings"] if f["kind"] == "panic"]
    assert "after_race" in panic, panic
    assert panic["after_race"]["position"]["line"] in (15, 16, 19, 20), panic["after_race"]
    free = json.loads(run("check", "--format", "json",
                          common.ROOT / "specs" / "seed" / "s22_close_closed.go"))["programs"][0]
    assert not any("after_race" in f for f in free["findings"])


def pictures():
    labels = {"capacity_chain_racy.go": ["receive k, send k+C", "send", "race", "go"],
              "cond_signal_racy.go": ["signal", "unlock"], "close_receive_racy.go": ["close"],
              "receive_unbuffered_racy.go": ["go"], "wait_group_racy.go": ["done"],
              "atomic_store_racy.go": ["atomic"], "after_func_racy.go": ["timer"]}
    with common.temporary_folder() as folder:
        for name, wanted in labels.items():
            dot, mermaid = pathlib.Path(folder) / "hb.dot", pathlib.Path(folder) / "hb.mmd"
            run("check", "--hb", dot, SPECS / name)
            text = dot.read_text()
            for label in wanted:
                assert f'[label="{label}"' in text, (name, label, text)
            assert text.startswith("digraph") and 'label="goroutine 1 (main)"' in text, text
            run("check", "--hb", mermaid, SPECS / name)
            text = mermaid.read_text()
            assert text.startswith("flowchart TD") and "subgraph" in text and text.count("end\n") >= 2, text
            assert run("graph", "--of", "hb", "--format", "mermaid", SPECS / name) == text, name
            _, found = races(SPECS / name)
            trace = found[0]["trace"]
            assert run("graph", "--of", "hb", "--format", "mermaid", "--trace", trace, SPECS / name) == text, name


def main():
    report = common.Report("race-report")
    for check in (json_report, why, pairs, detector_layout, behind_a_race, pictures):
        try:
            check()
            report.ok()
        except Exception as error:  # whatever is wrong fails this check only
            report.fail(check.__name__, f"{type(error).__name__}: {error}")
    report.finish()


main()
