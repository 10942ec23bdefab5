import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AdminRow, AdminTable } from '#contract/admin/table.ts';
import grid from '#renderer/ui/Grid.module.css';
import classes from './AdminGrid.module.css';
import type { AdminSearch } from './adminSearch.ts';
import type { Marking } from './useMarked.ts';
import { columnName } from './words.ts';

interface AdminGridHeadProps {
  table: AdminTable;
  rows: AdminRow[];
  search: AdminSearch;
  onSearch: (part: Partial<AdminSearch>) => void;
  marking: Marking;
  canMark: boolean;
}

/** The columns' names; those with an order are its switch. */
export function AdminGridHead({ table, rows, search, onSearch, marking, canMark }: AdminGridHeadProps) {
  const { t } = useTranslation('admin');
  const by = search.sort ?? table.sort.by;
  const descending = search.sort === undefined ? table.sort.descending : (search.descending ?? false);
  const sortBy = (name: string) =>
    onSearch({ sort: name, descending: name === by ? !descending || undefined : undefined });
  const allMarked = rows.length > 0 && rows.every(({ id }) => marking.isMarked(id));
  const Arrow = descending ? IconArrowDown : IconArrowUp;
  return (
    <div role="rowgroup" className={grid.head}>
      <div role="row" className={`${grid.headRow} ${classes.headRow}`} aria-rowindex={1}>
        {canMark && (
          <span role="columnheader" className={classes.mark}>
            <input
              type="checkbox"
              checked={allMarked}
              onChange={allMarked ? marking.clear : marking.markShown}
              aria-label={t('bulk.selectAll')}
              title="Ctrl+A"
            />
          </span>
        )}
        {table.columns.map(({ name, kind, sort }) => (
          <span
            key={name}
            role="columnheader"
            data-kind={kind}
            aria-sort={name === by ? (descending ? 'descending' : 'ascending') : undefined}
          >
            {sort ? (
              <button type="button" className={grid.sort} onClick={() => sortBy(name)}>
                <span className={classes.word} title={columnName(table.name, name)}>
                  {columnName(table.name, name)}
                </span>
                {name === by && <Arrow size={14} aria-hidden="true" />}
              </button>
            ) : (
              columnName(table.name, name)
            )}
          </span>
        ))}
      </div>
    </div>
  );
}
