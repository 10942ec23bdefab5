import { basename, resolve } from 'node:path';
import type { CallContext, CallRecord } from '#main/call/context.ts';
import { api } from '#main/pipeline/index.ts';
import { notFound, Refusal, wrongField } from '#main/refusal.ts';
import type { Station } from '#main/services/stations.ts';
import { newToken } from '#main/services/tokens.ts';
import { startJob } from './job.ts';
import type { Task } from './protocol.ts';
import { isReadable } from './readable.ts';

const { imports: procedures } = api;

/** Folders and files that somebody chose at a station. A page holds only the handle, so it cannot make main read what it likes. */
const chosen = new WeakMap<Station, Map<string, string>>();

function remember(station: Station, path: string) {
  const handles = chosen.get(station) ?? new Map<string, string>();
  chosen.set(station, handles);
  const handle = newToken();
  handles.set(handle, path);
  return { handle, name: basename(path) };
}

function chosenPath(station: Station, handle: string): string {
  const path = chosen.get(station)?.get(handle);
  if (!path) throw new Refusal('NOT_FOUND', { sentence: { key: 'imports.problem.closed' } });
  return path;
}

function jobOf({ services, connection }: CallContext, jobId: string) {
  const job = services.jobs.find(connection.station.id, jobId);
  if (!job) throw notFound();
  return job;
}

function begin({ services, connection }: CallContext, task: Task) {
  return { jobId: services.jobs.start(connection.station.id, () => startJob(services, task)) };
}

const importerOf = ({ call, connection }: CallContext & { call: CallRecord }) => ({
  userId: call.user?.id ?? null,
  workstation: connection.station.workstation,
  procedure: call.procedure,
});

export const handlers = {
  choose: procedures.choose.handler(async ({ context, input }) => {
    const { dialogs } = context.services.ports;
    if (!dialogs) return { available: false, source: null };
    const extensions = input.format === 'fhir' ? ['json', 'ndjson', 'jsonl'] : ['csv'];
    const path = await dialogs.chooseToOpen({ what: input.what, extensions });
    return { available: true, source: path ? remember(context.connection.station, path) : null };
  }),
  chooseByPath: procedures.chooseByPath.handler(async ({ context, input }) => {
    if (context.services.ports.dialogs) throw new Refusal('FORBIDDEN');
    const path = resolve(input.path);
    context.call.about = { entity: 'patient', details: { path } };
    if (!(await isReadable(path))) throw wrongField('path', 'imports.problem.notFound', { path });
    return remember(context.connection.station, path);
  }),
  start: procedures.start.handler(({ context, input }) => {
    const { format, dryRun } = input;
    if (dryRun) context.call.about = { entity: 'patient', action: 'tryImport' };
    const path = chosenPath(context.connection.station, input.handle);
    const task = { kind: 'import' as const, format, path, dryRun, importer: importerOf(context) };
    return begin(context, task);
  }),
  progress: procedures.progress.handler(({ context, input, signal }) =>
    jobOf(context, input.jobId).progress.follow(signal),
  ),
  cancel: procedures.cancel.handler(({ context, input }) => {
    jobOf(context, input.jobId).cancel();
    return {};
  }),
  demo: procedures.demo.handler(({ context, input }) => {
    const task = { kind: 'demo' as const, ...input, importer: importerOf(context) };
    return begin(context, task);
  }),
};
