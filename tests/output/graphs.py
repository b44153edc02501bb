#!/usr/bin/env python3
"""`chancheck graph`: each picture in each notation has the same nodes and arrows, and other tools read it.

    python3 tests/output/graphs.py
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

XML = "{http://graphml.graphdrawing.org/xmlns}"
PICTURES = ["program", "states", "states --quotient", "channels", "wait-for", "hb"]
# A label that tries to be markup of each notation.
EVIL = '''package main

func main() {
	c := make(chan string, 1)
	c <- "\\"];}\\n-->|x| <script>]]>&amp;#35;\\x00\\xffé"
	c <- "2"
}
'''


def size_of(notation, text):
    """(nodes, arrows)"""
    if notation == "graphml":
        root = xml.fromstring(text)
        return len(root.findall(f".//{XML}node")), len(root.findall(f".//{XML}edge"))
    node = r"^  n\d+ ?\[" if notation == "dot" else r"^  n\d+(\[|\(\[)\""
    arrow = r"^  n\d+ -> n\d+" if notation == "dot" else r"^  n\d+ (-->|-\.-)"
    return len(re.findall(node, text, re.M)), len(re.findall(arrow, text, re.M))


def main():
    report = common.Report("graphs")

    def expect(name, good, *lines):
        if good:
            report.ok()
        else:
            report.fail(name, *map(str, lines))

    def graph(path, picture, *flags):
        done = subprocess.run([common.CHANCHECK, "graph", "--of", *picture.split(), *flags, str(path)], stdin=subprocess.DEVNULL,
                              capture_output=True)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def all_notations(path, name, picture):
        sizes = {}
        for notation in ["dot", "mermaid", "graphml"]:
            code, text, errors = graph(path, picture, "--format", notation)
            expect(f"{name}: {picture} as {notation}", code == 0 and text.isprintable() is False, code, errors)
            sizes[notation] = size_of(notation, text)
            if notation == "dot" and shutil.which("dot"):
                done = subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, text=True)
                expect(f"{name}: graphviz reads {picture}", done.returncode == 0 and "<svg" in done.stdout, done.stderr, text[:2000])
        expect(f"{name}: {picture} the same in all notations", len(set(sizes.values())) == 1 and sizes["dot"][0] > 0, sizes)
        return sizes["dot"]

    spec = common.ROOT / "specs/patterns/timeout_broken.go"
    sizes = {picture: all_notations(spec, spec.name, picture) for picture in PICTURES if picture != "wait-for"}
    expect("the quotient is smaller", sizes["states --quotient"][0] < sizes["states"][0], sizes)
    philosophers = common.ROOT / "specs/patterns/philosophers_broken.go"
    # Five that wait for five forks, and main for the WaitGroup: an arrow from each, and from each fork to who holds it.
    nodes, arrows = all_notations(philosophers, philosophers.name, "wait-for")
    expect("wait-for", (nodes, arrows) >= (11, 6), nodes, arrows)
    with tempfile.TemporaryDirectory() as folder:
        evil = pathlib.Path(folder) / "evil.go"
        evil.write_text(EVIL)
        for picture in PICTURES:
            all_notations(evil, "evil", picture)

    _, program, _ = graph(spec, "program")
    for arrow in ["go main.call.func1", "defer main.call.deferwrap", "select\\n", 'label="go"', 'label="call"', 'label="main.call.func1"']:
        expect(f"program: {arrow}", arrow in program, program)
    expect("a listing", "func main.call:" in graph(spec, "program", "--format", "text")[1])
    for picture, notation in [("states", "text"), ("channels", "promela"), ("program", "promela"), ("program", "png"), ("nothing", "dot")]:
        code, text, errors = graph(spec, picture, "--format", notation)
        expect(f"{picture} as {notation}: usage", code == 2 and not text and errors, code, text, errors)
    report.finish()


main()
