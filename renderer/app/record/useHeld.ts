import { useState } from 'react';

interface Asked<T> {
  data: T | undefined;
  isFetching: boolean;
}

/**
 * The record as it was when its form was opened, the newest there was: a colleague's save while one types must not change
 * the form under one's hands. Null until it has come.
 */
export function useHeld<T extends { id: number | string }>(
  id: T['id'],
  { data, isFetching }: Asked<T>,
): [T | null, (held: T) => void] {
  const [held, setHeld] = useState<T | null>(null);
  const current = held?.id === id ? held : null;
  if (!current && data?.id === id && !isFetching) setHeld(data);
  return [current, setHeld];
}
