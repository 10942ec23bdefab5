import { api } from '#main/pipeline/index.ts';
import { notFound } from '#main/refusal.ts';
import { formOf, pageOf, queryOf, reading, rowOf, tableFor, tableToLookThrough } from './access.ts';
import { runAction } from './actions.ts';
import { recordAsOf } from './asOf.ts';
import { csvOf } from './csv.ts';
import { openEvent } from './event.ts';
import { healthOf } from './health.ts';
import { historyOf } from './history.ts';
import { labelsOf } from './labels.ts';
import { tablesFor } from './lists.ts';
import { recentEvents } from './recent.ts';
import { blankRecord, createRecord, getRecord, saveRecord } from './records.ts';

const { admin: procedures } = api;

const MOST_CHOICES = 50;

export const handlers = {
  tables: procedures.tables.handler(({ context }) => tablesFor(context)),
  list: procedures.list.handler(({ context, input: { table: name, cursor, limit, ...asked } }) => {
    const table = tableToLookThrough(context, name);
    const query = queryOf(table, asked);
    return reading(context, (read) => pageOf(table, read, query, { cursor, limit }));
  }),
  facets: procedures.facets.handler(({ context, input: { table: name, ...asked } }) => {
    const { source, ...table } = tableFor(context, name);
    const query = queryOf({ ...table, source }, asked);
    return reading(context, async (read) => ({
      ...(await source.count(read, query)),
      facets: await source.facets(read, query),
    }));
  }),
  chart: procedures.chart.handler(({ context, input: { table: name, ...asked } }) => {
    const table = tableFor(context, name);
    const { chart, source } = table;
    if (!chart) throw notFound();
    const query = queryOf(table, asked);
    return reading(context, async (read) => (await source.sums?.(read, query, chart.by, chart.sum)) ?? []);
  }),
  get: procedures.get.handler(({ context, input }) => getRecord(context, input)),
  blank: procedures.blank.handler(({ context, input }) => blankRecord(context, input.table)),
  choices: procedures.choices.handler(({ context, input }) => {
    const table = tableToLookThrough(context, input.table);
    const query = {
      text: input.text,
      filters: table.offered ?? {},
      sort: table.sort.by,
      descending: table.sort.descending,
    };
    return reading(context, async (read) => {
      const { rows } = await pageOf(table, read, query, { limit: MOST_CHOICES });
      return rows.map(({ id, label }) => ({ id, label }));
    });
  }),
  create: procedures.create.handler(({ context, input }) => createRecord(context, input)),
  save: procedures.save.handler(({ context, input }) => saveRecord(context, input)),
  action: procedures.action.handler(({ context, input }) => runAction(context, input)),
  exportCsv: procedures.exportCsv.handler(({ context, input: { table: name, ...asked } }) => {
    const table = tableFor(context, name, { text: asked.text, filters: asked.filters });
    return csvOf((work) => reading(context, work), table, queryOf(table, asked));
  }),
  history: procedures.history.handler(({ context, input: { table: name, id, ...page } }) => {
    const table = tableFor(context, name);
    return reading(context, async (read) => {
      await rowOf(context, read, table, id);
      const events = await historyOf(read, table, id, page);
      const values = events.flatMap(({ changes }) =>
        changes.flatMap(({ field, from, to }) => [{ [field]: from }, { [field]: to }]),
      );
      return { events, labels: await labelsOf(read, formOf(table, id), values) };
    });
  }),
  asOf: procedures.asOf.handler(({ context, input: { table: name, id, at } }) => {
    const table = tableFor(context, name);
    return reading(context, async (read) => {
      await rowOf(context, read, table, id);
      const form = formOf(table, id);
      const found = await recordAsOf(read, table, id, at);
      return { ...found, labels: await labelsOf(read, form, [found.values]) };
    });
  }),
  event: procedures.event.handler(({ context, input }) => openEvent(context, input.id)),
  recent: procedures.recent.handler(({ context, input }) => recentEvents(context, input.opening)),
  health: procedures.health.handler(({ context }) => healthOf(context.services)),
  checkDatabase: procedures.checkDatabase.handler(({ context }) => {
    context.services.databaseCheck.start();
    return {};
  }),
  stopCheck: procedures.stopCheck.handler(({ context }) => {
    context.services.databaseCheck.stop();
    return {};
  }),
};
