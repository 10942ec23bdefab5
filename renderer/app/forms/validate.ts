import type { z } from 'zod';
import type { Sentence } from '#contract/ground/errors.ts';
import { hasText, say } from '../i18n.ts';
import { problemOf, sentenceText } from '../problem.ts';

type Issue = z.core.$ZodIssue;

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    values,
  );
}

/** Nothing was entered where something is needed: that is what one should read, not that nothing is not a date. */
function keyOf(issue: Issue, values: unknown): string {
  const value = valueAt(values, issue.path);
  if (value === '' || value === undefined || value === null) return 'validation.required';
  return hasText(issue.message) ? issue.message : 'validation.invalid';
}

/** What our own checks put into their sentence, such as the limits of a number. */
const paramsOf = (issue: Issue): Sentence['params'] => (issue.code === 'custom' ? issue.params : undefined);

/** Checks a form's values with the schema of the call; answers each wrong field's text by its path. */
export function validateWith(schema: z.ZodType): (values: unknown) => Record<string, string> {
  return (values) => {
    const result = schema.safeParse(values);
    const errors: Record<string, string> = {};
    for (const issue of result.error?.issues ?? [])
      errors[issue.path.join('.')] ??= say(keyOf(issue, values), paramsOf(issue));
    return errors;
  };
}

/** The fields that main refused, by their path in the form; `root` is the form's name in the call's input. */
export function serverErrors(error: unknown, root: string): Record<string, string> {
  const fields = problemOf(error).fields ?? [];
  return Object.fromEntries(
    fields.map((field) => {
      const path = field.path.startsWith(`${root}.`) ? field.path.slice(root.length + 1) : field.path;
      return [path, sentenceText(field) ?? say('validation.invalid')];
    }),
  );
}

/** Puts the cursor into the first wrong field and that into sight, once the page shows which one it is. */
export function focusFirstError(): void {
  setTimeout(() => {
    const field = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus({ preventScroll: true });
    // In the middle: what sticks to the edges of the page would cover it there.
    field?.scrollIntoView({ block: 'center' });
  }, 30);
}
