import { Skeleton } from '@mantine/core';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRow, AdminTable } from '#contract/admin/table.ts';
import { recallPosition, rememberList } from '#renderer/app/listMemory.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { useShortcut } from '#renderer/app/shortcuts.ts';
import { useTypedText } from '#renderer/app/useTypedText.ts';
import { Page } from '#renderer/ui/Page.tsx';
import { AdminGrid } from './AdminGrid.tsx';
import classes from './AdminList.module.css';
import { AdminListActions } from './AdminListActions.tsx';
import { AdminListEmpty, AdminListSkeletons } from './AdminListStates.tsx';
import { AdminListTools } from './AdminListTools.tsx';
import { type AdminSearch, queryOf } from './adminSearch.ts';
import { BulkBar } from './BulkBar.tsx';
import { useAdminFacets, useAdminRows } from './useAdminRows.ts';
import { useMarked } from './useMarked.ts';
import { countWords, tableWords } from './words.ts';

const ChartPanel = lazy(() => import('./ChartPanel.tsx').then((module) => ({ default: module.ChartPanel })));
const route = getRouteApi('/admin/$table');

/** A list with its search, filters, actions and export, all out of what main says of the table. */
export function AdminList({ table, crumbs }: { table: AdminTable; crumbs: ReactNode }) {
  const { t } = useTranslation('admin');
  const router = useRouter();
  const search = route.useSearch();
  const scroller = useRef<HTMLDivElement>(null);
  const path = `/admin/${table.name}`;
  const [{ scrollTop: from }] = useState(() => recallPosition(path, search));
  useEffect(() => rememberList(path, { search }), [path, search]);

  const change = (part: Partial<AdminSearch>) => {
    // Whoever is on the way to another page is not led back by what they typed a moment before.
    if (router.latestLocation.pathname !== path) return;
    scroller.current?.scrollTo(0, 0);
    const next = { ...search, ...part };
    void router.navigate({ to: '/admin/$table', params: { table: table.name }, search: next, replace: true });
  };
  const [text, setText] = useTypedText(search.q ?? '', (q) => change({ q: q.trim() || undefined }));
  const query = queryOf(table.name, search, text);
  const list = useAdminRows(query, table.refreshSeconds);
  const facets = useAdminFacets(query);
  const open = ({ id }: AdminRow) => {
    if (table.hasRecords)
      void router.navigate({ to: '/admin/$table/$recordId', params: { table: table.name, recordId: id } });
  };
  const canMark = table.actions.length > 0;
  const rows = list.rows ?? [];
  const marking = useMarked(rows, { open, canMark, of: JSON.stringify([query.text, query.filters]) });
  useShortcut('back', () => void router.navigate({ to: '/admin' }));

  const isEmpty = list.rows?.length === 0 && list.settled;
  // Of another query's count nothing may be said or done.
  const total = facets.isPlaceholderData ? undefined : facets.data;
  // Without a text every row can be reached, and a larger count means that rows were added since.
  const isCut = text !== '' && list.settled && !list.hasMore && total !== undefined && total.count > rows.length;
  const isNarrowed = text !== '' || search.filters !== undefined;
  return (
    <Page
      title={tableWords(table.name).title}
      crumbs={crumbs}
      aside={facets.data && countWords(facets.data)}
      actions={<AdminListActions table={table} query={query} />}
      fill
    >
      <AdminListTools
        table={table}
        search={search}
        facets={facets.data}
        text={text}
        onText={setText}
        onSearch={change}
        list={scroller}
      />
      {list.error && <ProblemNotice problem={problemOf(list.error)} />}
      <div className={classes.body}>
        {table.chart && (
          <Suspense fallback={<Skeleton height={200} />}>
            <ChartPanel table={table} query={query} />
          </Suspense>
        )}
        {table.newest !== null && total?.atLeast && (
          <p className={classes.note}>{t('list.newest', { count: table.newest })}</p>
        )}
        {isCut && <p className={classes.note}>{t('list.cut', { shown: rows.length, all: countWords(total) })}</p>}
        {!list.rows && !list.error && <AdminListSkeletons />}
        {isEmpty && <AdminListEmpty isNarrowed={isNarrowed} />}
        {list.rows && !isEmpty && (
          <AdminGrid
            table={table}
            rows={rows}
            hasMore={list.hasMore ?? false}
            more={list.more}
            search={search}
            onSearch={change}
            marking={marking}
            canMark={canMark}
            onOpen={open}
            scroller={scroller}
            from={from}
            keep={(scrollTop) => rememberList(path, { scrollTop })}
          />
        )}
        {/* Below the list, so that no row moves when the first one is marked. */}
        {canMark && (
          <BulkBar
            query={query}
            actions={table.actions}
            marking={marking}
            rows={rows}
            total={total}
            hasMore={list.hasMore || isCut}
          />
        )}
      </div>
    </Page>
  );
}
