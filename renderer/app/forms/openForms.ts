import { useCallbackRef } from '@mantine/hooks';
import { useEffect } from 'react';

/** How each form on the page is put aside. */
const open = new Set<() => Promise<void>>();

/** Lets others put a form aside for as long as it is on the page. */
export function useOpenForm(putAside: () => Promise<void>): void {
  const latest = useCallbackRef(putAside);
  useEffect(() => {
    open.add(latest);
    return () => void open.delete(latest);
  }, [latest]);
}

/** Whoever goes on with another form keeps those that are open for later. Fails when main cannot keep them. */
export async function putFormsAside(): Promise<void> {
  await Promise.all([...open].map((putAside) => putAside()));
}
