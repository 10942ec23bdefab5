import { type ProcedureMeta, procedure } from '../ground/procedure.ts';

/** The start of every procedure of Administration, which is for the staff. */
export const administration = (meta: ProcedureMeta) => procedure({ ...meta, staff: true });
