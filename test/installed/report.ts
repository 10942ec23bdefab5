let failures = 0;

/** One line of the report: what was looked at, and whether it is as promised. */
export function check(what: string, found: unknown, expected: unknown = true): void {
  const fits = JSON.stringify(found) === JSON.stringify(expected);
  if (!fits) failures += 1;
  const difference = fits
    ? ''
    : `\n           expected ${JSON.stringify(expected)}\n           found    ${JSON.stringify(found)}`;
  process.stdout.write(`  ${fits ? 'ok    ' : 'FAILED'} ${what}${difference}\n`);
}

export function heading(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** True when everything was as promised. */
export const isClean = () => failures === 0;
