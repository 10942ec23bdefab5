import * as z from 'zod';
import { id, instant, recordStatus, version } from './fields.ts';
import { pick } from './pick.ts';

/**
 * A form's schema is the one list of a record's fields. What is stored, what an empty form holds, and what the history
 * tells are made of it here; a field added to the form is in all of them.
 */
type Form = z.ZodObject;

/** What a form holds once it is checked. */
type Checked<F extends Form> = z.output<F>;

type StoredShape<F extends Form> = { [K in keyof Checked<F>]-?: z.ZodType<Checked<F>[K], Checked<F>[K]> };

/** The fields of a form as they are stored, without the rules for what is typed: what was stored before a rule stays readable. */
export function storedFields<F extends Form>(form: F): z.ZodObject<StoredShape<F>> {
  return z.object(eachOf(form.shape, plain) as StoredShape<F>);
}

const keptWithEach = { id, status: recordStatus, version, createdAt: instant, updatedAt: instant };

/** A record: the fields of its form, what is kept with every record, and what `more` says of this kind alone. */
export const stored = <F extends Form, More extends z.ZodRawShape>(form: F, more: More) =>
  storedFields(form).extend(keptWithEach).extend(more);

/** What stands in a form while somebody fills it in: a text or choice may still be empty. */
export type Values<F extends Form> = {
  [K in keyof Checked<F>]-?: Checked<F>[K] extends string ? Checked<F>[K] | '' : Checked<F>[K];
};

/** An empty form: each field's default, and otherwise nothing. */
export const blank = <F extends Form>(form: F): Values<F> => eachOf(form.shape, emptyOf) as Values<F>;

/** The part of a record that its form holds. */
export const filled = <F extends Form>(form: F, record: Checked<F>): Checked<F> =>
  pick(form.shape, record as Record<string, unknown>) as Checked<F>;

/** The names of a form's fields, in its order. */
export const namesOf = <F extends Form>(form: F) => Object.keys(form.shape) as Array<keyof Checked<F> & string>;

/** What a record's history tells: the fields of its form, and whether it was archived. */
export const told = <F extends Form>(form: F) => [...namesOf(form), 'status' as const];

type Part = z.core.$ZodType;

function eachOf<T>(shape: Record<string, Part>, make: (part: Part, name: string) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, make(part, name)]));
}

/** The type of a field without its rules. Raises for a type that no form had before: it is decided here what is kept of it. */
function plain(part: Part): z.ZodType {
  if (part instanceof z.ZodDefault || part instanceof z.ZodPrefault) return plain(part.unwrap());
  if (part instanceof z.ZodNullable) return plain(part.unwrap()).nullable();
  if (part instanceof z.ZodOptional) return plain(part.unwrap()).optional();
  if (part instanceof z.ZodPipe) return plain(part.in);
  if (part instanceof z.ZodArray) return z.array(plain(part.element));
  if (part instanceof z.ZodTuple) return z.tuple(part.def.items.map(plain) as [z.ZodType]);
  if (part instanceof z.ZodObject) return z.object(eachOf(part.shape, plain));
  if (part instanceof z.ZodEnum || part instanceof z.ZodBoolean || part instanceof z.ZodNumber) return part;
  if (part instanceof z.ZodString) return z.string();
  throw new Error(`a form has no field of the type ${part._zod.def.type} yet`);
}

/** What stands in a field that nobody has filled in. */
function emptyOf(part: Part): unknown {
  if (part instanceof z.ZodDefault || part instanceof z.ZodPrefault) return structuredClone(part.def.defaultValue);
  if (part instanceof z.ZodNullable) return null;
  if (part instanceof z.ZodArray) return [];
  if (part instanceof z.ZodBoolean) return false;
  return part instanceof z.ZodOptional ? undefined : '';
}
