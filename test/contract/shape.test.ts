import { existsSync, globSync, readFileSync } from 'node:fs';
import { getTableColumns } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { entities, type Kind, kinds } from '#contract/entities.ts';
import { blank, filled, namesOf, stored, storedFields, told } from '#contract/ground/shape.ts';
import { contract } from '#contract/index.ts';
import * as tables from '#db/schema/index.ts';
import { adminTables } from '#main/modules/index.ts';

const form = z.strictObject({
  name: z
    .string()
    .max(5)
    .transform((text) => text.trim())
    .refine((text) => text !== ''),
  side: z.enum(['left', 'right']),
  size: z.enum(['small', 'large']).default('large'),
  on: z
    .string()
    .refine((text) => text.startsWith('2'))
    .nullable()
    .default(null),
  many: z
    .array(z.strictObject({ value: z.string().max(3) }))
    .max(1)
    .default([]),
  active: z.boolean().default(true),
});
const record = {
  name: 'far too long',
  side: 'left',
  size: 'small',
  on: '1',
  many: [{ value: 'long' }, { value: '' }],
  active: false,
} as const;

describe('the shape of a record', () => {
  it('reads what was stored before a rule, and nothing of another type', () => {
    const fields = storedFields(form);
    expect(fields.parse(record)).toEqual(record);
    expect(fields.safeParse({ ...record, side: 'middle' }).success).toBe(false);
    expect(fields.safeParse({ ...record, name: null }).success).toBe(false);
  });

  it('has what is kept with every record, and what is said of its kind', () => {
    const kept = { id: 1, version: 1, status: 'active', createdAt: 0, updatedAt: 0 };
    expect(stored(form, { photoId: z.string() }).parse({ ...record, ...kept, photoId: 'x', secret: 1 })).toEqual({
      ...record,
      ...kept,
      photoId: 'x',
    });
  });

  it('begins with its defaults, and otherwise with nothing; no two forms share a list', () => {
    const first = blank(form);
    expect(first).toEqual({ name: '', side: '', size: 'large', on: null, many: [], active: true });
    first.many.push({ value: 'x' });
    expect(blank(form).many).toEqual([]);
  });

  it('fills a form from a record, with nothing that the form does not hold', () => {
    const more = { ...record, many: [...record.many], id: 7, version: 3 };
    expect(filled(form, more)).toEqual(record);
    expect(told(form)).toEqual([...namesOf(form), 'status']);
  });

  it('refuses a type of field of which nobody has decided what is kept', () => {
    expect(() => storedFields(z.strictObject({ when: z.date() }))).toThrow('date');
  });
});

/** The forms of all kinds that are saved by one, as their procedures take them: a new kind is among them by itself. */
const forms = kinds.flatMap((kind) => {
  const module = (contract as Record<string, Record<string, unknown>>)[entities[kind].plural];
  const update = module?.update as { '~orpc': { inputSchema: z.ZodObject } } | undefined;
  const part = update?.['~orpc'].inputSchema.shape[kind];
  return part instanceof z.ZodObject ? [{ kind, form: part, fields: Object.keys(part.shape) }] : [];
});

/** Fields that are links to other records and have tables of their own. */
const LINKS: Partial<Record<Kind, string[]>> = {
  user: ['groupIds', 'permissions', 'doctorId'],
  group: ['permissions'],
};

/** What Administration has an action for instead of a field. */
const ACTIONS: Partial<Record<Kind, string[]>> = { user: ['isActive'] };

function words(module: string, group: string): Record<string, unknown> {
  const file = `assets/locales/en/${module}.json`;
  if (!existsSync(file)) return {};
  const texts = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, unknown>>;
  return texts[group] ?? {};
}

/** The parts of a page in which something is filled in. */
const ASKS = /(?:Fields|Form|Editor|Input)\.tsx$/;
const textOf = (paths: string[]) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

describe.each(forms)('every field of the form of a $kind', ({ kind, form: schema, fields }) => {
  const { plural } = entities[kind];

  it('has its column', () => {
    const table = (tables as Record<string, unknown>)[kind] as Parameters<typeof getTableColumns>[0];
    const columns = Object.keys(getTableColumns(table));
    expect(fields.filter((name) => !columns.includes(name) && !LINKS[kind]?.includes(name))).toEqual([]);
  });

  it('is in the answer of its procedures', () => {
    const get = (contract as unknown as Record<string, Record<string, { '~orpc': { outputSchema: z.ZodObject } }>>)[
      plural
    ]?.get;
    const answered = Object.keys(get?.['~orpc'].outputSchema.shape ?? {});
    expect(fields.filter((name) => !answered.includes(name))).toEqual([]);
  });

  it('is in Administration', () => {
    const shown =
      adminTables
        .find(({ entity }) => entity === kind)
        ?.form?.('1')
        ?.fields.map(({ name }) => name) ?? [];
    expect(fields.filter((name) => !shown.includes(name))).toEqual(ACTIONS[kind] ?? []);
  });

  it('has its words', () => {
    const known = {
      ...words('common', 'person'),
      ...words('admin', 'fields'),
      ...words(plural, 'fields'),
      ...words('admin', 'columns'),
    };
    expect(fields.filter((name) => typeof known[name] !== 'string')).toEqual([]);
  });

  it('can be left empty or has an empty value to begin with', () => {
    expect(Object.keys(blank(schema))).toEqual(fields);
  });
});

const pagesOf = (kind: Kind) => globSync(`renderer/features/*/${entities[kind].plural}/**/*.tsx`);
/** Some have no page but Administration's, which is made of the form. */
const paged = forms.filter(({ kind }) => !(entities[kind] as { path?: string }).path?.startsWith('/admin/'));

it.each(paged)(
  'every field of the form of a $kind is asked for on one page and shown on another',
  ({ kind, fields }) => {
    const [asking, showing] = [
      pagesOf(kind).filter((path) => ASKS.test(path)),
      pagesOf(kind).filter((path) => !ASKS.test(path)),
    ];
    const asked = textOf([...asking, 'renderer/app/forms/PersonFields.tsx']);
    expect(fields.filter((name) => !new RegExp(`['"\`]${name}\\b`).test(asked))).toEqual([]);
    const shown = textOf([...showing, 'preload/contract/ground/names.ts']);
    expect(fields.filter((name) => !new RegExp(`['"\`.]${name}\\b`).test(shown))).toEqual([]);
  },
);

it('finds the forms of patients, doctors, images, users and groups', () => {
  expect(forms.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['patient', 'doctor', 'image', 'user', 'group']),
  );
});
