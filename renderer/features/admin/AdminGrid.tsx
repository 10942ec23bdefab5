import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { AdminRow, AdminTable } from '#contract/admin.ts';
import classes from './AdminGrid.module.css';
import { AdminGridHead } from './AdminGridHead.tsx';
import { AdminRowLine } from './AdminRowLine.tsx';
import type { AdminSearch } from './adminSearch.ts';
import type { Marking } from './useMarked.ts';
import { tableWords } from './words.ts';

const ROW_HEIGHT = 40;
const HEAD = 36;
/** Rows before the end at which more is asked for. */
const NEAR = 30;

interface AdminGridProps {
  table: AdminTable;
  rows: AdminRow[];
  hasMore: boolean;
  more: () => void;
  search: AdminSearch;
  onSearch: (part: Partial<AdminSearch>) => void;
  marking: Marking;
  canMark: boolean;
  onOpen: (row: AdminRow) => void;
  scroller: RefObject<HTMLDivElement | null>;
}

/** Any number of rows of any table: only those in sight exist. */
export function AdminGrid(props: AdminGridProps) {
  const { table, rows, marking, scroller, canMark } = props;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
    scrollMargin: HEAD,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (props.hasMore && last > rows.length - NEAR) props.more();
  });
  useFocusOnArrival(scroller);
  useRowInSight(scroller, marking.at);
  const columns = table.columns.map(({ kind }) => widths[kind]).join(' ');
  const template = `${canMark ? '28px ' : ''}${columns}`;
  const active = marking.at === null ? undefined : rows[marking.at]?.id;
  return (
    <div
      ref={scroller}
      className={classes.grid}
      role="grid"
      aria-label={tableWords(table.name).title}
      aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      aria-multiselectable={canMark}
      aria-activedescendant={active === undefined ? undefined : rowId(active)}
      tabIndex={0}
      onKeyDown={marking.onKey}
      style={{ '--columns': template } as React.CSSProperties}
    >
      <AdminGridHead {...props} />
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <AdminRowLine
              key={row.id}
              table={table}
              row={row}
              index={index}
              top={start - HEAD}
              isHere={index === marking.at}
              isMarked={marking.isMarked(row.id)}
              canMark={canMark}
              onClick={marking.onClick}
              onMark={marking.toggle}
              onOpen={props.onOpen}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

const widths: Record<AdminTable['columns'][number]['kind'], string> = {
  name: 'minmax(160px, 2fr)',
  text: 'minmax(110px, 1.4fr)',
  tags: 'minmax(120px, 1.6fr)',
  choice: 'minmax(110px, 1fr)',
  moment: 'minmax(165px, 1fr)',
  date: 'minmax(110px, 1fr)',
  number: 'minmax(80px, .7fr)',
  milliseconds: 'minmax(90px, .7fr)',
  flag: 'minmax(84px, .6fr)',
};

/** The element of a row; ids of records may hold spaces, those of elements may not. */
export const rowId = (id: string): string => `row-${encodeURIComponent(id)}`;

/** The list takes the keys from the start, unless something else has them. */
function useFocusOnArrival(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    const isFree = activeElement === document.body || activeElement?.tagName === 'MAIN';
    if (isFree || activeElement?.closest('nav')) scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
}

function useRowInSight(scroller: RefObject<HTMLDivElement | null>, at: number | null): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element || at === null) return;
    const top = at * ROW_HEIGHT;
    const room = element.clientHeight - HEAD - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  }, [scroller, at]);
}
