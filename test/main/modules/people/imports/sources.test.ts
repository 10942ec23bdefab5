import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportFormat, ImportProgress } from '#contract/people/imports.ts';
import { systemClock } from '#main/adapters/clock.ts';
import { openRegular } from '#main/modules/people/imports/source.ts';
import { clinic as command, failed, newFolder } from '#test/main/cli/support.ts';
import { startClinic } from '#test/support/backend.ts';
import { counted, folderOf, manyPatients, population } from './support.ts';

/** What is no ordinary file is not read, whatever it is called; and what is being read can be left at any moment. */

const onUnix = describe.skipIf(process.platform === 'win32');

let clinic: Awaited<ReturnType<typeof startClinic>>;
beforeEach(async () => {
  clinic = await startClinic();
});
afterEach(() => clinic.backend.close());

async function begin(format: ImportFormat, path: string) {
  const { handle } = await clinic.admin.imports.chooseByPath({ path });
  return clinic.admin.imports.start({ format, handle });
}

async function follow(jobId: string, onItem: (item: ImportProgress) => unknown = () => undefined) {
  let last: ImportProgress | undefined;
  for await (const item of await clinic.admin.imports.progress({ jobId })) {
    last = item;
    await onItem(item);
  }
  return last;
}

const outcome = async (format: ImportFormat, path: string) => follow((await begin(format, path)).jobId);

const patient = (id: string, family: string) => ({
  resourceType: 'Patient',
  id,
  identifier: [{ system: 'http://hospital.example', value: id }],
  name: [{ family, given: ['Ann'] }],
  gender: 'female',
  birthDate: '1980-05-17',
});

onUnix('a source that is no ordinary file', () => {
  const place = mkdtempSync(join(tmpdir(), 'clinic-odd-'));
  let server: Server;
  const odd = ['fifo.json', 'socket.json', 'link-to-fifo.json', 'link-to-zero.json'].map((name) => join(place, name));
  beforeAll(async () => {
    const [fifo = '', socket = '', linkToFifo = '', linkToZero = ''] = odd;
    execFileSync('mkfifo', [fifo]);
    symlinkSync(fifo, linkToFifo);
    symlinkSync('/dev/zero', linkToZero);
    server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(place, { recursive: true, force: true });
  });

  it.each(['/dev/zero', '/dev/null', ...odd])('is refused by name: %s', async (path) => {
    await expect(outcome('fhir', path)).rejects.toMatchObject({
      code: 'VALIDATION',
      data: { fields: [{ path: 'path', key: 'imports.problem.notFound' }] },
    });
  });

  it('is refused at the terminal, too', async () => {
    for (const path of ['/dev/zero', odd[0] ?? ''])
      expect(await command(['import', 'fhir', path, '--data', newFolder()])).toEqual(failed(/is not an ordinary file/));
  });

  it('is refused when it is chosen in the system’s own dialog', async () => {
    const { admin, backend } = await startClinic({ dialogs: { chooseToOpen: async () => '/dev/zero' } });
    const { source } = await admin.imports.choose({ format: 'fhir', what: 'file' });
    const { jobId } = await admin.imports.start({ format: 'fhir', handle: source?.handle ?? '' });
    let last: ImportProgress | undefined;
    for await (const item of await admin.imports.progress({ jobId })) last = item;
    expect(last).toMatchObject({ state: 'failed', failure: { key: 'imports.problem.notOrdinary' } });
    await backend.close();
  });

  it('is refused on its own descriptor, so that no swap after a look at it helps', async () => {
    for (const path of ['/dev/zero', ...odd])
      await expect(openRegular(path)).rejects.toMatchObject({ sentence: { key: 'imports.problem.notOrdinary' } });
  });

  it('is left out of a folder of FHIR files and named, while the others are read', async () => {
    const folder = folderOf({ 'good.json': JSON.stringify(patient('a', 'Good')) });
    execFileSync('mkfifo', [join(folder, 'a-pipe.json')]);
    symlinkSync('/dev/zero', join(folder, 'zero.ndjson'));
    const last = await outcome('fhir', folder);
    expect(last).toMatchObject({ state: 'done', report: { patients: counted(1) } });
    expect(last?.report?.problems).toMatchObject([
      { source: 'a-pipe.json', line: null, reason: expect.stringContaining('is not an ordinary file') },
      { source: 'zero.ndjson', line: null, reason: expect.stringContaining('is not an ordinary file') },
    ]);
  });

  it.each(['patients.csv', 'encounters.csv'])('is refused as the %s of a Synthea export', async (name) => {
    const folder = folderOf(population);
    rmSync(join(folder, name));
    execFileSync('mkfifo', [join(folder, name)]);
    expect(await outcome('synthea-csv', folder)).toMatchObject({
      state: 'failed',
      failure: { key: 'imports.problem.notOrdinary', params: { path: join(folder, name) } },
    });
  });
});

