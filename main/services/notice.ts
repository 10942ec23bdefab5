/** A one-time message for a person, by its translation key; the words are chosen where it is shown. */
export interface Notice {
  level: 'info' | 'success' | 'warning' | 'error';
  key: string;
  params: Record<string, string | number>;
}
