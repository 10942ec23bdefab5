import * as z from 'zod';
import { namesOfUsers } from '#main/admin/people.ts';
import { rowsInMemory } from '#main/admin/sources/rowsInMemory.ts';
import { type AdminTable, type Reading, shown, sorted } from '#main/admin/table.ts';

/** So many lines are looked through; the files hold more, for those who read them elsewhere. */
const MOST_LINES = 5_000;

const levels: Record<number, string> = { 10: 'debug', 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'error' };

/** All that is taken of a line: whatever else a line may hold does not come into a page. */
const logLine = z.object({
  level: z.number(),
  time: z.string(),
  msg: z.string().default(''),
  call: z.string().nullable().default(null),
  procedure: z.string().nullable().default(null),
  user: z.number().nullable().default(null),
  station: z.string().nullable().default(null),
  outcome: z.string().nullable().default(null),
  milliseconds: z.number().nullable().default(null),
  slow: z.boolean().default(false),
  fault: z.object({ name: z.string().optional(), code: z.string().optional() }).optional(),
});
type LogLine = z.infer<typeof logLine> & { place: number; person: string | null };

async function load({ services, reader }: Reading): Promise<{ lines: LogLine[]; isCut: boolean }> {
  const { lines, isCut } = (await services.ports.logs?.newest(MOST_LINES)) ?? { lines: [], isCut: false };
  const parsed = lines.flatMap((line) => {
    const result = logLine.safeParse(parse(line));
    return result.success ? [result.data] : [];
  });
  const names = await namesOfUsers(
    reader,
    parsed.map(({ user }) => user),
  );
  // Lines of one millisecond keep the order in which they were written.
  const rows = parsed.map((line, i) => ({
    ...line,
    place: parsed.length - i,
    person: names.get(line.user ?? 0) ?? null,
  }));
  return { lines: rows, isCut };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const levelOf = ({ level }: LogLine) => levels[level] ?? 'info';
const outcomeOf = ({ outcome }: LogLine) => (outcome === null ? null : outcome === 'ok' ? 'ok' : 'refused');
const whatOf = ({ msg, fault }: LogLine) => [msg, fault?.name, fault?.code].filter(Boolean).join(' ');

const cut = new WeakSet<LogLine[]>();

export const admin: AdminTable = {
  name: 'requestLog',
  order: 120,
  may: { view: ['log.view'] },
  columns: [
    sorted('at', 'exact'),
    sorted('level', 'choice'),
    sorted('procedure'),
    sorted('milliseconds', 'milliseconds'),
    shown('outcome', 'choice'),
    shown('person'),
    shown('what'),
    shown('call'),
    shown('workstation'),
  ],
  filters: ['level', 'outcome', 'slow', 'procedure'],
  searchable: true,
  sort: { by: 'at', descending: true },
  newest: MOST_LINES,
  source: rowsInMemory<LogLine>({
    async load(reading) {
      const { lines, isCut } = await load(reading);
      if (isCut) cut.add(lines);
      return lines;
    },
    isCut: (lines) => cut.has(lines),
    row: (line) => {
      const { place, time, procedure, milliseconds, outcome, person, station, call } = line;
      return {
        id: `${time} ${call ?? ''} ${place}`,
        label: procedure ?? whatOf(line),
        cells: {
          at: Date.parse(time),
          level: levelOf(line),
          procedure,
          milliseconds,
          outcome,
          person,
          workstation: station,
          what: whatOf(line),
          call,
        },
      };
    },
    filters: {
      level: levelOf,
      outcome: outcomeOf,
      slow: ({ slow }) => (slow ? 'true' : null),
      procedure: ({ procedure }) => (procedure === null ? null : { value: procedure, label: procedure }),
    },
    searched: (line) => [line.procedure, line.call, line.person, line.station, whatOf(line)].join(' '),
  }),
  hasRecords: false,
};
