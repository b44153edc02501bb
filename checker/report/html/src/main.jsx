import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Lanes } from './lanes.jsx';
import { data, findings } from './model.js';
import { Source, State, StateGraph } from './panels.jsx';
import './style.css';

const place = (p) => (p?.file ? `${p.file}:${p.line}:${p.column}` : '');

function Overview() {
  return (
    <table class="overview">
      <thead><tr><th>program</th><th>entry</th><th>verdict</th><th>findings</th><th>states</th></tr></thead>
      <tbody>
        {data.programs.map((p, i) => (
          <tr key={i}>
            <td>{p.name}</td><td>{p.entry}</td><td class={p.verdict.replace(/ .*/, '')}>{p.verdict}</td>
            <td>{p.findings.length}{p.left_out ? ` and ${p.left_out} more` : ''}{p.suppressed ? ` (+${p.suppressed.length} suppressed)` : ''}</td>
            <td>{p.incomplete ? p.incomplete : p.states}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the verdicts stand on, and the lines that nothing has run. */
function Covered() {
  const rows = data.programs.filter((p) => p.coverage);
  const lines = (list) => {
    const all = [...new Set(list.map((p) => `${p.file}:${p.line}`))];
    return all.slice(0, 30).join(', ') + (all.length > 30 ? ` and ${all.length - 30} more` : '');
  };
  if (!rows.length) return null;
  return (
    <footer>
      <h3>what was and was not covered</h3>
      <ul class="notes">
        {rows.map((p, i) => {
          const never = [...(p.never_run ?? []), ...(p.never_taken ?? [])];
          return <li key={i}>{p.name} {p.entry}: {p.coverage}{never.length > 0 && `; ${p.complete ? 'never' : 'not yet'} run: ${lines(never)}`}</li>;
        })}
      </ul>
    </footer>
  );
}

function Notes() {
  const all = data.programs.flatMap((p) => [
    ...(p.errors ?? []).map((e) => ({ kind: 'error', text: `${place(e.position) || p.name}: ${e.message}` })),
    ...(p.missing ?? []).map((m) => ({ kind: 'error', text: `${p.name}: wanted and not found: ${m}` })),
    ...(p.notes ?? []).map((n) => ({ kind: 'note', text: `${place(n.position) || p.name}: ${n.message}` })),
  ]);
  return all.length ? <ul class="notes">{all.map((n, i) => <li key={i} class={n.kind}>{n.text}</li>)}</ul> : null;
}

function Details({ item }) {
  const { program, finding } = item;
  const last = finding.schedule.at(-1)?.step ?? 0;
  const [step, set] = useState(last);
  const setStep = (s) => set(Math.max(0, Math.min(last, s)));
  useEffect(() => set(last), [finding]);
  useEffect(() => {
    const move = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
    const press = (e) => {
      if (e.target.type === 'range' || e.ctrlKey || e.altKey || e.metaKey) return;
      if (e.key in move) set((s) => Math.max(0, Math.min(last, s + move[e.key])));
      else if (e.key === 'Home') set(0);
      else if (e.key === 'End') set(last);
      else return;
      e.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [finding]);
  const [tab, setTab] = useState('state');
  const [unfolded, setUnfolded] = useState(false);
  return (
    <article>
      <h2><span class={`kind ${finding.kind}`}>{finding.kind}</span> {finding.message}</h2>
      <p class="quiet">{place(finding.position)} · {finding.code}{finding.wanted ? ' · wanted' : ''}{finding.reason ? ` · suppressed: ${finding.reason}` : ''}</p>
      {finding.explanation && <ul class="explanation">{finding.explanation.map((e, i) => <li key={i}>{e}</li>)}</ul>}
      <div class="controls">
        <button type="button" onClick={() => setStep(0)} aria-label="first step">|◀</button>
        <button type="button" onClick={() => setStep(step - 1)} aria-label="step back">◀</button>
        <input type="range" min="0" max={last} value={step} onInput={(e) => setStep(Number(e.currentTarget.value))} aria-label="step" />
        <button type="button" onClick={() => setStep(step + 1)} aria-label="step forward">▶</button>
        <button type="button" onClick={() => setStep(last)} aria-label="last step">▶|</button>
        <output>step {step} of {last}</output>
        {finding.folded && (
          <label><input type="checkbox" checked={unfolded} onChange={(e) => setUnfolded(e.currentTarget.checked)} /> all steps</label>
        )}
      </div>
      <div class="columns">
        <Lanes finding={finding} step={step} setStep={setStep} folded={unfolded ? [] : finding.folded ?? []} />
        <div class="side">
          <div role="tablist">
            {['state', 'source', ...(program.graph ? ['states'] : [])].map((t) => (
              <button key={t} type="button" role="tab" aria-selected={tab === t} onClick={() => setTab(t)}>{t === 'states' ? 'state graph' : t}</button>
            ))}
          </div>
          {tab === 'state' && <State finding={finding} step={step} />}
          {tab === 'state' && <Source finding={finding} step={step} />}
          {tab === 'source' && <Source finding={finding} step={step} />}
          {tab === 'states' && program.graph && <StateGraph program={program} finding={finding} step={step} />}
        </div>
      </div>
      <p class="replay"><code>chancheck replay '{finding.trace}' {program.name}</code></p>
    </article>
  );
}

function App() {
  const all = useMemo(() => findings(data), []);
  const [chosen, choose] = useState(0);
  useEffect(() => {
    const press = (e) => {
      if (e.ctrlKey || e.altKey || e.metaKey) return;
      if (e.key === 'j') choose((c) => Math.min(all.length - 1, c + 1));
      if (e.key === 'k') choose((c) => Math.max(0, c - 1));
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const more = data.programs.reduce((n, p) => n + (p.left_out ?? 0), 0);
  return (
    <>
      <header><h1>chancheck</h1><p class="quiet">← → steps, Home and End, j and k findings</p></header>
      <Overview />
      <Notes />
      {all.length > 0 && (
        <main>
          <nav aria-label="findings">
            {all.map(({ program, finding, key }, i) => (
              <button key={key} type="button" aria-current={i === chosen} onClick={() => choose(i)}>
                <span class={`kind ${finding.kind}`}>{finding.kind}</span> {finding.message.split('\n')[0]}
                <small>{place(finding.position) || program.name}{finding.wanted ? ', wanted' : ''}{finding.reason ? ', suppressed' : ''}</small>
              </button>
            ))}
            {more > 0 && <p class="quiet">and {more} more, in the other formats</p>}
          </nav>
          <Details item={all[chosen]} key={all[chosen].key} />
        </main>
      )}
      {all.length === 0 && <p>nothing was found</p>}
      <Covered />
    </>
  );
}

render(<App />, document.getElementById('app'));
