import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type RefObject, useEffect } from 'react';
import type { AdminRow, AdminTable } from '#contract/admin/table.ts';
import { useListPosition } from '#renderer/app/useListPosition.ts';
import grid from '#renderer/ui/Grid.module.css';
import { AdminGridHead } from './AdminGridHead.tsx';
import { AdminRowLine } from './AdminRowLine.tsx';
import type { AdminSearch } from './adminSearch.ts';
import { rowId } from './rowId.ts';
import type { Marking } from './useMarked.ts';
import { columnName, tableWords } from './words.ts';

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
  /** Where the list stood when it was left. */
  from: number;
  keep: (scrollTop: number) => void;
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
    initialOffset: props.from,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (props.hasMore && last > rows.length - NEAR) props.more();
  });
  const scrolled = useListPosition(scroller, props);
  useFocusOnArrival(scroller);
  useRowInSight(scroller, marking.at);
  const room = roomFor(table, canMark);
  const active = marking.at === null ? undefined : rows[marking.at]?.id;
  return (
    <div
      ref={scroller}
      className={grid.grid}
      role="grid"
      aria-label={tableWords(table.name).title}
      aria-rowcount={props.hasMore ? -1 : rows.length + 1}
      aria-multiselectable={canMark}
      aria-activedescendant={active === undefined ? undefined : rowId(active)}
      tabIndex={0}
      onKeyDown={marking.onKey}
      onScroll={scrolled}
      style={room}
    >
      <AdminGridHead {...props} />
      <div role="rowgroup" className={grid.body} style={{ height: virtual.getTotalSize() }}>
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

/** What a column needs at least, and its share of the room that is left. */
const widths: Record<AdminTable['columns'][number]['kind'], [least: number, share: number]> = {
  name: [150, 2],
  record: [156, 2.4],
  text: [110, 1.4],
  tags: [120, 1.6],
  choice: [104, 1],
  moment: [184, 1],
  exact: [184, 1],
  date: [110, 1],
  number: [80, 0.7],
  milliseconds: [90, 0.7],
  bytes: [90, 0.7],
  flag: [80, 0.6],
};
const GAP = 12;
const MARGIN = 32;
const BOX = 28;

/** What a column's name takes with its arrow and the space after a number, in pixels: about seven a letter. */
const roomForWord = (word: string): number => word.length * 7 + 36;

/** The columns of head and rows, and how wide both are at least, so that they stay above each other. */
function roomFor({ name: table, columns }: AdminTable, canMark: boolean): CSSProperties {
  const leasts = columns.map(({ name, kind }) => Math.max(widths[kind][0], roomForWord(columnName(table, name))));
  const template = columns.map(({ kind }, at) => `minmax(${leasts[at]}px, ${widths[kind][1]}fr)`);
  const all = canMark ? [`${BOX}px`, ...template] : template;
  const least = leasts.reduce((sum, width) => sum + width, canMark ? BOX : 0);
  const width = `${least + (all.length - 1) * GAP + MARGIN}px`;
  return { '--columns': all.join(' '), '--least': width } as CSSProperties;
}

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
