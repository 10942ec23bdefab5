import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { casesFor } from './cases.ts';
import { openClinic } from './clinic.ts';
import { type Figures, measure } from './measure.ts';

const { values } = parseArgs({ options: { patients: { type: 'string', default: '10000' }, json: { type: 'string' } } });
const patients = Number(values.patients);
if (!Number.isInteger(patients) || patients < 100) throw new Error('--patients is a whole number, 100 or more');

const clinic = await openClinic(patients);
const delay = monitorEventLoopDelay({ resolution: 5 });
const results: Record<string, Figures> = {};

process.stdout.write(
  `${patients.toLocaleString('en')} patients, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n\n`,
);
process.stdout.write(
  `${'case'.padEnd(28)}${['p50', 'p95', 'bare p95', 'ratio'].map((head) => head.padStart(12)).join('')}\n`,
);
delay.enable();
for (const one of casesFor(clinic)) {
  const figures = await measure(one);
  results[one.name] = figures;
  const cells = [figures.p50, figures.p95, figures.bare_p95].map((value) => value.toFixed(3).padStart(12));
  process.stdout.write(`${one.name.padEnd(28)}${cells.join('')}${figures.ratio.toFixed(1).padStart(12)}\n`);
}
delay.disable();
await clinic.close();
process.stdout.write(`\nmilliseconds; longest block of the event loop ${(delay.max / 1e6).toFixed(1)} ms\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
