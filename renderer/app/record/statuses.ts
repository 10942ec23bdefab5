/** What a list can be narrowed to. */
export const statuses = ['active', 'archived', 'all'] as const;
export type Status = (typeof statuses)[number];

/** What a list shows where nothing is chosen: whoever searches wants to find those, too, who were archived. */
export const usualStatus = (searching: boolean): Status => (searching ? 'all' : 'active');

/** What the address of a list says once this one is chosen: nothing where it is the usual one. */
export function chosenStatus(value: string, searching: boolean): Status | undefined {
  return statuses.find((one) => one === value && one !== usualStatus(searching));
}
