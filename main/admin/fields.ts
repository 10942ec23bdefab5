import * as z from 'zod';
import type { AdminField } from '#contract/admin/record.ts';
import { entities, type Kind } from '#contract/entities.ts';

interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  /** The kind of record whose id this is (`idOf`). */
  refersTo?: Kind;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  anyOf?: JsonSchema[];
}

type Hints = Record<string, Partial<AdminField> | 'out'>;

const LONG = 400;

/**
 * The fields of a form, read off the schema that checks it. Hints say what a schema cannot: that a list is the week's
 * hours, or a text a secret. What has no kind of its own stays out of the form, and as it is.
 */
export function fieldsOf(schema: z.ZodType, hints: Hints = {}): AdminField[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const fields = walk(json, schema, [], hints);
  // The matrix of rights is long; everything else stands above it.
  return fields.sort((a, b) => Number(a.kind === 'permissions') - Number(b.kind === 'permissions'));
}

function walk(json: JsonSchema, schema: unknown, path: string[], hints: Hints): AdminField[] {
  return Object.entries(json.properties ?? {}).flatMap(([key, part]) => {
    const name = [...path, key].join('.');
    const hint = hints[name];
    if (hint === 'out') return [];
    const inner = partOf(schema, key);
    const plain = part.anyOf?.find((choice) => choice.type !== 'null') ?? part;
    if (plain.properties && !hint) return walk(plain, inner, [...path, key], hints);
    const kind = hint?.kind ?? kindOf(plain);
    const parts = kind === 'rows' ? walk(plain.items ?? {}, elementOf(inner), [...path, key], hints) : undefined;
    const nullable = kind === 'number' && plain !== part;
    if (!kind) return [];
    const required = !nullable && isRequired(inner, kind);
    return [
      { name, required, ...(nullable && { nullable }), ...limitsOf(plain), ...hint, kind, ...(parts && { parts }) },
    ];
  });
}

function kindOf(json: JsonSchema): AdminField['kind'] | null {
  if (json.enum) return 'choice';
  if (json.refersTo) return 'one';
  if (json.format === 'date') return 'date';
  switch (json.type) {
    case 'boolean':
      return 'flag';
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
      return (json.maxLength ?? 0) > LONG ? 'paragraph' : 'text';
    case 'array':
      if (json.items?.enum) return 'choices';
      if (json.items?.properties) return 'rows';
      return json.items?.type === 'string' ? 'words' : null;
    default:
      return null;
  }
}

function limitsOf(json: JsonSchema): Partial<AdminField> {
  const options = json.enum ?? json.items?.enum;
  const [least, most] = [json.minimum, json.maximum].map((bound) =>
    bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound,
  );
  return {
    ...(json.maxLength !== undefined && { maxLength: json.maxLength }),
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(options && { options: options.map(String) }),
    ...(json.refersTo && { table: entities[json.refersTo].plural }),
  };
}

const typed = new Set<AdminField['kind']>(['text', 'paragraph', 'date']);

/** What may not be left empty is asked for; what rules beyond that there are, the schema tells when it is saved. */
function isRequired(schema: unknown, kind: AdminField['kind']): boolean {
  if (!(schema instanceof z.ZodType)) return false;
  // An emptied box is not meant as the number that stands for none.
  if (kind === 'number') return !schema.safeParse(null).success;
  if (kind === 'choice') return !schema.safeParse(null).success && !schema.safeParse(undefined).success;
  return typed.has(kind) && !schema.safeParse('').success && !schema.safeParse(null).success;
}

/** What a list is made of, whatever stands in for a list that is left out. */
function elementOf(schema: unknown): unknown {
  const list = schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault ? schema.unwrap() : schema;
  return list instanceof z.ZodArray ? list.element : undefined;
}

function partOf(schema: unknown, key: string): unknown {
  if (!(schema instanceof z.ZodObject)) return undefined;
  const part: unknown = schema.shape[key];
  return part;
}
