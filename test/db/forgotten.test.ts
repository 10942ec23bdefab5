import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { programRoot } from '#main/root.ts';
import { sourcesOf } from '#test/support/imports.ts';

/**
 * A query that is put together and neither awaited, returned nor run does nothing at all, and lint does not see that: to the
 * compiler it is no promise yet.
 */
const ASKED = /^(?:tx|orm|\w*[rR]eader|\w*[wW]riter)$/;
const BUILDING = /^(?:insert|update|delete|select|selectDistinct)$/;
const RUNNING = /^(?:run|all|get|execute)$/;

interface Node {
  type: string;
  start: number;
  end: number;
  expression?: Node;
  callee?: Node;
  object?: Node;
  property?: Node;
  name?: string;
}

/** The methods of a chain such as `tx.delete(a).where(b)`, from what it begins with on; empty for anything else. */
function chain(node: Node | undefined): string[] {
  if (node?.type === 'Identifier') return [node.name ?? ''];
  if (node?.type === 'CallExpression') return chain(node.callee);
  if (node?.type !== 'MemberExpression') return [];
  const before = chain(node.object);
  return before.length > 0 ? [...before, node.property?.name ?? ''] : [];
}

function isForgotten(statement: Node): boolean {
  const [asked = '', first = '', ...rest] = chain(statement.expression);
  return ASKED.test(asked) && BUILDING.test(first) && !RUNNING.test(rest.at(-1) ?? '');
}

function* statementsIn(node: unknown): Generator<Node> {
  if (typeof node !== 'object' || node === null) return;
  if ('type' in node && node.type === 'ExpressionStatement') yield node as Node;
  for (const child of Object.values(node)) yield* statementsIn(child);
}

const forgottenIn = (code: string): string[] =>
  [...statementsIn(parseSync('x.ts', code).program)]
    .filter(isForgotten)
    .map(({ start, end }) => code.slice(start, end));

describe('a query that nobody runs', () => {
  it('stands nowhere in the database', () => {
    const files = sourcesOf('db');
    expect(files.length).toBeGreaterThan(80);
    const found = files.flatMap((file) =>
      forgottenIn(readFileSync(join(programRoot, file), 'utf8')).map((statement) => `${file}: ${statement}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'async function f(tx) {\n  tx.delete(patient).where(eq(patient.id, 1));\n}',
    'tx\n  .update(patient)\n  .set({ version: 2 });',
    'if (a) tx.insert(patient).values(row);',
    'for (const row of rows) tx.insert(patient).values(row).onConflictDoNothing();',
    'reader.select().from(patient).prepare();',
  ])('is found: %j', (code) => expect(forgottenIn(code)).toHaveLength(1));

  it.each(['await tx.delete(patient);', 'const q = tx.insert(a).values(b);', 'tx.delete(patient).run();'])(
    'is not one where it is run: %j',
    (code) => expect(forgottenIn(code)).toEqual([]),
  );
});
