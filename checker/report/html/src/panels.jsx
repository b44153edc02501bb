// What is beside the schedule: the source, the state after a step, who waits for whom, the state graph.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { data, layout, objectsAt, standing, waitFor } from './model.js';

const nameOf = (finding, id) => finding.lanes.find((l) => l.goroutine === id)?.name ?? `goroutine ${id}`;

export function Source({ finding, step }) {
  const here = finding.schedule.filter((l) => l.step === step && l.position.file);
  const position = here[0]?.position ?? (finding.position.file ? finding.position : null);
  const mark = useRef(null);
  const file = position?.file;
  const text = file ? data.sources?.[file] : undefined;
  const lines = useMemo(() => (text ?? '').split('\n'), [text]);
  useEffect(() => {
    const line = mark.current, box = line?.parentElement;
    if (box) box.scrollTop = Math.max(0, line.offsetTop - box.offsetTop - box.clientHeight / 2);
  }, [step, finding, file]);
  if (text === undefined) return <p class="quiet">no source for this step</p>;
  const hot = new Map(here.filter((l) => l.position.file === file).map((l) => [l.position.line, nameOf(finding, l.goroutine)]));
  if (!here.length) hot.set(position.line, '');
  // Far away lines are left out: a window around the first hot one.
  const middle = position.line, from = Math.max(0, middle - 200), to = Math.min(lines.length, middle + 200);
  return (
    <figure class="source">
      <figcaption>{file}</figcaption>
      <pre>{lines.slice(from, to).map((line, i) => {
        const number = from + i + 1;
        return (
          <div key={number} class={hot.has(number) ? 'hot' : ''} ref={number === middle ? mark : null}>
            <span class="number">{number}</span>{line.slice(0, 400).replace(/\r$/, '') || ' '}{hot.get(number) && <em> {hot.get(number)}</em>}
          </div>
        );
      })}</pre>
    </figure>
  );
}

export function State({ finding, step }) {
  const now = standing(finding, step);
  const objects = objectsAt(finding, step);
  const list = (ids) => ids.map((id) => nameOf(finding, id)).join(', ');
  return (
    <div class="state">
      <h3>after step {step}</h3>
      <table>
        <tbody>
          {finding.lanes.map((l) => {
            const s = now.get(l.goroutine);
            return (
              <tr key={l.goroutine}>
                <th>{l.name}</th>
                <td>
                  {s ? s.status : 'ended or not started'}
                  <small>{s?.position?.file ? `${s.position.file.split('/').pop()}:${s.position.line}` : ''}</small>
                </td>
                <td>{s?.object}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {objects.length > 0 && (
        <table>
          <tbody>
            {objects.map((o) => (
              <tr key={o.name}>
                <th>{o.name}</th>
                <td>{o.text.slice(o.name.length)}</td>
                <td>{o.sendq.length > 0 && `sendq: ${list(o.sendq)} `}{o.recvq.length > 0 && `recvq: ${list(o.recvq)} `}
                  {o.waiters.length > 0 && `waiting: ${list(o.waiters)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <WaitFor finding={finding} step={step} />
    </div>
  );
}

function WaitFor({ finding, step }) {
  const { nodes, arrows } = waitFor(finding, step);
  if (nodes.length === 0) return null;
  const size = 340, middle = size / 2, radius = nodes.length === 1 ? 0 : 110;
  const at = new Map(nodes.map((n, i) => {
    const angle = (2 * Math.PI * i) / nodes.length - Math.PI / 2;
    return [n, { x: middle + radius * Math.cos(angle), y: middle + radius * Math.sin(angle) }];
  }));
  const label = (n) => (n.startsWith('g') && /^g\d+$/.test(n) ? nameOf(finding, Number(n.slice(1))) : n);
  return (
    <figure>
      <figcaption>who waits for what</figcaption>
      <svg class="wait-for" viewBox={`0 0 ${size} ${size}`} role="img" aria-label="wait-for graph">
        <defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0,0L8,4L0,8z" /></marker></defs>
        {arrows.map((a) => {
          const p = at.get(a.from), q = at.get(a.to);
          const d = Math.hypot(q.x - p.x, q.y - p.y) || 1;
          return <line key={`${a.from} ${a.to}`} class="arrow" marker-end="url(#tip)" x1={p.x + ((q.x - p.x) * 16) / d} y1={p.y + ((q.y - p.y) * 16) / d}
                       x2={q.x - ((q.x - p.x) * 18) / d} y2={q.y - ((q.y - p.y) * 18) / d} />;
        })}
        {nodes.map((n) => (
          <g key={n}>
            {/^g\d+$/.test(n) ? <circle class="node" cx={at.get(n).x} cy={at.get(n).y} r={12} />
              : <rect class="node object" x={at.get(n).x - 12} y={at.get(n).y - 12} width={24} height={24} rx={3} />}
            <text x={middle + (at.get(n).x - middle) * 1.22} y={middle + (at.get(n).y - middle) * 1.22 + (at.get(n).y < middle ? -4 : 12)}
                  text-anchor={at.get(n).x < middle - 20 ? 'start' : at.get(n).x > middle + 20 ? 'end' : 'middle'}>{label(n)}</text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

export function StateGraph({ program, finding, step }) {
  const graph = program.graph;
  const places = useMemo(() => layout(graph), [graph]);
  const width = Math.max(...places.map((p) => p.x)) + 20, height = Math.max(...places.map((p) => p.y)) + 20;
  const [zoom, setZoom] = useState(1);
  const path = finding.path ?? [];
  const on = new Set(path.slice(0, -1).map((s, i) => `${s} ${path[i + 1]}`));
  return (
    <figure class="states">
      <figcaption>
        {graph.states} states; <span class="key doomed" /> no escape, <span class="key here" /> after step {step}
        <button type="button" onClick={() => setZoom(zoom * 1.25)} aria-label="larger">+</button>
        <button type="button" onClick={() => setZoom(zoom / 1.25)} aria-label="smaller">−</button>
      </figcaption>
      <div class="scroll">
        <svg width={width * zoom} height={height * zoom} viewBox={`0 0 ${width} ${height}`} role="img" aria-label="state graph">
          {graph.edges.map(([from, to], i) => (
            <line key={i} class={on.has(`${from} ${to}`) ? 'edge on' : 'edge'} x1={places[from].x} y1={places[from].y} x2={places[to].x} y2={places[to].y} />
          ))}
          {places.map((p, i) => (
            <circle key={i} class={`${graph.doomed?.[i] ? 'doomed' : 'free'}${path[step] === i ? ' here' : ''}`} cx={p.x} cy={p.y} r={path[step] === i ? 7 : 5}>
              <title>state {i}</title>
            </circle>
          ))}
        </svg>
      </div>
    </figure>
  );
}
