import { Skeleton } from '@mantine/core';
import {
  IconChartBar,
  IconClipboardList,
  IconDeviceDesktop,
  IconListDetails,
  IconPhoto,
  IconSettings,
  IconShieldLock,
  IconStack2,
  IconStethoscope,
  IconTable,
  IconUserCog,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdminTable } from '#contract/admin/table.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { Can } from '#renderer/app/permission.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './AdminPage.module.css';
import { HealthPanel } from './HealthPanel.tsx';
import { MaintenancePanel } from './MaintenancePanel.tsx';
import { RecentPanel } from './RecentPanel.tsx';
import { useAdminTables } from './useAdminTable.ts';
import { countWords, tableWords } from './words.ts';

/** A table without a picture of its own gets a plain one. */
const icons: Record<string, typeof IconTable> = {
  users: IconUserCog,
  groups: IconUsersGroup,
  sessions: IconDeviceDesktop,
  signIns: IconShieldLock,
  doctors: IconStethoscope,
  patients: IconUsers,
  images: IconPhoto,
  cache: IconStack2,
  settings: IconSettings,
  pageCounts: IconChartBar,
  audit: IconClipboardList,
  requestLog: IconListDetails,
};

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
          <Can permission="maintenance.change">
            <MaintenancePanel />
          </Can>
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

function TableCard({ table }: { table: AdminTable }) {
  const Icon = icons[table.name] ?? IconTable;
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
