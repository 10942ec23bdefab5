const TURN_MS = 2_000;
const MOST_TURNS = 5;

/**
 * Waits ten seconds for something to move. It counts turns of this thread and not the clock, so that neither a computer that
 * slept nor a host that was busy itself is taken for a page that does not move.
 */
export function patience(lost: () => void): { begin(): void; rest(): void } {
  let timer: NodeJS.Timeout | undefined;
  let turns = 0;
  const rest = () => {
    clearInterval(timer);
    timer = undefined;
  };
  return {
    begin() {
      if (timer) return;
      turns = 0;
      timer = setInterval(() => {
        turns += 1;
        if (turns < MOST_TURNS) return;
        rest();
        lost();
      }, TURN_MS).unref();
    },
    rest,
  };
}
