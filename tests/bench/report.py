"""The tables: Markdown of what was measured."""

import dataclasses
import math

import problems

MANY = 100_000  # states from which on bytes and rate mean something


@dataclasses.dataclass
class Row:
    problem: str
    size: str
    parameters: str
    expected: str
    runs: dict  # name of the run -> Measurement

    def as_json(self):
        return {**dataclasses.asdict(self), "agree": not self.disagreements(),
                "runs": {name: run.as_json() for name, run in self.runs.items()}}

    def disagreements(self):
        """Runs that finished with another verdict than the expected one, or with an error."""
        return {name: run.verdict for name, run in self.runs.items()
                if run.verdict not in (self.expected, "not finished")}

    def unfinished(self):
        return {name: run.ended for name, run in self.runs.items() if run.verdict == "not finished"}

    def value(self, name, of):
        """What `of` says of that run; None if it was not done, not finished or not known."""
        run = self.runs.get(name)
        return of(run) if run is not None and run.finished else None


def ratio(a, b):
    return a / b if a is not None and b else None


def geometric_mean(values):
    values = [v for v in values if v]
    return math.exp(sum(map(math.log, values)) / len(values)) if values else None


def number(value, digits=3):
    if value is None:
        return "–"
    if value >= 1000 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.{digits}g}"


def table(columns, lines):
    out = ["| " + " | ".join(columns) + " |", "| " + " | ".join(["---"] * 2 + ["---:"] * (len(columns) - 2)) + " |"]
    return "\n".join(out + ["| " + " | ".join(line) + " |" for line in lines])


def seconds(row, name, of=lambda m: m.seconds):
    """The time of a run, or which limit it ran into: never just left out."""
    run = row.runs.get(name)
    if run is None:
        return "–"
    if run.finished:
        return f"{of(run):.2f}"
    return {"timeout": f"> {of(run):.0f}", "memory": "memory"}.get(run.ended, "error")


def count(row, name):
    run = row.runs.get(name)
    if run is None or run.states is None:
        return "–"
    return f"{run.states:,}" if run.finished else f"> {run.states:,}"


# What is compared: the heading of the ratio, and how it is made of a row.
def _per_run(of, a, b):
    return lambda row: ratio(row.value(a, of), row.value(b, of))


_seconds = lambda m: m.seconds
_search = lambda m: m.search_seconds
_states = lambda m: m.states
RATIOS = {
    "time / (spin + gcc + pan)": _per_run(_seconds, "chancheck", "spin"),
    "time / pan alone": lambda row: ratio(row.value("chancheck", _seconds), row.value("spin", _search)),
    "states / SPIN's": _per_run(_states, "chancheck", "spin"),
    "unreduced states / SPIN's unreduced": _per_run(_states, "chancheck-unreduced", "spin-unreduced"),
    "speed-up of --jobs 2": _per_run(_seconds, "chancheck", "chancheck-jobs-2"),
}


def _many(of):
    return lambda m: of(m) if m.states and m.states >= MANY else None


def time_table(rows):
    lines = []
    for row in rows:
        verdict = "**disagree**" if row.disagreements() else row.expected
        lines.append([row.problem, row.parameters, verdict, seconds(row, "chancheck"), seconds(row, "spin"),
                      seconds(row, "spin", _search)] +
                     [number(RATIOS[name](row)) for name in
                      ("time / (spin + gcc + pan)", "time / pan alone", "speed-up of --jobs 2")])
    return table(["problem", "size", "verdict", "chancheck s", "spin + gcc + pan s", "pan s", "ratio", "ratio to pan",
                  "--jobs 2"], lines)


def states_table(rows):
    lines = [[row.problem, row.parameters, count(row, "chancheck"), count(row, "spin"),
              number(RATIOS["states / SPIN's"](row)), count(row, "chancheck-unreduced"), count(row, "spin-unreduced"),
              number(RATIOS["unreduced states / SPIN's unreduced"](row))] for row in rows]
    return table(["problem", "size", "chancheck", "SPIN", "ratio", "chancheck unreduced", "SPIN unreduced", "ratio"], lines)


def cost_table(rows):
    names = ("chancheck", "chancheck-unreduced", "spin", "spin-collapse", "spin-unreduced", "spin-unreduced-collapse")
    short = ("chancheck", "unreduced", "SPIN", "COLLAPSE", "NOREDUCE", "both")
    lines = []
    for row in rows:
        cells = [number(row.value(name, _many(lambda m: m.bytes_per_state))) for name in names]
        cells += [number(row.value(name, _many(lambda m: m.rate / 1e6))) for name in names]
        if any(cell != "–" for cell in cells):
            lines.append([row.problem, row.parameters, *cells])
    columns = ["problem", "size"] + [f"{s} B" for s in short] + [f"{s} M/s" for s in short]
    return table(columns, lines) if lines else ""


def planted_table(rows):
    lines = []
    for row in rows:
        if row.expected == "pass":
            continue
        run = row.runs.get("chancheck")
        lines.append([row.problem, row.parameters, number(run.first_seconds if run else None), seconds(row, "chancheck"),
                      number(run.schedule if run else None)] +
                     [cell for name in ("spin-first", "spin-first-bfs")
                      for cell in (seconds(row, name), number(row.value(name, lambda m: m.schedule)))])
    return table(["problem", "size", "chancheck: first s", "all s", "steps", "SPIN: first s", "steps", "SPIN -DBFS: s",
                  "steps"], lines) if lines else ""


def means_table(rows, sizes):
    lines = []
    for heading, of in RATIOS.items():
        cells = []
        for size in sizes:
            values = [of(row) for row in rows if row.size == size]
            known = [v for v in values if v is not None]
            cells.append(f"{number(geometric_mean(known))} ({number(max(known))} at most; {len(known)} of {len(values)})"
                         if known else "–")
        lines.append([heading, "", *cells])
    return table(["chancheck's", "", *sizes], lines)


def markdown(rows, options, machine):
    """The report, and whether every verdict is the expected one and chancheck finished everything."""
    out = [f"chancheck {machine['commit']}, {machine['spin']}, {machine['gcc']}; {machine['cpu']}, "
           f"{machine['cores']} cores, load before {machine['load']:.1f}; {machine['date']}. "
           f"Limits of each search: {options.timeout:g} s, {options.memory:g} GiB."]
    for size in problems.SIZES:
        of_size = [row for row in rows if row.size == size]
        if not of_size:
            continue
        for title, text in (("time", time_table(of_size)), ("states", states_table(of_size)),
                            (f"bytes a state and million states a second, from {MANY:,} states on", cost_table(of_size)),
                            ("planted bugs", planted_table(of_size))):
            if text:
                out += [f"### {size}: {title}", text]
    out += ["### Geometric means over what both finished", means_table(rows, options.sizes)]
    wrong = [f"- {row.problem} {row.parameters}: {name} says {verdict}, expected {row.expected}"
             for row in rows for name, verdict in row.disagreements().items()]
    late = [f"- {row.problem} {row.parameters}: {name}, {reason}"
            for row in rows for name, reason in row.unfinished().items()]
    if late:
        out += ["### Not finished within the limits", "\n".join(late)]
    out += ["### Verdicts", "\n".join(wrong) or f"All {sum(len(row.runs) for row in rows) - len(late)} runs that finished agree."]
    return "\n\n".join(out), not wrong
