import { IconPlus } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { AdminTable } from '#contract/admin/table.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { keysText, useShortcut } from '#renderer/app/shortcuts.ts';
import type { AdminQuery } from './adminSearch.ts';
import { ExportButton } from './ExportButton.tsx';
import { tableWords } from './words.ts';

/** What may be done with a table as a whole. */
export function AdminListActions({ table: { name, mayAdd }, query }: { table: AdminTable; query: AdminQuery }) {
  const router = useRouter();
  useShortcut('add', () => void router.navigate({ to: '/admin/$table/new', params: { table: name } }), mayAdd);
  return (
    <>
      <ExportButton query={query} />
      {mayAdd && (
        <LinkButton
          to="/admin/$table/new"
          params={{ table: name }}
          leftSection={<IconPlus size={18} aria-hidden="true" />}
          title={keysText('add')}
        >
          {tableWords(name).add}
        </LinkButton>
      )}
    </>
  );
}