describe('a file too large to be read whole', () => {
  it('is refused by its size, before it is read', async () => {
    const folder = folderOf({ 'huge.json': '{' });
    truncateSync(join(folder, 'huge.json'), 101_000_000);
    expect(await outcome('fhir', join(folder, 'huge.json'))).toMatchObject({
      failure: { key: 'imports.problem.notFhir', params: { reason: expect.stringContaining('larger than 100 MB') } },
    });
  });

  it('is refused when a line of it never ends', async () => {
    const folder = folderOf({ 'patients.csv': '' });
    truncateSync(join(folder, 'patients.csv'), 300_000_000);
    expect(await outcome('synthea-csv', folder)).toMatchObject({ failure: { key: 'imports.problem.lineTooLong' } });
  });
});

describe('cancelling', () => {
  /** Resolves once the thread has told that it reads. */
  async function reading(jobId: string): Promise<void> {
    for await (const { total } of await clinic.admin.imports.progress({ jobId })) if (total > 0) return;
  }

  it('is told within a second while the thread is deep in one large file, and the next import starts', async () => {
    const folder = folderOf({});
    const file = join(folder, 'large.json');
    writeFileSync(file, '{"resourceType":"Bundle","entry":[');
    const entry = `${JSON.stringify({ resource: patient('x', 'Same') })},`;
    for (let part = 0; part < 50; part += 1) appendFileSync(file, entry.repeat(10_000));
    appendFileSync(file, '{}]}');
    const { jobId } = await begin('fhir', file);
    await reading(jobId);
    const job = clinic.backend.services.jobs.find('admin', jobId);
    await clinic.admin.imports.cancel({ jobId });
    clinic.backend.clock.pass(1_000);
    // Asked in the same breath: nothing the thread does can have changed it.
    expect(job?.progress.value).toMatchObject({
      state: 'cancelled',
      report: { cancelled: true, patients: counted(0) },
    });
    expect(await outcome('synthea-csv', folderOf(population))).toMatchObject({ state: 'done' });
    await job?.ended;
  });

  it('keeps and counts what is stored by then', async () => {
    const { jobId } = await begin('synthea-csv', folderOf(manyPatients(6_000)));
    const job = clinic.backend.services.jobs.find('admin', jobId);
    await follow(jobId, async ({ step, done }) => {
      if (step === 'patients' && done > 0) await clinic.admin.imports.cancel({ jobId });
      clinic.backend.clock.pass(1_000);
    });
    await job?.ended;
    const { count } = await clinic.admin.patients.count({});
    expect(job?.progress.value).toMatchObject({ state: 'cancelled', report: { patients: { created: count } } });
    expect(count).toBeLessThan(6_000);
  });

  it('works by the clock of this computer', async () => {
    await clinic.backend.close();
    clinic = await startClinic({ clock: systemClock });
    const folder = folderOf({});
    const file = join(folder, 'large.ndjson');
    const line = `${JSON.stringify(patient('x', 'Same'))}\n`;
    for (let part = 0; part < 20; part += 1) appendFileSync(file, line.repeat(10_000));
    const { jobId } = await begin('fhir', file);
    await reading(jobId);
    await clinic.admin.imports.cancel({ jobId });
    expect(await follow(jobId)).toMatchObject({ state: 'cancelled' });
  });
});
