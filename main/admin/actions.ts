import { setImmediate as breathe } from 'node:timers/promises';
import type { Sentence } from '#contract/ground/errors.ts';
import { type Context, callerOf } from '#main/call/caller.ts';
import { Refusal, wrongField } from '#main/refusal.ts';
import { check, checkFresh, numberOf, pageOfAll, queryOf, reading, tableFor } from './access.ts';
import type { Action, AdminTable } from './table.ts';

/** Records a call goes through when it works on everything that fits a query; the page asks again for the next. */
const BATCH = 100;

interface Asked {
  table: string;
  action: string;
  ids?: string[] | undefined;
  query?: Parameters<typeof queryOf>[1] | undefined;
  cursor?: string | undefined;
}

interface Outcome {
  done: string[];
  failed: Array<{ label: string; sentence: Sentence }>;
  next: string | null;
}

/** Does one thing with many records, each in a transaction of its own: one that is refused leaves the others alone. */
export async function runAction(context: Context, asked: Asked): Promise<Outcome> {
  const table = tableFor(context, asked.table);
  const action = table.actions?.find(({ name }) => name === asked.action);
  if (!action) throw new Refusal('FORBIDDEN');
  if (action.audit && context.call.about) context.call.about.action = action.audit;
  check(callerOf(context), action.permission);
  if (action.fresh) checkFresh(context);
  const { rows, next } = await meant(context, table, asked);
  const outcome: Outcome = { done: [], failed: [], next };
  for (const { id, row } of rows) {
    if (row && action.fits && !action.fits(row)) continue;
    const sentence = row ? await tried(context, table, action, id) : { key: 'errors.notFound' };
    if (sentence) outcome.failed.push({ label: row?.label ?? id, sentence });
    else outcome.done.push(id);
    await breathe();
  }
  return outcome;
}

async function meant(context: Context, table: AdminTable, { ids, query, cursor }: Asked) {
  return reading(context, async (read) => {
    if (query) {
      const page = await pageOfAll(table, read, queryOf(table, query), { cursor, limit: BATCH });
      return { rows: page.rows.map((row) => ({ id: row.id, row })), next: page.next };
    }
    if (!ids?.length) throw wrongField('ids', 'validation.required');
    const rows: Array<{ id: string; row: Awaited<ReturnType<AdminTable['source']['one']>> }> = [];
    for (const id of new Set(ids)) rows.push({ id, row: await table.source.one(read, id) });
    return { rows, next: null };
  });
}

/** Why it could not be done, which the audit hears as well; null when it was. A fault of ours ends the batch as every call. */
async function tried(context: Context, table: AdminTable, action: Action, id: string): Promise<Sentence | null> {
  try {
    await action.run(context, id);
    return null;
  } catch (error) {
    const { entity } = table;
    const refused = error instanceof Refusal ? error.code : undefined;
    if (entity)
      context.call.touched.push({
        entity,
        id: numberOf(table, id),
        action: action.audit ?? 'update',
        ...(refused && { refused }),
      });
    if (!(error instanceof Refusal)) throw error;
    const { code, data } = error;
    return data.reasons?.[0] ?? data.sentence ?? { key: `errors.${camelCase(code)}` };
  }
}

const camelCase = (code: string) =>
  code.toLowerCase().replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
