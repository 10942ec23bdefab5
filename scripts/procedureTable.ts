import type { ProcedureMeta } from '#contract/ground/procedure.ts';
import { declaredProcedures } from '#main/services/permissions.ts';

/** Where the table stands in the repository. */
export const PROCEDURES_PAGE = 'docs/procedures.md';

const list = (value: string | readonly string[] | undefined) => (value === undefined ? [] : [value].flat());

/** `access`, then what the pipeline does beside asking for it. */
function rowOf({ name, meta }: { name: string; meta: ProcedureMeta }): string {
  const { access, effect, audit, cache, exempt, fresh, quiet } = meta;
  const remarks = [
    ...(fresh ? ['fresh password'] : []),
    ...list(exempt).map((wall) => `in spite of ${wall}`),
    ...(cache ? [`kept ${cache.seconds} s a ${cache.scope}`] : []),
    ...(quiet ? ['quiet'] : []),
  ];
  const cells = [
    `\`${name}\``,
    list(access).join(' or '),
    effect,
    audit ? `${audit.action} ${audit.entity}` : '',
    remarks.join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The page itself, in Markdown, made of what the contract declares and nothing else. */
export function proceduresPage(): string {
  const rows = declaredProcedures()
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(rowOf);
  return `# Everything that can be called

${rows.length} procedures, as the contract in \`preload/contract\` declares them; \`npm run procedures\` writes this page.

- **Access**: \`public\` anybody at the computer, \`signedIn\` any active user, otherwise one of the permissions named.
- **Effect**: a \`write\` is one transaction with its row in the audit.
- **Audit**: what the row is called; without one, only refusals leave a row.

| Procedure | Access | Effect | Audit | And |
|---|---|---|---|---|
${rows.join('\n')}
`;
}
