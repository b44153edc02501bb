// The report's data and what follows from it. All functions are pure.

export const data = (() => {
  try {
    return JSON.parse(document.getElementById('data').textContent);
  } catch {
    return { programs: [], sources: {} };
  }
})();

/** `ch#1` of `ch#1 cap 1 [7]`. */
export const objectName = (text) => text.split(/[ ,]/)[0];

/** All findings, with their programs. */
export function findings(report) {
  return report.programs.flatMap((program, p) =>
    [...program.findings, ...(program.suppressed ?? [])].map((finding, f) => ({ program, finding, key: `${p}.${f}` })));
}

/** Columns of the drawing: goroutines in order of creation, then timers. */
export function lanesOf(finding) {
  const lanes = finding.lanes.map((l) => ({ id: l.goroutine, name: l.name, position: l.position }));
  if (finding.schedule.some((line) => line.goroutine === 0)) lanes.push({ id: 0, name: 'timer', position: {} });
  return lanes;
}

/** Edges of happens-before between rows of the schedule, beyond the order within a goroutine. */
export function edgesOf(finding) {
  const edges = [];
  const queues = new Map(), closes = new Map(), unlocks = new Map(), dones = new Map();
  const rows = finding.schedule;
  rows.forEach((line, row) => {
    const name = objectName(line.object), op = line.operation;
    const receives = op.endsWith('receive'), sends = op.endsWith('send');
    if (sends) {
      const next = rows[row + 1];
      if (next && next.step === line.step && next.operation.endsWith('receive')) {
        edges.push({ from: row, to: row + 1, rule: 'send before its receive, receive before the send completes' });
      } else {
        if (!queues.has(name)) queues.set(name, []);
        queues.get(name).push(row);
      }
    } else if (receives) {
      const before = rows[row - 1];
      if (before && before.step === line.step && before.operation.endsWith('send')) return;
      const queue = queues.get(name) ?? [];
      if (line.value === 'closed' && closes.has(name)) {
        edges.push({ from: closes.get(name), to: row, rule: 'close before a receive that returns because of it' });
      } else if (queue.length) {
        edges.push({ from: queue.shift(), to: row, rule: 'send before its receive' });
      }
    } else if (op === 'close') {
      closes.set(name, row);
    } else if (op.includes('unlock')) {
      unlocks.set(name, row);
    } else if (op.includes('lock') && unlocks.has(name)) {
      edges.push({ from: unlocks.get(name), to: row, rule: 'unlock before the next lock' });
    } else if (op === 'add') {
      dones.set(name, [...(dones.get(name) ?? []), row]);
    } else if (op === 'wait' && dones.has(name)) {
      for (const from of dones.get(name)) {
        if (rows[from].goroutine !== line.goroutine) edges.push({ from, to: row, rule: 'Done before Wait returns' });
      }
    }
  });
  return edges.filter((e) => rows[e.from].goroutine !== rows[e.to].goroutine);
}

/** The last index of a list sorted by step whose step is not beyond `step`; -1: none. */
function lastUpTo(list, step) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle].step <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where everybody stands after `step`: of each goroutine the last change up to it, looked for backwards. */
export function standing(finding, step) {
  const stands = finding.stands ?? [];
  const now = new Map();
  for (let i = lastUpTo(stands, step); i >= 0 && now.size < finding.lanes.length; i--) {
    if (!now.has(stands[i].goroutine)) now.set(stands[i].goroutine, stands[i]);
  }
  return new Map([...now].filter(([, s]) => s.status).sort(([a], [b]) => a - b));
}

const isObject = (text) => /#/.test(objectName(text));
const namesCache = new WeakMap();

/** The names of all objects of a schedule, in order of mention. */
function namesOf(finding) {
  if (!namesCache.has(finding)) {
    const names = new Set();
    for (const line of finding.schedule) for (const one of line.object.split(', ')) if (isObject(one)) names.add(objectName(one));
    namesCache.set(finding, [...names]);
  }
  return namesCache.get(finding);
}

/** Channels and locks as they are known after `step`: text, and who waits. */
export function objectsAt(finding, step) {
  const texts = new Map();
  const all = namesOf(finding);
  for (let i = lastUpTo(finding.schedule, step); i >= 0 && texts.size < all.length; i--) {
    for (const one of finding.schedule[i].object.split(', ')) {
      if (isObject(one) && !texts.has(objectName(one))) texts.set(objectName(one), one);
    }
  }
  const now = standing(finding, step);
  for (const s of now.values()) for (const one of s.object.split(', ')) if (isObject(one)) texts.set(objectName(one), one);
  const objects = new Map([...texts].map(([name, text]) => [name, { name, text, sendq: [], recvq: [], waiters: [] }]));
  for (const s of now.values()) {
    if (s.status === 'runnable') continue; // stands before an operation that it can do: in no queue
    for (const one of s.object.split(', ')) {
      const object = objects.get(objectName(one));
      if (!object) continue;
      const queue = s.status.startsWith('chan send') ? object.sendq : s.status.startsWith('chan receive') ? object.recvq : object.waiters;
      queue.push(s.goroutine);
    }
  }
  return [...objects.values()].sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/** Who waits for what after `step`: nodes and arrows. A lock's arrow goes on to who holds it. */
export function waitFor(finding, step) {
  const now = standing(finding, step);
  const holders = new Map();
  for (const line of finding.schedule) {
    if (line.step > step) break;
    const name = objectName(line.object);
    if (line.operation.includes('unlock')) holders.delete(name);
    else if (line.operation.includes('lock')) holders.set(name, line.goroutine);
  }
  const arrows = [];
  for (const s of now.values()) {
    if (s.status === 'running' || s.status === 'runnable') continue;
    for (const one of s.object.split(', ')) {
      const name = objectName(one);
      if (!name.includes('#')) continue;
      arrows.push({ from: `g${s.goroutine}`, to: name });
      if (holders.has(name)) arrows.push({ from: name, to: `g${holders.get(name)}` });
    }
  }
  const unique = [...new Map(arrows.map((a) => [`${a.from} ${a.to}`, a])).values()];
  return { arrows: unique, nodes: [...new Set(unique.flatMap((a) => [a.from, a.to]))] };
}

/** Positions of the states of a small graph: by distance from the start. */
export function layout(graph) {
  const out = Array.from({ length: graph.states }, () => []);
  for (const [from, to] of graph.edges) out[from].push(to);
  const depth = new Array(graph.states).fill(-1);
  depth[0] = 0;
  const order = [0];
  for (let i = 0; i < order.length; i++) {
    for (const to of out[order[i]]) {
      if (depth[to] < 0) {
        depth[to] = depth[order[i]] + 1;
        order.push(to);
      }
    }
  }
  const width = [];
  const place = depth.map((d) => (d < 0 ? 0 : (width[d] = (width[d] ?? 0) + 1) - 1));
  const widest = Math.max(1, ...width.filter(Boolean));
  return depth.map((d, i) => ({ x: 20 + (widest - (width[d] ?? 1)) * 11 + place[i] * 22, y: 20 + Math.max(d, 0) * 26 }));
}
