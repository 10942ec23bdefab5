import {
  type Arbitrary,
  anything,
  array,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  jsonValue,
  oneof,
  option,
  record,
  string,
  tuple,
} from 'fast-check';
import * as z from 'zod';

/** The part of JSON Schema that zod writes for our inputs. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape | false;
  prefixItems?: Shape[];
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  maxLength?: number;
}

/** What people and attackers write where a text is expected. */
const texts = constantFrom(
  '',
  ' ',
  'ada',
  'Ada Moreau',
  'patients.view',
  '/patients',
  'a@b.example',
  '1984-03-12',
  "'; drop table user; --",
  '../../key.json',
  '__proto__',
  'constructor',
  '<script>alert(1)</script>',
  '\u202egnp.exe',
  '\u0000',
  '=1+1',
  '%00',
  '{{7*7}}',
  'ldap://127.0.0.1:1',
);
const oddTexts = oneof(texts, string({ unit: 'binary', maxLength: 40 }), constant('x'.repeat(3_000)));
const oddNumbers = oneof(integer({ min: -2, max: 6 }), integer(), double(), constant(Number.MAX_SAFE_INTEGER + 2));
const junk: Arbitrary<unknown> = oneof(
  anything({ withNullPrototype: true, withDate: true, withBigInt: false, maxDepth: 3 }),
  oddTexts,
  oddNumbers,
  constant(JSON.parse('{"__proto__":{"isSuperuser":true}}')),
  constant({ constructor: { prototype: { isSuperuser: true } } }),
);

/** Inputs for a schema: some that fit, some that nearly do, some that are nothing of the kind. */
export function inputsFor(schema: z.ZodType | undefined): Arbitrary<unknown> {
  if (!schema) return junk;
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', cycles: 'ref' }) as Shape;
  return oneof(
    { weight: 5, arbitrary: fitting(shape, 0) },
    { weight: 3, arbitrary: fitting(shape, 0.2) },
    { weight: 1, arbitrary: junk },
  );
}

/** Values of a shape; each part is something else with the likelihood `odd`. */
function fitting(shape: Shape, odd: number): Arbitrary<unknown> {
  const fits = plain(shape, odd);
  if (odd === 0) return fits;
  const weight = Math.round(odd * 100);
  return oneof({ weight: 100 - weight, arbitrary: fits }, { weight, arbitrary: junk });
}

function plain(shape: Shape, odd: number): Arbitrary<unknown> {
  if ('const' in shape) return constant(shape.const);
  if (shape.enum) return constantFrom(...shape.enum);
  if (shape.anyOf) return oneof(...shape.anyOf.map((part) => fitting(part, odd)));
  switch (shape.type) {
    case 'object':
      return objectOf(shape, odd);
    case 'array':
      if (shape.prefixItems) return tuple(...shape.prefixItems.map((part) => fitting(part, odd)));
      return array(fitting(shape.items || {}, odd), {
        minLength: Math.min(shape.minItems ?? 0, 10),
        maxLength: Math.min(shape.maxItems ?? 4, 10),
      });
    case 'string':
      return oddTexts;
    case 'integer':
    case 'number':
      return numberIn(shape);
    case 'boolean':
      return boolean();
    case 'null':
      return constant(null);
    default:
      return jsonValue({ maxDepth: 3 });
  }
}

/** Small numbers first: those are the ids that exist. */
function numberIn({ minimum, exclusiveMinimum, maximum = 1_000 }: Shape): Arbitrary<unknown> {
  const min = minimum ?? (exclusiveMinimum === undefined ? 0 : exclusiveMinimum + 1);
  const most = Math.max(min, Math.min(maximum, min + 6));
  return oneof(integer({ min, max: most }), oddNumbers);
}

function objectOf({ properties = {}, required = [] }: Shape, odd: number): Arbitrary<unknown> {
  const parts = Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, fitting(part, odd)]));
  const known = record(parts, { requiredKeys: required });
  if (odd === 0) return known;
  return option(constantFrom('extra', 'isSuperuser', 'id', 'toString'), { freq: 4, nil: null }).chain((extra) =>
    extra === null ? known : known.map((value) => ({ ...value, [extra]: 1 })),
  );
}
