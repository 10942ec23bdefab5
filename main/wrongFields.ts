import type { FieldError } from '#contract/ground/errors.ts';
import { isText } from './texts.ts';

/** What a schema found wrong, as every schema library says it. */
interface Issue {
  readonly message: string;
  readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
}

/**
 * The wrong fields of a form, each by its path below `root`. Messages of our schemas are the keys of texts; whatever a library
 * says in its own words becomes the general one.
 */
export const wrongFields = (issues: readonly Issue[], root?: string): FieldError[] =>
  issues.map(({ message, path }) => ({
    path: [...(root === undefined ? [] : [root]), ...pathOf(path)].join('.'),
    key: isText(message) ? message : 'validation.invalid',
  }));

/** Where in the form an issue is, part by part. */
export const pathOf = (path: Issue['path']): string[] =>
  (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
