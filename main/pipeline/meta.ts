import type { Exemption, ProcedureMeta } from '#contract/ground/procedure.ts';

/** The metadata a procedure was declared with. One without `access` cannot be declared; if it ever is, nobody may call it. */
export function metaOf(procedure: { '~orpc': { meta: object } }): ProcedureMeta {
  const meta = procedure['~orpc'].meta as Partial<ProcedureMeta>;
  return { ...meta, access: meta.access ?? [], effect: meta.effect ?? 'write' };
}

/**
 * True when the call itself shows that a person is there. A read does not: pages ask again on their own whenever a
 * colleague changes something; they tell of hands on keyboard and mouse with `accounts.activity`.
 */
export function isSomebodysDoing({ effect, quiet = false }: ProcedureMeta): boolean {
  return effect === 'write' && !quiet;
}

/** True when the procedure is served in spite of this. */
export function isExempt({ exempt = [] }: ProcedureMeta, from: Exemption): boolean {
  return typeof exempt === 'string' ? exempt === from : exempt.includes(from);
}
