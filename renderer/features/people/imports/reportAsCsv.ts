import type { ImportReport } from '#contract/people/imports.ts';

/** A value as a cell; what a spreadsheet would take for a formula is defused. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (...cells: (string | number | null)[]): string => cells.map(cell).join(',');

/** The report as a table: the counts first, then every refused row. */
export function reportAsCsv({ patients, practitioners, problems }: ImportReport): string {
  const lines = [
    line('what', 'created', 'updated', 'skipped', 'refused'),
    line('patients', patients.created, patients.updated, patients.skipped, patients.refused),
    line('practitioners', practitioners.created, practitioners.updated, practitioners.skipped, practitioners.refused),
    '',
    line('source', 'line', 'reason'),
    ...problems.map((problem) => line(problem.source, problem.line, problem.reason)),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
