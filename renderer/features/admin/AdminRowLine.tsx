import { Link } from '@tanstack/react-router';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminColumn, AdminRow, AdminTable } from '#contract/admin/table.ts';
import grid from '#renderer/ui/Grid.module.css';
import classes from './AdminGrid.module.css';
import { rowId } from './rowId.ts';
import { cellWords } from './words.ts';

interface AdminRowLineProps {
  table: AdminTable;
  row: AdminRow;
  index: number;
  top: number;
  isHere: boolean;
  isMarked: boolean;
  canMark: boolean;
  onClick: (index: number, event: MouseEvent) => void;
  onMark: (index: number, event: { shiftKey: boolean }) => void;
  onOpen: (row: AdminRow) => void;
}

/** One row of any table. */
export const AdminRowLine = memo(function AdminRowLine(props: AdminRowLineProps) {
  const { table, row, index, isMarked, canMark } = props;
  const { t } = useTranslation('admin');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys
    <div
      role="row"
      id={rowId(row.id)}
      aria-rowindex={index + 2}
      aria-selected={canMark ? isMarked : undefined}
      data-here={props.isHere || undefined}
      className={`${grid.row} ${classes.row}`}
      style={{ transform: `translateY(${props.top}px)` }}
      onClick={(event) => props.onClick(index, event)}
      onDoubleClick={() => props.onOpen(row)}
    >
      {canMark && (
        <span role="gridcell" className={classes.mark}>
          <input
            type="checkbox"
            tabIndex={-1}
            checked={isMarked}
            onChange={() => undefined}
            onClick={(event) => {
              event.stopPropagation();
              props.onMark(index, event);
            }}
            aria-label={t('bulk.select', { label: row.label })}
          />
        </span>
      )}
      {table.columns.map((column) => (
        <span key={column.name} role="gridcell" data-kind={column.kind}>
          <Cell table={table} row={row} column={column} />
        </span>
      ))}
    </div>
  );
});

/** Values of a closed set that want attention. */
const tones: Record<string, string> = {
  error: 'danger',
  warn: 'warn',
  awaiting: 'warn',
  failure: 'warn',
  throttled: 'danger',
  failing: 'danger',
  INTERNAL: 'danger',
  inactive: 'muted',
  archived: 'muted',
};

function Cell({ table, row, column }: { table: AdminTable; row: AdminRow; column: AdminColumn }) {
  const value = row.cells[column.name];
  const words = cellWords(column, value);
  const { t } = useTranslation('admin');
  if (column.kind === 'name' && table.hasRecords)
    return (
      <Link
        to="/admin/$table/$recordId"
        params={{ table: table.name, recordId: row.id }}
        preload={false}
        tabIndex={-1}
        className={classes.link}
        dir="auto"
      >
        {words || (column.name === 'person' ? t('list.nobody') : row.label)}
      </Link>
    );
  const tone = column.kind === 'choice' ? tones[String(value)] : undefined;
  if (tone)
    return (
      <span className={`${grid.mark} ${classes.tone}`} data-tone={tone}>
        {words}
      </span>
    );
  return <span dir={column.kind === 'text' || column.kind === 'record' ? 'auto' : undefined}>{words}</span>;
}
