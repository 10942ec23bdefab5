/** How an MRN is written: 4812 → "P-004812". */
export function formatMrn(number: number): string {
  return `P-${String(number).padStart(6, '0')}`;
}
