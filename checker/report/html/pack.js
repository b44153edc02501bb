// One file from Vite's output: report.html, which is committed and embedded in the executable.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const assets = readdirSync('dist/assets').map((name) => ({ name, text: readFileSync(`dist/assets/${name}`, 'utf8') }));
let page = readFileSync('dist/index.html', 'utf8');
page = page.replace(/\s*<link rel="stylesheet"[^>]*>/g, '').replace(/\s*<script type="module"[^>]*><\/script>/g, '');
const css = assets.filter((a) => a.name.endsWith('.css')).map((a) => a.text).join('\n');
const js = assets.filter((a) => a.name.endsWith('.js')).map((a) => a.text).join('\n').replaceAll('</script', '<\\/script');
page = page.replace('</head>', () => `<style>${css}</style>\n</head>`);
page = page.replace('</body>', () => `<script type="module">${js}</script>\n</body>`);
if (page.split('CHANCHECK_DATA').length !== 2) throw new Error('the place of the data is not unique');
writeFileSync('report.html', page);
