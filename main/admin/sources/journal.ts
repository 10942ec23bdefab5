import type { AdminRow } from '#contract/admin/table.ts';
import type { Journal } from '#db/queries/system/journal.ts';
import type { Facet, Query, Reading, Source } from '../table.ts';

export interface JournalFilter<Wanted> {
  /** What rows of this value are; null for a value there is not. */
  wanted(value: string, reading: Reading): Wanted | null;
  options(reading: Reading): Promise<Array<{ value: string; label: string | null }>>;
}

interface Options<Row, Wanted> {
  journal: Journal<Row, Wanted>;
  filters: Record<string, JournalFilter<NoInfer<Wanted>>>;
  /** What typed text asks for; null when it cannot fit anything. */
  search(reading: Reading, text: string): Promise<NoInfer<Wanted> | null>;
  rows(reading: Reading, stored: Row[]): Promise<AdminRow[]>;
}

const nothing = { count: 0, atLeast: false };

/** A table that only grows and is read by time; the database keeps it as a journal. */
export function journalSource<Row, Wanted extends object>(options: Options<Row, Wanted>): Source {
  const { journal, filters } = options;

  /** All that is asked for, but by the filter `except`; null where no row can meet it. */
  const wantedBy = async (reading: Reading, query: Query, except?: string): Promise<Wanted | null> => {
    const wanted = Object.entries(query.filters)
      .filter(([name]) => name !== except)
      .map(([name, value]) => filters[name]?.wanted(value, reading) ?? null);
    const text = query.text.trim();
    if (text !== '') wanted.push(await options.search(reading, text));
    return wanted.includes(null) ? null : Object.assign({}, ...wanted);
  };
  const countOf = (reading: Reading, wanted: Wanted | null) =>
    wanted ? journal.count(reading.reader, wanted) : Promise.resolve(nothing);
  const facetOf = async (reading: Reading, query: Query, name: string, filter: JournalFilter<Wanted>) => {
    const others = await wantedBy(reading, query, name);
    const counted: Facet['options'] = [];
    for (const option of await filter.options(reading)) {
      const own = filter.wanted(option.value, reading);
      counted.push({ ...option, ...(await countOf(reading, own && others && { ...others, ...own })) });
    }
    return { name, options: counted.filter(({ count }) => count > 0) };
  };

  return {
    async page(reading, query, place) {
      const wanted = await wantedBy(reading, query);
      if (!wanted) return { rows: [], next: null };
      const { descending } = query;
      const { rows, next } = await journal.page(reading.reader, wanted, { descending, ...place });
      return { rows: await options.rows(reading, rows), next };
    },
    count: async (reading, query) => countOf(reading, await wantedBy(reading, query)),
    async facets(reading, query) {
      const facets: Facet[] = [];
      for (const [name, filter] of Object.entries(filters)) facets.push(await facetOf(reading, query, name, filter));
      return facets;
    },
    async one(reading, id) {
      const found = /^\d{1,15}$/.test(id) ? await journal.one(reading.reader, Number(id)) : undefined;
      return found ? ((await options.rows(reading, [found]))[0] ?? null) : null;
    },
  };
}

/** A filter by one of a few values that are texts of ours. */
export const oneOf = <Wanted>(values: readonly string[], wanted: (value: string) => Wanted): JournalFilter<Wanted> => ({
  wanted,
  options: async () => values.map((value) => ({ value, label: null })),
});

const DAY = 86_400_000;
const periods: Record<string, number> = { today: 1, week: 7, month: 31, year: 366 };

/** The last day, week, month or year. */
export const period: JournalFilter<{ since?: number }> = {
  wanted(value, { services }) {
    const days = periods[value];
    return days === undefined ? null : { since: services.clock.now() - days * DAY };
  },
  options: async () => Object.keys(periods).map((value) => ({ value, label: null })),
};
