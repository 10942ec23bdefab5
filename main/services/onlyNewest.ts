import { Refusal } from '#main/refusal.ts';

const noop = () => {};

/**
 * For questions that only their newest answer helps, such as those of a field at every keystroke: each asker has one under
 * way. One that waits for it is called off (CANCELLED) when the same asker asks again.
 */
export function onlyNewest() {
  const newest = new WeakMap<object, { settled: Promise<void> }>();
  return <T>(asker: object, answer: () => Promise<T>): Promise<T> => {
    const before = newest.get(asker);
    const mine = { settled: Promise.resolve() };
    newest.set(asker, mine);
    const answered = (before?.settled ?? mine.settled).then(() => {
      if (newest.get(asker) !== mine && before) throw new Refusal('CANCELLED');
      return answer();
    });
    mine.settled = answered.then(noop, noop);
    return answered;
  };
}
