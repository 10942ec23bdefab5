import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { AdminList } from './AdminList.tsx';
import { notHere } from './notHere.ts';
import { useAdminTable } from './useAdminTable.ts';
import { tableWords } from './words.ts';

const route = getRouteApi('/admin/$table');

/** The list of any table of the administration. */
export function AdminTablePage() {
  const { t } = useTranslation('admin');
  const { table: name } = route.useParams();
  const { table, error } = useAdminTable(name);
  const crumbs = <Crumbs way={[{ label: t('title'), to: '/admin' }]} />;
  if (!table)
    return <RecordPending title={tableWords(name).title} crumbs={crumbs} error={table === null ? notHere() : error} />;
  return <AdminList key={name} table={table} crumbs={crumbs} />;
}
