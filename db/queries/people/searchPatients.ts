import type { Reader } from '#db/engine.ts';
import { birthYears, type PatientFilters, statusesOf } from '#db/search/filters.ts';
import { nameTerm, parseSearch, type Term } from '#db/search/parse.ts';
import { type Candidate, ranked, wholeMrn } from '#db/search/rank.ts';
import { patientRowColumns, type StoredPatientRow, toPatientRow } from '#db/sqlite/patientRow.ts';
import { statement } from '#db/sqlite/prepared.ts';
import { byNameStart, byTerms } from '#db/sqlite/search/candidates.ts';
import { corrections } from '#db/sqlite/search/correct.ts';
import { wordsFrom } from '#db/sqlite/search/dictionary.ts';
import type { PatientRow } from './patientRow.ts';

export interface PatientSearch {
  text: string;
  filters?: PatientFilters | undefined;
  /** 'YYYY-MM-DD' where the clinic is; ages and two-digit years hang on it. */
  today: string;
  /** At most 200; 50 when left out. */
  limit?: number | undefined;
  /** Looks for nothing but what was typed: no slip is forgiven. */
  asTyped?: boolean | undefined;
}

export interface SearchResult {
  /** Best first, as `db/search/rank.ts` has it. */
  rows: PatientRow[];
  /** More patients match than `rows` holds. */
  truncated: boolean;
  /** Where only active ones are asked for: how many archived ones match as well, counted up to the limit. */
  archived: number;
  /** Set when nobody matched what was typed: the words looked for instead. */
  corrected?: Correction[];
}

export interface Correction {
  from: string;
  to: string;
}

interface Ask {
  filters: PatientFilters;
  today: string;
  limit: number;
}

interface Found {
  candidates: Candidate[];
  truncated: boolean;
}

/** Finds patients by parts of names, MRN, phone, birth date or e-mail, as typed. A text without letters or digits finds nobody. */
export async function searchPatients(reader: Reader, search: PatientSearch): Promise<SearchResult> {
  const limit = Math.min(Math.max(search.limit ?? 50, 1), 200);
  const ask = { filters: search.filters ?? {}, today: search.today, limit };
  const terms = parseSearch(search.text, search.today);
  // Nobody is at least six and at most three years old.
  const isImpossible = birthYears(ask.filters, search.today)?.length === 0;
  if (terms.length === 0 || isImpossible) return { rows: [], truncated: false, archived: 0 };
  const found = find(reader, terms, ask);
  const archived = archivedBeside(reader, terms, ask);
  if (found.candidates.length === 0 && !search.asTyped) return { ...findCorrected(reader, terms, ask), archived };
  return { rows: rowsOf(reader, found.candidates), truncated: found.truncated, archived };
}

function archivedBeside(reader: Reader, terms: Term[], ask: Ask): number {
  if (statusesOf(ask.filters).includes('archived')) return 0;
  return find(reader, terms, { ...ask, filters: { ...ask.filters, status: 'archived' } }).candidates.length;
}

function find(reader: Reader, terms: Term[], ask: Ask): Found {
  const names = terms.filter((term) => term.kind === 'name').map((term) => term.text);
  const exact = withMrn(reader, terms, ask);
  const found = new Map(exact.map((one) => [one.id, one]));
  const has = (some: Candidate[]) => {
    for (const one of some) found.set(one.id, one);
    return found.size > ask.limit;
  };
  // In the order in which they rank, so that whoever is left out ranks below those who are found.
  const each = statusesOf(ask.filters).map((status) => ({ ...ask.filters, status }));
  const starts = names.length === terms.length ? nameStarts(names) : [];
  const isFull =
    each.some((filters) =>
      starts.some((start) => has(byNameStart(reader, start, filters, ask.today, ask.limit + 1))),
    ) || has(byTermsInRank(reader, terms, ask, found.size));
  const inOrder = ranked([...found.values()], new Set(exact.map(({ id }) => id)), names[0] ?? '');
  return { candidates: inOrder.slice(0, ask.limit), truncated: isFull };
}

