/** The fields of `from` that `shape` has: of a stored record, what its form holds. */
export function pick<T extends object, K extends keyof T & string>(shape: Record<K, unknown>, from: T): Pick<T, K> {
  const keys = Object.keys(shape) as K[];
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
