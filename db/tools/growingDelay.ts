const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;
/** After so long without a failure the next one counts as the first. */
const WELL_AFTER_MS = 5 * 60_000;

/** How many milliseconds to wait before the next try: a second at first, and ever longer while it keeps failing. */
export function growingDelay(): () => number {
  let wait = FIRST_MS;
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last > wait + WELL_AFTER_MS) wait = FIRST_MS;
    last = now;
    const current = wait;
    wait = Math.min(wait * 2, LONGEST_MS);
    return current;
  };
}
