import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/dates.ts';
import classes from './dashboard.module.css';

interface ChartCardProps {
  title: string;
  /** What the chart shows, in one sentence. */
  text: string;
  columns: string[];
  rows: Array<{ key: string; cells: Array<string | number> }>;
  isEmpty: boolean;
  children: ReactNode;
}

/** A chart with its title, and the same as a table for whoever reads better so. */
export function ChartCard({ title, text, columns, rows, isEmpty, children }: ChartCardProps) {
  const { t } = useTranslation('dashboard');
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const label = t(asTable ? 'chart.chart' : 'chart.table');
  const Icon = asTable ? IconChartBar : IconTable;
  return (
    <section className={classes.card} aria-labelledby={id}>
      <header className={classes.cardHead}>
        <div>
          <h2 id={id}>{title}</h2>
          <p className={classes.hint}>{text}</p>
        </div>
        {!isEmpty && (
          <Tooltip label={label}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${title}: ${label}`}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon size={18} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
      </header>
      {isEmpty && <p className={classes.nothing}>{t('chart.nothing')}</p>}
      {!isEmpty && !asTable && children}
      {asTable && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls is reached by keyboard
        <section className={classes.scroll} tabIndex={0} aria-label={title}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ key, cells: [name, ...numbers] }) => (
                <tr key={key}>
                  <th scope="row" dir="auto">
                    {name}
                  </th>
                  {numbers.map((value, place) => (
                    <td key={columns[place + 1]}>{typeof value === 'number' ? formatNumber(value) : value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
