import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminTable } from '#contract/admin/table.ts';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import classes from './AdminList.module.css';
import type { AdminSearch } from './adminSearch.ts';
import { FilterBar } from './FilterBar.tsx';
import type { useAdminFacets } from './useAdminRows.ts';
import { tableWords } from './words.ts';

interface AdminListToolsProps {
  table: AdminTable;
  search: AdminSearch;
  facets: ReturnType<typeof useAdminFacets>['data'];
  text: string;
  onText: (text: string) => void;
  onSearch: (part: Partial<AdminSearch>) => void;
  /** Takes the keys when they are done with here. */
  list: RefObject<HTMLElement | null>;
}

/** What a list is asked for: words and filters. */
export function AdminListTools({ table, search, facets, text, onText, onSearch, list }: AdminListToolsProps) {
  const { t } = useTranslation('admin');
  const box = useRef<HTMLInputElement>(null);
  useShortcut('find', () => box.current?.select());
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (event.key === 'ArrowDown' || text === '') list.current?.focus();
    else onText('');
  };
  return (
    <search className={classes.tools}>
      {table.searchable && (
        <SearchBox
          ref={box}
          className={classes.search}
          value={text}
          onChange={onText}
          onKeyDown={onKey}
          placeholder={t('list.placeholder')}
          label={t('list.search', { table: tableWords(table.name).title })}
          clearLabel={t('list.clearSearch')}
        />
      )}
      <FilterBar table={table} search={search} facets={facets} onSearch={onSearch} />
    </search>
  );
}
