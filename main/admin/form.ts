import type * as z from 'zod';
import type { AdminField } from '#contract/admin/record.ts';
import { filled } from '#contract/ground/shape.ts';
import type { Reader } from '#db/index.ts';
import type { Context } from '#main/call/caller.ts';
import type { RecordVersion } from '#main/records/save.ts';
import { Refusal } from '#main/refusal.ts';
import { wrongFields } from '#main/wrongFields.ts';
import type { Form, Reading, RowVersion } from './table.ts';

interface FormOptions<S extends z.ZodType> {
  root: string;
  schema: S;
  fields: AdminField[];
  load(reading: Reading, id: string): Promise<{ values: z.input<S>; version: number; createdAt?: number }>;
  save?(context: Context, place: RowVersion, values: z.output<S>): Promise<unknown>;
  create?(context: Context, createKey: string, values: z.output<S>): Promise<{ id: number }>;
  /** What a new record starts with, where the schema does not say it. */
  blank?: Record<string, unknown>;
}

/** A form whose values are checked by its schema before the module sees them. */
export function formOf<S extends z.ZodType>(options: FormOptions<S>): Form {
  const { root, schema, fields, load, save, create, blank = {} } = options;
  const parse = (values: unknown): z.output<S> => {
    const result = schema.safeParse(values);
    if (result.success) return result.data;
    throw new Refusal('VALIDATION', { fields: wrongFields(result.error.issues, root) });
  };
  return {
    root,
    schema,
    fields,
    blank,
    load: async (reading, id) => {
      const { values, ...rest } = await load(reading, id);
      return { values: values as Record<string, unknown>, ...rest };
    },
    ...(save && { save: (context, place, values) => save(context, place, parse(values)) }),
    ...(create && { create: async (context, key, values) => (await create(context, key, parse(values))).id }),
  };
}

interface Kept {
  version: number;
  createdAt: number;
}

interface RecordFormOptions<S extends z.ZodObject, R> {
  root: string;
  schema: S;
  fields: AdminField[];
  load(reader: Reader, id: number): Promise<R>;
  save(context: Context, place: RecordVersion, values: z.output<S>): Promise<unknown>;
  /** Left out where records are not added here. */
  create?(context: Context, createKey: string, values: z.output<S>): Promise<{ id: number }>;
}

/** The form of a record that keeps the fields of its schema, as most kinds do. */
export function recordForm<S extends z.ZodObject, R extends z.output<S> & Kept>(
  options: RecordFormOptions<S, R>,
): Form {
  const { schema, load, save } = options;
  return formOf<S>({
    ...options,
    async load({ reader }, id) {
      const record = await load(reader, Number(id));
      const { version, createdAt } = record;
      return { values: filled(schema, record) as z.input<S>, version, createdAt };
    },
    save: (context, { id, version }, values) => save(context, { id: Number(id), version }, values),
  });
}
