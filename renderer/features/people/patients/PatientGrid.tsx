import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientRow } from '#contract/people/patients.ts';
import { rememberList } from '#renderer/app/listMemory.ts';
import { useListPosition } from '#renderer/app/useListPosition.ts';
import grid from '#renderer/ui/Grid.module.css';
import classes from './PatientGrid.module.css';
import { PatientGridHead } from './PatientGridHead.tsx';
import { PatientRowLine, rowId } from './PatientRowLine.tsx';
import type { PatientsSearch } from './patientsSearch.ts';
import { useHeldRows } from './useHeldRows.ts';
import type { PatientRows } from './usePatientRows.ts';
import { ROW_HEIGHT } from './useSelection.ts';

/** The height of the columns' names, as in the stylesheet. */
const HEAD = 36;
/** Rows from either end of what is loaded at which more is asked for. */
const NEAR = 30;

/** The list's id, of which a page has one. */
export const PATIENT_GRID = 'patient-list';

interface PatientGridProps {
  list: PatientRows;
  /** Under which name the list remembers where it stood. */
  path: string;
  search: PatientsSearch;
  onSearch: (part: Partial<PatientsSearch>) => void;
  selected: number | null;
  scroller: RefObject<HTMLDivElement | null>;
  onSelect: (index: number) => void;
  onOpen: (index: number) => void;
  onKey: (event: KeyboardEvent) => void;
}

/** Any number of patients: only the rows in sight exist. */
export function PatientGrid(props: PatientGridProps) {
  const { list, path, selected, scroller } = props;
  const { t } = useTranslation('patients');
  const rows = list.rows ?? [];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    // While one types, what is out of sight is soon out of the list.
    overscan: list.searching ? 2 : 8,
    scrollMargin: HEAD,
    initialOffset: list.from,
  });
  const items = virtual.getVirtualItems();
  useHeldRows(scroller, rows, ROW_HEIGHT);
  const scrolled = useListPosition(scroller, {
    from: list.from,
    hasMore: list.hasMore,
    more: list.more,
    keep: (scrollTop) => rememberList(path, { scrollTop, start: list.startAt(scrollTop) }),
  });
  useFocusOnArrival(scroller);
  useMore(list, items[0]?.index, items.at(-1)?.index);
  const leaveInPlace = useSelectionInView(scroller, rows, selected);

  const click = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index === null) return;
    if (isOnLink(event)) {
      event.preventDefault();
      props.onOpen(index);
    } else {
      leaveInPlace(rows[index]?.id ?? null);
      props.onSelect(index);
    }
  };
  const open = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index !== null) props.onOpen(index);
  };

  return (
    <div
      ref={scroller}
      className={`${grid.grid} ${classes.grid}`}
      id={PATIENT_GRID}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={list.hasMore ? -1 : rows.length + 1}
      aria-activedescendant={selected === null ? undefined : rowId(selected)}
      tabIndex={0}
      onKeyDown={props.onKey}
      onScroll={scrolled}
    >
      <PatientGridHead search={props.search} onSearch={props.onSearch} sortable={!list.searching} />
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid above takes the keys */}
      <div
        role="rowgroup"
        className={grid.body}
        style={{ height: virtual.getTotalSize() }}
        onClick={click}
        onDoubleClick={open}
      >
        {/* By place, not by patient: while one types, the lines stay and only what stands in them changes. */}
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <PatientRowLine key={index} row={row} index={index} top={start - HEAD} selected={row.id === selected} />
          ) : null;
        })}
      </div>
    </div>
  );
}

/** Which row somebody clicked; null beside the rows. */
function indexOf(target: EventTarget): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return line ? Number(line.dataset.index) : null;
}

/** A plain click on the name; one with a key held down is the browser's, for another tab. */
function isOnLink({ target, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return target instanceof Element && target.closest('a') !== null && !(ctrlKey || metaKey || shiftKey || altKey);
}

/** Asks for the pages around before one gets there. */
function useMore(list: PatientRows, first: number | undefined, last: number | undefined): void {
  const count = list.rows?.length ?? 0;
  const { more, before, settled } = list;
  useEffect(() => {
    if (first === undefined || last === undefined || !settled) return;
    if (last > count - NEAR) more();
    else if (first < NEAR) before();
  });
}

/** Keeps the chosen row in sight as the arrows move it; what it answers leaves one where it is. */
function useSelectionInView(
  scroller: RefObject<HTMLDivElement | null>,
  rows: readonly PatientRow[],
  selected: number | null,
): (id: number | null) => void {
  const last = useRef(selected);
  useEffect(() => {
    const element = scroller.current;
    const index = rows.findIndex((row) => row.id === selected);
    // Rows that come above move it as well, but then nobody has moved the choice.
    if (!element || index < 0 || last.current === selected) return;
    last.current = selected;
    const top = index * ROW_HEIGHT;
    const room = element.clientHeight - HEAD - ROW_HEIGHT;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
  }, [scroller, rows, selected]);
  return (id) => {
    last.current = id;
  };
}

/** The list takes the keys from the start, so that arrows and letters work without a click; unless something else has them. */
function useFocusOnArrival(scroller: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const { activeElement } = document;
    const isTaken = activeElement && activeElement !== document.body && activeElement.tagName !== 'MAIN';
    if (!isTaken || activeElement.closest('nav')) scroller.current?.focus({ preventScroll: true });
  }, [scroller]);
}
