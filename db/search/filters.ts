/** Which patients a list or search looks at. */
export interface PatientFilters {
  /** Active ones when left out. */
  status?: 'active' | 'archived' | 'all' | undefined;
  /** A doctor's own; `null` for patients without a doctor. */
  doctorId?: number | null | undefined;
  /** Whole years on the day of asking, both ends included. */
  ageFrom?: number | undefined;
  ageTo?: number | undefined;
}

export type Status = 'active' | 'archived';

export function statusesOf(filters: PatientFilters): Status[] {
  if (filters.status === 'all') return ['active', 'archived'];
  return [filters.status ?? 'active'];
}

/** The birth dates (both included, text that sorts) that the age filter allows on `today`. */
export function birthRange(filters: PatientFilters, today: string): [from: string, to: string] {
  const { ageFrom, ageTo } = filters;
  // One year too old is reached on the birthday itself, so the earliest date allowed is the day after it.
  const from = ageTo === undefined ? '' : `${yearsBefore(today, ageTo + 1)}+`;
  const to = ageFrom === undefined ? '~' : yearsBefore(today, ageFrom);
  return [from, to];
}

export function hasAge(filters: PatientFilters): boolean {
  return filters.ageFrom !== undefined || filters.ageTo !== undefined;
}

function yearsBefore(today: string, years: number): string {
  return String(Number(today.slice(0, 4)) - years).padStart(4, '0') + today.slice(4);
}

/** The years somebody of the ages asked for may be born in; undefined when no age is asked for. */
export function birthYears(filters: PatientFilters, today: string): number[] | undefined {
  if (!hasAge(filters)) return undefined;
  const thisYear = Number(today.slice(0, 4));
  const [from, to] = [thisYear - (filters.ageTo ?? oldest) - 1, thisYear - (filters.ageFrom ?? 0)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

const oldest = 130;
