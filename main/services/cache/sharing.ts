/** Lets those who ask for the same thing at the same time wait for one answer. */
export interface Sharing {
  once<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function createSharing(): Sharing {
  const underWay = new Map<string, Promise<unknown>>();
  return {
    once<T>(name: string, work: () => Promise<T>) {
      const known = underWay.get(name) as Promise<T> | undefined;
      if (known) return known;
      const begun = work().finally(() => underWay.delete(name));
      underWay.set(name, begun);
      return begun;
    },
  };
}
