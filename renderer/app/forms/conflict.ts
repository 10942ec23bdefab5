/** Whose value stays. */
export type Side = 'mine' | 'theirs';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

/** The fields in which two people disagree; where I changed nothing, the colleague's value is proposed. */
export function differences(
  base: Record<string, unknown>,
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
): { field: string; proposed: Side }[] {
  return Object.keys(theirs)
    .filter((field) => !same(mine[field], theirs[field]))
    .map((field) => ({ field, proposed: same(mine[field], base[field]) ? 'theirs' : 'mine' }));
}

/** My values, with those of the colleague that were chosen. */
export function merge<Values extends Record<string, unknown>>(
  mine: Values,
  theirs: Values,
  sides: Record<string, Side>,
): Values {
  const taken = Object.entries(theirs).filter(([field]) => sides[field] === 'theirs');
  return { ...mine, ...Object.fromEntries(taken) };
}
