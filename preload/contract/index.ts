import * as modules from './modules.ts';

/** Everything that can be called. */
export const contract = { ...modules };
export type Contract = typeof contract;
