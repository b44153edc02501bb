#!/usr/bin/env python3
"""The HTML report in a real browser: headless Chromium, where there is one.

    python3 tests/output/page.py [--screenshots FOLDER]
"""

import base64
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "harness"))
import common  # noqa: E402

LONG = """package main

func main() {
	c, d := make(chan int), make(chan int)
	go func() {
		for i := 0; i < 5000; i++ {
			c <- i
			<-d
		}
	}()
	for i := 0; i < 5000; i++ {
		<-c
		d <- i
	}
	<-c
}
"""


class Browser:
    """The DevTools protocol over pipes: messages end with a zero byte."""

    def __init__(self, executable, profile):
        to_read, self.to = os.pipe()
        self.source, from_write = os.pipe()

        def descriptors():
            high = [fcntl.fcntl(fd, fcntl.F_DUPFD, 50) for fd in (to_read, from_write)]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)
        self.process = subprocess.Popen(
            [executable, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-pipe",
             f"--user-data-dir={profile}", "--hide-scrollbars", "--no-first-run", "about:blank"],
            preexec_fn=descriptors, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(from_write)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.complaints = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.buffer:
                data = os.read(self.source, 1 << 16)
                if not data:
                    raise RuntimeError("the browser has gone")
                self.buffer += data
            text, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(text)
            self.note(answer)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def note(self, event):
        """Errors in the console, exceptions, and whatever goes to the network."""
        method, p = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(p["exceptionDetails"].get("exception", {}).get("description", "exception"))
        if method == "Runtime.consoleAPICalled" and p["type"] in ("error", "warning"):
            self.complaints.append(f"console: {p['args']}")
        if method == "Log.entryAdded" and p["entry"]["level"] == "error":
            self.complaints.append(p["entry"]["text"])
        if method == "Network.requestWillBeSent" and not p["request"]["url"].startswith(("file:", "data:", "about:")):
            self.complaints.append(f"request: {p['request']['url']}")

    def run(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def open(self, file, width=1280, height=900, dark=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Page.navigate", url=file.as_uri())
        for _ in range(200):
            if self.run("document.readyState === 'complete' && document.querySelector('#app') !== null && document.querySelector('#app').children.length > 0"):
                return
            time.sleep(0.05)
        raise RuntimeError("the page is empty")

    def press(self, key, times=1):
        for _ in range(times):
            for kind in ("keyDown", "keyUp"):
                self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key)

    def screenshot(self, file):
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def close(self):
        self.process.kill()
        self.process.wait()


def main():
    report = common.Report("page")
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        report.skip("page", "there is no Chromium")
        report.finish()

    def expect(name, good, *shown):
        if good:
            report.ok()
        else:
            report.fail(name, *map(str, shown))

    screenshots = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with common.temporary_folder() as folder:
        folder = pathlib.Path(folder)

        def page(name, *patterns):
            file = folder / f"{name}.html"
            subprocess.run([common.CHANCHECK, "check", "--exit-zero", "-o", f"html={file}", *map(str, patterns)], cwd=common.ROOT,
                           stdin=subprocess.DEVNULL, capture_output=True)
            return file
        (folder / "long.go").write_text(LONG)
        evil = 'package main\n\nfunc main() { panic("</script><img src=x onerror=alert(1)><!--") }\n'
        (folder / "evil.go").write_text(evil)
        (folder / "clean.go").write_text("package main\n\nfunc main() {}\n")
        small = page("small", "specs/patterns/philosophers_broken.go")
        long = page("long", folder / "long.go")
        browser = Browser(executable, folder / "profile")
        try:
            output = "document.querySelector('output').textContent"
            browser.open(small)
            if screenshots:
                browser.screenshot(screenshots / "light.png")
            expect("finding", "asleep" in browser.run("document.querySelector('h2').textContent"))
            expect("lanes", browser.run("document.querySelectorAll('.lane-head span').length") == 6)
            expect("at the last step", browser.run(output) == "step 10 of 10", browser.run(output))
            expect("the step's lane is in sight", browser.run("""(() => {
                const box = document.querySelector('.lanes').getBoundingClientRect();
                const dot = document.querySelector('.event.current circle').getBoundingClientRect();
                return box.left < dot.left && dot.right < box.right;
            })()"""))
            expect("wait-for graph", browser.run("document.querySelectorAll('.wait-for .node').length") >= 10)
            rows = "[...document.querySelectorAll('.event')].length"
            expect("folded", browser.run(rows) == 6 and "1-5: 5 times: main add wg#1" in browser.run("document.querySelector('.event.folded').textContent"),
                   browser.run(rows))
            browser.run("document.querySelector('.controls input[type=checkbox]').focus()")
            browser.call("Input.dispatchKeyEvent", type="keyDown", key=" ", code="Space", text=" ", windowsVirtualKeyCode=32)
            browser.call("Input.dispatchKeyEvent", type="keyUp", key=" ", code="Space", windowsVirtualKeyCode=32)
            time.sleep(0.1)
            expect("unfolded by key", browser.run(rows) == 10, browser.run(rows))
            expect("what was covered", "every interleaving" in browser.run("document.querySelector('footer').textContent"))
            browser.press("ArrowLeft", 3)
            expect("steps by key", browser.run(output) == "step 7 of 10", browser.run(output))
            browser.press("Home")
            expect("home", browser.run(output) == "step 0 of 10", browser.run(output))
            browser.press("End")
            state = browser.run("document.querySelector('.state').textContent")
            expect("state", "sync.Mutex.Lock" in state and "forks#1[" in state, state)
            expect("source", "right.Lock()" in browser.run("document.querySelector('.source').textContent")
                   or "left.Lock()" in browser.run("document.querySelector('.source .hot').textContent"))
            browser.run("document.querySelector('.event').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
            browser.open(page("graph", "specs/patterns/pub_sub_broken.go"))
            browser.run("[...document.querySelectorAll('[role=tab]')].find(t => t.textContent === 'state graph').click()")
            time.sleep(0.2)
            expect("state graph", browser.run("document.querySelectorAll('.states circle').length") > 3 and
                   browser.run("document.querySelectorAll('.states .doomed').length") > 0)
            if screenshots:
                browser.screenshot(screenshots / "states.png")
            expect("all buttons have names", browser.run(
                "[...document.querySelectorAll('button')].every(b => (b.getAttribute('aria-label') || b.textContent).trim() !== '')"))

            browser.open(small, dark=True)
            dark = browser.run("getComputedStyle(document.body).backgroundColor")
            if screenshots:
                browser.screenshot(screenshots / "dark.png")
            expect("dark", max(map(int, dark.removeprefix("rgb(").removesuffix(")").split(","))) < 64, dark)
            browser.open(small, width=390, height=800)
            if screenshots:
                browser.screenshot(screenshots / "phone.png")
            expect("phone: nothing beside the page", browser.run("document.documentElement.scrollWidth <= 390"),
                   browser.run("document.documentElement.scrollWidth"))
            printed = browser.call("Page.printToPDF")["data"]
            expect("prints", base64.b64decode(printed).startswith(b"%PDF"))

            browser.open(long, dark=True)
            browser.run("""addEventListener('beforeprint', () => { window.onPaper = document.querySelectorAll('.event').length; });
                           matchMedia('print').addEventListener('change', (e) => {
                               if (e.matches) window.paper = getComputedStyle(document.body).backgroundColor; })""")
            browser.call("Page.printToPDF")
            expect("all rows are printed", browser.run("window.onPaper") >= 10000, browser.run("window.onPaper"))
            expect("and dark is for screens", browser.run("window.paper") in ("rgb(255, 255, 255)", None), browser.run("window.paper"))
            browser.open(long)
            steps = browser.run(output)
            expect("10,000 steps", steps == "step 10000 of 10000", steps)
            expect("only what is in sight is drawn", browser.run("document.querySelectorAll('.event').length") < 200)
            median = browser.run("""(async () => {
                const times = [];
                const box = document.querySelector('.lanes');
                for (let i = 0; i < 60; i++) {
                    const start = performance.now();
                    if (i % 2) dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowLeft'}));
                    else box.scrollTop = i * 2000;
                    await new Promise(requestAnimationFrame);
                    await new Promise(r => setTimeout(r));
                    times.push(performance.now() - start);
                }
                return times.sort((a, b) => a - b)[30];
            })()""")
            expect("smooth", median < 200, f"{median} ms a frame")
            if screenshots:
                browser.screenshot(screenshots / "long.png")

            browser.open(page("evil", folder / "evil.go"))
            expect("markup stays text", browser.run("document.querySelectorAll('img').length") == 0 and
                   "</script>" in browser.run("document.querySelector('h2').textContent"))
            browser.open(page("clean", folder / "clean.go"))
            expect("nothing found", "nothing was found" in browser.run("document.body.textContent"))
            expect("no errors, no requests", not browser.complaints, *browser.complaints)
            report.finish(f"of 10,000 steps a frame takes {median:.0f} ms")
        finally:
            browser.close()


main()
