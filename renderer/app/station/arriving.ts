import { useState, useSyncExternalStore } from 'react';

let arrivals = 0;
const listeners = new Set<() => void>();

function count(change: 1 | -1): void {
  arrivals += change;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Keeps the door closed until everything behind it is in its place; main tells of the new session before that. */
export async function whileArriving<T>(arrive: () => Promise<T>): Promise<T> {
  count(1);
  try {
    return await arrive();
  } finally {
    count(-1);
  }
}

/** The value as it was before somebody began to arrive, until they have. */
export function useHeldWhileArriving<T>(value: T): T {
  const isArriving = useSyncExternalStore(subscribe, () => arrivals > 0);
  const [shown, setShown] = useState(value);
  if (isArriving) return shown;
  if (shown !== value) setShown(value);
  return value;
}
