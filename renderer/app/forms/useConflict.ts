import { useState } from 'react';

/** What a colleague saved while this form was open. */
export interface Conflict<Values> {
  theirs: Values;
  version: number;
}

/** Holds what a colleague was faster with until somebody says whose values stay. */
export function useConflict<Values>(reload: (() => Promise<Conflict<Values>>) | undefined) {
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);
  return {
    conflict,
    look: reload && (async () => setConflict(await reload())),
    dismiss: () => setConflict(null),
  };
}
