/** What the terms of a patient must hold for them to be found; every engine says it in words of its own. */
export type Wanted = { term: string } | { start: string } | { any: Wanted[] } | { all: Wanted[] };

/** Some term that begins so. */
export const prefix = (start: string): Wanted => ({ start });

/** Exactly this term. */
export const exactly = (term: string): Wanted => ({ term });

/** At least one of these. */
export const anyOf = (any: Wanted[]): Wanted => ({ any });

/** Each of these. */
export const allOf = (all: Wanted[]): Wanted => ({ all });
