import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { casesFor } from './cases.ts';
import { openClinic } from './clinic.ts';
import { measureImport } from './importing.ts';
import { type Figures, measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    patients: { type: 'string', default: '10000' },
    json: { type: 'string' },
    window: { type: 'boolean', default: false },
  },
});
const patients = Number(values.patients);
if (!Number.isInteger(patients) || patients < 100) throw new Error('--patients is a whole number, 100 or more');

await (values.window ? benchWindow() : benchCalls());

async function benchCalls(): Promise<void> {
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
    results[one.name] = show(one.name, await measure(one));
  }
  delay.disable();
  results['import.rowsPerSecond'] = show('import.rowsPerSecond', await measureImport(clinic));
  await clinic.close();
  process.stdout.write(`\nmilliseconds; longest block of the event loop ${(delay.max / 1e6).toFixed(1)} ms\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
}

function show(name: string, figures: Figures): Figures {
  const cells = [figures.p50, figures.p95, figures.bare_p95].map((value) => value.toFixed(3).padStart(12));
  process.stdout.write(`${name.padEnd(28)}${cells.join('')}${figures.ratio.toFixed(1).padStart(12)}\n`);
  return figures;
}

/** The same data in the real window; needs a display. */
async function benchWindow(): Promise<void> {
  const { buildIfStale } = await import('#scripts/build.ts');
  const { findElectron } = await import('#scripts/electron.ts');
  const { measureWindow } = await import('./window.ts');
  await (await openClinic(patients)).close();
  buildIfStale();
  const electron = findElectron();
  if (!electron) throw new Error('Electron cannot be had on this machine');
  const { start, emptyWindow, keystroke } = await measureWindow(electron.executable, patients);
  process.stdout.write(`Electron ${electron.version}, ${patients.toLocaleString('en')} patients\n`);
  process.stdout.write(
    `process start to sign-in   ${start.toFixed(0)} ms (an empty window: ${emptyWindow.toFixed(0)} ms)\n`,
  );
  process.stdout.write(
    `keystroke to painted list  p50 ${keystroke.p50.toFixed(1)} ms, p95 ${keystroke.p95.toFixed(1)} ms\n`,
  );
}
