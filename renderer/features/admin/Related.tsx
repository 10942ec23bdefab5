import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdminTable } from '#contract/admin/table.ts';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { useAdminTable } from './useAdminTable.ts';
import { cellWords, tableWords } from './words.ts';

const MOST = 5;

/** The newest few of what belongs to a record, and the way to all of it. */
export function Related({ table: name, filter, id }: { table: string; filter: string; id: string }) {
  const { table } = useAdminTable(name);
  return table ? <List table={table} filter={filter} id={id} /> : null;
}

function List({ table, filter, id }: { table: AdminTable; filter: string; id: string }) {
  const { t } = useTranslation('admin');
  const filters = { [filter]: id };
  const { data } = useQuery(orpc.admin.list.queryOptions({ input: { table: table.name, filters, limit: MOST } }));
  const { title } = tableWords(table.name);
  return (
    <section className={classes.panel} aria-label={title}>
      <div className={classes.panelHead}>
        <h2>{title}</h2>
        <Link to="/admin/$table" params={{ table: table.name }} search={{ filters }} style={{ fontSize: 14 }}>
          {t('record.showAll')}
          <span className="visually-hidden"> {title}</span>
        </Link>
      </div>
      {data?.rows.length === 0 && <p>{t('record.none')}</p>}
      <ul className={classes.list}>
        {data?.rows.map((row) => (
          <li key={row.id}>
            {table.columns
              .filter(({ name }) => name !== 'person')
              .map((column) => cellWords(column, row.cells[column.name]))
              .filter(Boolean)
              .slice(0, 3)
              .join(' · ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
