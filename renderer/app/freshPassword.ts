/** One question for the password that is open now; every call that needs it waits for the same answer. */
interface Question {
  answer: Promise<boolean>;
  settle(given: boolean): void;
}

let question: Question | null = null;
const listeners = new Set<() => void>();

function change(next: Question | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/** The open question, as `useSyncExternalStore` wants it. */
export const freshPassword = {
  get: (): Question | null => question,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Has the password asked once more; false when the user would rather not. */
export function askForFreshPassword(): Promise<boolean> {
  if (question) return question.answer;
  let resolve: (given: boolean) => void = () => {};
  const answer = new Promise<boolean>((settled) => {
    resolve = settled;
  });
  const settle = (given: boolean) => {
    change(null);
    resolve(given);
  };
  change({ answer, settle });
  return answer;
}