/**
 * Those who match anywhere in their terms; with room for `known` ones more, who come up again. One look is enough where all
 * of them fit; where they do not, active ones fill the room before archived ones do.
 */
function byTermsInRank(reader: Reader, terms: Term[], { filters, today, limit }: Ask, known: number): Candidate[] {
  const room = known + limit + 1;
  const together = byTerms(reader, terms, filters, today, room);
  const statuses = statusesOf(filters);
  if (together.length < room || statuses.length === 1) return together;
  return statuses.flatMap((status) => byTerms(reader, terms, { ...filters, status }, today, room));
}

/** Those whose whole MRN was typed. */
function withMrn(reader: Reader, terms: Term[], ask: Ask): Candidate[] {
  return wholeMrn(terms).flatMap((wanted) => byTerms(reader, wanted, ask.filters, ask.today, ask.limit));
}

/** How a sort name may begin when these words were typed: every order of up to three of them. */
function nameStarts(names: string[]): string[] {
  if (names.length > 3) return [];
  if (names.length <= 1) return names;
  return names.flatMap((name, at) => nameStarts(names.toSpliced(at, 1)).map((rest) => `${name} ${rest}`));
}

const mostGuesses = 24;

/** Looks for words one slip from those nobody has; when every word is somebody's, for a slip in any one of them. */
function findCorrected(reader: Reader, terms: Term[], ask: Ask): Omit<SearchResult, 'archived'> {
  const rows = new Map<number, PatientRow>();
  const corrected: Correction[] = [];
  let truncated = false;
  for (const guess of guesses(reader, terms, ask)) {
    if (rows.size >= ask.limit) {
      truncated = true;
      break;
    }
    const found = find(reader, guess.terms, { ...ask, limit: ask.limit - rows.size });
    if (found.candidates.some(({ id }) => !rows.has(id))) corrected.push(...guess.corrected);
    for (const row of rowsOf(reader, found.candidates)) rows.set(row.id, row);
    truncated ||= found.truncated;
  }
  return rows.size > 0 ? { rows: [...rows.values()], truncated, corrected } : { rows: [], truncated: false };
}

interface Guess {
  terms: Term[];
  corrected: Correction[];
}

function* guesses(reader: Reader, terms: Term[], ask: Ask): Generator<Guess> {
  const named = terms.flatMap((term, at) => (term.kind === 'name' ? [at] : []));
  const unknown = named.filter((at) => wordsFrom(reader, terms[at]?.text ?? '', 1).length === 0);
  for (const places of unknown.length > 0 ? [unknown] : named.map((at) => [at])) {
    const close = new Map(places.map((at) => [at, corrections(reader, terms[at]?.text ?? '', mostGuesses)]));
    // One look at all of them together saves looking for each of them in vain.
    const any = terms.map((term, at) => anyName(term, close.get(at)));
    if (byTerms(reader, any, ask.filters, ask.today, 1).length > 0) yield* combined(terms, close);
  }
}

function anyName(term: Term, words: string[] | undefined): Term {
  return words && words.length > 0 ? nameTerm(term.text, words) : term;
}

/** The terms with the words at some places replaced by close ones; the likeliest first. */
function combined(terms: Term[], close: Map<number, string[]>): Guess[] {
  let guesses: Guess[] = [{ terms, corrected: [] }];
  for (const [at, words] of close) {
    const from = terms[at]?.text ?? '';
    guesses = words
      .flatMap((to) =>
        guesses.map((guess) => ({
          terms: guess.terms.with(at, nameTerm(to)),
          corrected: [...guess.corrected, { from, to }],
        })),
      )
      .slice(0, mostGuesses);
  }
  return guesses;
}

function rowsOf(reader: Reader, candidates: Candidate[]): PatientRow[] {
  const byId = statement(
    reader,
    `select ${patientRowColumns} from patient p left join doctor d on d.id = p.doctor_id where p.id = ?`,
  );
  return candidates.map(({ id }) => toPatientRow(byId.get(id) as StoredPatientRow));
}
