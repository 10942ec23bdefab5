import { Skeleton } from '@mantine/core';
import { IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminTable } from '#contract/admin/table.ts';
import { useFeatures } from '#renderer/app/features.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { Can } from '#renderer/app/permission.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './AdminPage.module.css';
import { HealthPanel } from './HealthPanel.tsx';
import { RecentPanel } from './RecentPanel.tsx';
import { useAdminParts } from './useAdminParts.ts';
import { useAdminTables } from './useAdminTable.ts';
import { countWords, tableWords } from './words.ts';

/** The first page of the administration: every table, what was done lately, how the program stands. */
export function AdminPage() {
  const { t } = useTranslation('admin');
  const { data, error } = useAdminTables();
  return (
    <Page title={t('title')}>
      {error && <ProblemNotice problem={problemOf(error)} />}
      <div className={classes.columns}>
        <ul className={classes.tables}>
          {!data && !error && <Skeletons />}
          {data?.map((table) => (
            <TableCard key={table.name} table={table} />
          ))}
        </ul>
        <div className={classes.side}>
          <FeaturePanels />
          <Can permission="settings.view">
            <HealthPanel />
          </Can>
          <Can permission="audit.view">
            <RecentPanel />
          </Can>
        </div>
      </div>
    </Page>
  );
}

/** What features show here. */
function FeaturePanels() {
  return useFeatures().map(({ AdminPanel }, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: features never change their places
    <Suspense key={place}>{AdminPanel && <AdminPanel />}</Suspense>
  ));
}

function TableCard({ table }: { table: AdminTable }) {
  const { icon: Icon = IconTable } = useAdminParts(table.name);
  const { title, text } = tableWords(table.name);
  return (
    <li>
      <Link to="/admin/$table" params={{ table: table.name }} className={classes.table}>
        <Icon size={22} stroke={1.6} aria-hidden="true" />
        <span className={classes.text}>
          <span className={classes.title}>{title}</span>
          <span className={classes.hint}>{text}</span>
        </span>
        <span className={classes.count}>{countWords(table)}</span>
      </Link>
    </li>
  );
}

function Skeletons() {
  return [1, 2, 3, 4, 5, 6].map((place) => (
    <li key={place} aria-busy="true">
      <Skeleton height={68} />
    </li>
  ));
}
