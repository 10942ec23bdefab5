import type { Sentence } from '#contract/ground/errors.ts';
import { translate } from '#main/texts.ts';

/** The source as a whole cannot be imported, for a reason a person can do something about. */
export class ImportProblem extends Error {
  readonly sentence: Sentence;

  constructor(name: string, params: Record<string, string | number> = {}) {
    const sentence = { key: `imports.problem.${name}`, params };
    super(translate(sentence.key, params));
    this.name = 'ImportProblem';
    this.sentence = sentence;
  }
}

/** The words for a reason of the report. */
export function reason(name: string, params: Record<string, string | number> = {}): string {
  return translate(`imports.reason.${name}`, params);
}
