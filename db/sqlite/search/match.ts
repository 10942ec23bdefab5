import type { Wanted } from '#db/search/wanted.ts';

/** An FTS5 expression for what is wanted; always well-formed, since terms hold no quotes. */
export function fts5(wanted: Wanted): string {
  if ('term' in wanted) return `"${wanted.term}"`;
  if ('start' in wanted) return `"${wanted.start}"*`;
  return 'any' in wanted ? joined(wanted.any, ' OR ') : joined(wanted.all, ' AND ');
}

function joined(parts: Wanted[], word: string): string {
  const expression = parts.map(fts5).join(word);
  return parts.length === 1 ? expression : `(${expression})`;
}
