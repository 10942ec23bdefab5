import { type Arbitrary, sample } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { errorCodes } from '#contract/ground/errors.ts';
import { contract } from '#contract/index.ts';
import { getUser } from '#db/queries/accounts/users.ts';
import { connect, type SqliteConnection } from '#db/sqlite/connection.ts';
import { startClinic } from '#test/support/backend.ts';
import { inputsFor } from '#test/support/inputs.ts';
import { howToRepeat, seed } from '#test/support/seed.ts';
import { hire } from '#test/support/staff.ts';

/** I7: whatever is sent to whatever procedure, it is answered, or refused with a closed code, and a refusal changes nothing. */

const ALL = process.env.CLINIC_FUZZ === 'all';
const CALLS = ALL ? 10_000 : 300;

/** Written by refusals on purpose: who tried what, and how often. */
const NOTES = new Set(['audit_event', 'sign_in_attempt', 'sign_in_throttle', 'session', 'message', 'page_count']);

/** What would start long work on a fitting input. */
const LONG_WORK = new Set(['imports.demo', 'imports.start', 'imports.chooseByPath', 'admin.checkDatabase']);

let clinic: Awaited<ReturnType<typeof startClinic>>;
let beside: SqliteConnection;

/** A clinic that has grown so large is left for a new one, or looking at all of it would take too long. */
const LARGEST_STATE = 200_000;

async function open(): Promise<void> {
  clinic = await startClinic();
  await hire(clinic, 'mary', { groupIds: [3] });
  await clinic.admin.doctors.create({ createKey: crypto.randomUUID(), doctor: { familyName: 'House' } });
  beside = connect(clinic.backend.data.db.file, clinic.backend.data.key, { readonly: true }).sqlite;
}

async function close(): Promise<void> {
  beside.close();
  await clinic.backend.close();
}

beforeAll(open);
// What was noted of ten thousand calls is written before the end.
afterAll(close, 120_000);

interface Declared {
  name: string;
  schema: z.ZodType | undefined;
}

function declared(node: object = contract, path: string[] = []): Declared[] {
  if ('~orpc' in node) {
    const { inputSchema } = node['~orpc'] as { inputSchema?: z.ZodType };
    return [{ name: path.join('.'), schema: inputSchema }];
  }
  return Object.entries(node).flatMap(([name, child]) => declared(child as object, [...path, name]));
}

/** Everything that is stored, but for the notes. */
function stateNow(): string {
  const names = beside.prepare(
    "select name from sqlite_schema where type = 'table' and name not like 'patient_search%'",
  );
  const isOurs = (name: string) => !NOTES.has(name) && !name.startsWith('sqlite_');
  const tables = (names.pluck().all() as string[]).filter(isOurs);
  return JSON.stringify(tables.map((name) => [name, beside.prepare(`select * from "${name}"`).all()]));
}

const written = () => beside.pragma('data_version', { simple: true });

/** A superuser, who gets past every door: what lies behind them is tried. */
async function administrator() {
  const { client, station } = clinic.backend.station();
  const { db, sessions } = clinic.backend.services;
  const row = await db.read((reader) => getUser(reader, 1));
  await sessions.begin(station, { id: 1, credentialVersion: row?.credentialVersion ?? 0 });
  return client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
}

const SIGNED_OUT = new Set(['UNAUTHENTICATED', 'LOCKED', 'PASSWORD_CHANGE_REQUIRED', 'FRESH_PASSWORD_REQUIRED']);

async function fuzz({ name, schema }: Declared, inputs: Arbitrary<unknown>): Promise<string[]> {
  const [module = '', procedure = ''] = name.split('.');
  const problems: string[] = [];
  let client = await administrator();
  let [version, state] = [written(), stateNow()];
  // Without an input to be wrong with, a tenth of the calls says as much.
  const numRuns = schema ? CALLS : CALLS / 10;
  for (const input of sample(inputs, { numRuns, seed })) {
    if (LONG_WORK.has(name) && (schema?.safeParse(input).success ?? true)) continue;
    const error = await client[module]?.[procedure]?.(input).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    if (error) problems.push(...wrongWith(error).map((what) => `${what}: ${JSON.stringify(input)}`));
    const now = written();
    if (now !== version) {
      const after = stateNow();
      if (error && after !== state) problems.push(`refused, but changed something: ${JSON.stringify(input)}`);
      [version, state] = [now, after];
    }
    if (state.length > LARGEST_STATE) {
      await close();
      await open();
      client = await administrator();
      [version, state] = [written(), stateNow()];
    }
    const { code = '' } = (error ?? {}) as { code?: string };
    if (SIGNED_OUT.has(code) || name === 'accounts.signOut' || name === 'accounts.lock') client = await administrator();
  }
  return problems.slice(0, 3);
}

/** A closed code that is no fault of ours, an id, and nothing of the inside. */
function wrongWith(error: unknown): string[] {
  const { code, data, message } = error as { code?: string; data?: { id?: string }; message?: string };
  if (!code || !(errorCodes as readonly string[]).includes(code)) return [`no closed code: ${String(message)}`];
  if (code === 'INTERNAL' || code === 'UNKNOWN_OUTCOME') return [`a fault of ours, ${data?.id}`];
  if (!/^[A-Z2-9]{4}-[A-Z2-9]{4}$/.test(data?.id ?? '')) return ['no id'];
  const told = JSON.stringify([message, data]);
  return /\bat .+:\d+:\d+|node_modules|SQLITE|select .+ from/i.test(told) ? [`tells of the inside: ${told}`] : [];
}

describe('fuzzed input', () => {
  it.each(declared())(
    'is answered or refused by $name, and a refusal changes nothing',
    async (procedure) => {
      const problems = await fuzz(procedure, inputsFor(procedure.schema));
      const faults = clinic.backend.logged.filter((line) => line.msg === 'fault').slice(-2);
      expect(problems, `${howToRepeat}; ${JSON.stringify(faults)}`).toEqual([]);
      // Ten thousand calls of every procedure leave more lines than there is memory for.
      clinic.backend.logged.length = 0;
    },
    ALL ? 600_000 : 30_000,
  );
});
