// The schedule: a column for each goroutine, time downwards. Only the rows in sight are drawn, so length does not matter.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { options } from 'preact';
import { edgesOf, lanesOf } from './model.js';

const ROW = 26;
const HEAD = 34;

/** What is drawn: `rows`, each a line of the schedule or {text, step} for folded ones, and which row each line is in. */
function drawn(finding, folded) {
  const rows = [], rowOf = [];
  let next = 0;
  for (let i = 0; i < finding.schedule.length; i++) {
    while (next < folded.length && folded[next][1] <= i) next++;
    const fold = next < folded.length && folded[next][0] <= i ? folded[next] : null;
    if (fold && i > fold[0]) rows[rows.length - 1].last = finding.schedule[i].step;
    else rows.push(fold ? { text: fold[2], step: finding.schedule[i].step, last: finding.schedule[i].step } : finding.schedule[i]);
    rowOf.push(rows.length - 1);
  }
  return { rows, rowOf };
}

export function Lanes({ finding, step, setStep, folded }) {
  const box = useRef(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const lanes = useMemo(() => lanesOf(finding), [finding]);
  const { rows, rowOf } = useMemo(() => drawn(finding, folded), [finding, folded.length]);
  const edges = useMemo(
    () => edgesOf(finding).map((e) => ({ ...e, from: rowOf[e.from], to: rowOf[e.to] })).filter((e) => !rows[e.from].text && !rows[e.to].text),
    [finding, rows]);
  const firstRowOf = useMemo(() => {
    const first = new Map();
    finding.schedule.forEach((line, i) => first.has(line.step) || first.set(line.step, rowOf[i]));
    return first;
  }, [finding, rows]);
  const column = new Map(lanes.map((l, i) => [l.id, i]));
  const gap = Math.max(90, Math.min(170, 900 / Math.max(lanes.length, 1)));
  const x = (id) => 60 + (column.get(id) ?? 0) * gap + 24;
  const width = 60 + lanes.length * gap + 40;
  const y = (row) => row * ROW + ROW / 2;

  useEffect(() => {
    const element = box.current;
    const see = () => setView({ top: element.scrollTop, height: element.clientHeight });
    see();
    const observer = new ResizeObserver(see);
    observer.observe(element);
    // On paper nothing scrolls: all rows, and at once, since the page is taken as it is when this returns.
    const all = () => {
      const later = options.debounceRendering;
      options.debounceRendering = (render) => render();
      setView({ top: 0, height: rows.length * ROW });
      options.debounceRendering = later;
    };
    addEventListener('beforeprint', all);
    addEventListener('afterprint', see);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', all);
      removeEventListener('afterprint', see);
    };
  }, [finding, rows]);
  useEffect(() => {
    const row = firstRowOf.get(step);
    const element = box.current;
    if (row === undefined) return;
    const top = row * ROW, seen = element.clientHeight - HEAD;
    if (top < element.scrollTop || top + 2 * ROW > element.scrollTop + seen) element.scrollTop = Math.max(0, top - seen / 2);
    if (rows[row].goroutine === undefined) return; // folded
    const left = x(rows[row].goroutine) - 24, right = left + gap;
    if (left < element.scrollLeft || right > element.scrollLeft + element.clientWidth) {
      element.scrollLeft = right <= element.clientWidth ? 0 : left - (element.clientWidth - gap) / 2;
    }
  }, [step, finding, rows]);

  const from = Math.max(0, Math.floor(view.top / ROW) - 10);
  const to = Math.min(rows.length, Math.ceil((view.top + view.height) / ROW) + 10);
  const seen = rows.slice(from, to);
  const near = edges.filter((e) => e.to >= from && e.from < to);
  return (
    <div class="lanes" ref={box} tabIndex={0} aria-label="schedule"
         onScroll={(e) => setView({ top: e.currentTarget.scrollTop, height: e.currentTarget.clientHeight })}>
      <div class="lane-head" style={{ width, height: HEAD }}>
        {lanes.map((l) => (
          <span key={l.id} style={{ left: x(l.id) - 12, width: gap }}
                title={l.position.file ? `started at ${l.position.file}:${l.position.line}` : ''}>{l.name}</span>
        ))}
      </div>
      <div style={{ height: Math.max(rows.length * ROW, ROW), width, position: 'relative' }}>
        <svg width={width} height={(to - from) * ROW} style={{ position: 'absolute', top: from * ROW, left: 0 }}
             viewBox={`0 ${from * ROW} ${width} ${Math.max((to - from) * ROW, 1)}`} role="img">
          {lanes.map((l) => <line key={l.id} class="lane" x1={x(l.id)} x2={x(l.id)} y1={from * ROW} y2={to * ROW} />)}
          {finding.doomed_from > 0 && (() => {
            const row = [...firstRowOf].find(([s]) => s > finding.doomed_from)?.[1] ?? rows.length;
            return <g><line class="doom" x1={0} x2={width} y1={row * ROW} y2={row * ROW} />
              <text class="doom-text" x={width - 6} y={row * ROW - 4} text-anchor="end">no escape from here</text></g>;
          })()}
          {near.map((e) => (
            <path key={`${e.from}-${e.to}`} class="hb"
                  d={`M${x(rows[e.from].goroutine)},${y(e.from)} C${(x(rows[e.from].goroutine) + x(rows[e.to].goroutine)) / 2},${y(e.from)} ` +
                     `${(x(rows[e.from].goroutine) + x(rows[e.to].goroutine)) / 2},${y(e.to)} ${x(rows[e.to].goroutine)},${y(e.to)}`}>
              <title>{e.rule}</title>
            </path>
          ))}
          {seen.map((line, i) => {
            const row = from + i;
            const current = line.step === step || (line.text !== undefined && line.step <= step && step <= line.last);
            if (line.text !== undefined) {
              return (
                <g key={row} class={`event folded${current ? ' current' : ''}${line.step > step ? ' later' : ''}`} onClick={() => setStep(line.last)}>
                  <rect class="row" x={0} y={row * ROW} width={width} height={ROW} />
                  <text class="number" x={48} y={y(row) + 4} text-anchor="end">…</text>
                  <text x={62} y={y(row) + 4}>{line.last > line.step ? `${line.step}-${line.last}: ` : ''}{line.text}</text>
                </g>
              );
            }
            return (
              <g key={row} class={`event${current ? ' current' : ''}${line.step > step ? ' later' : ''}`} onClick={() => setStep(line.step)}>
                <rect class="row" x={0} y={row * ROW} width={width} height={ROW} />
                {firstRowOf.get(line.step) === row && <text class="number" x={48} y={y(row) + 4} text-anchor="end">{line.step}</text>}
                <circle cx={x(line.goroutine)} cy={y(row)} r={5} />
                <text x={x(line.goroutine) + 9} y={y(row) + 4}>{shortOf(line, gap)}</text>
                <title>{`${line.operation} ${line.object}${line.value ? '  ' + line.value : ''}`}</title>
              </g>
            );
          })}
        </svg>
      </div>
    </div>
  );
}

function shortOf(line, gap) {
  const name = line.object.split(/[ ,]/)[0];
  const text = `${line.operation}${name ? ' ' + name : ''}${line.value ? ' ' + line.value : ''}`;
  const most = Math.max(8, Math.floor((gap - 14) / 6.6));
  return text.length > most ? text.slice(0, most - 1) + '…' : text;
}
