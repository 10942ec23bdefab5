import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { useHeld } from '#renderer/app/record/useHeld.ts';
import { orpc } from '#renderer/client.ts';
import { RecordView } from './RecordView.tsx';
import { tableWords } from './words.ts';

const route = getRouteApi('/admin/$table/$recordId');

/** A record of any table: its form, what belongs to it, and how it came to be as it is. */
export function AdminRecordPage() {
  const { t } = useTranslation('admin');
  const { table, recordId } = route.useParams();
  const words = tableWords(table);
  // Always the newest: what is stored now is what one is going to change.
  const query = useQuery(orpc.admin.get.queryOptions({ input: { table, id: recordId }, staleTime: 0 }));
  const [record, setHeld] = useHeld<AdminRecord>(recordId, query);
  const crumbs = (
    <Crumbs
      way={[
        { label: t('title'), to: '/admin' },
        { label: words.title, to: `/admin/${table}` },
      ]}
    />
  );
  if (!record) return <RecordPending title={words.one} crumbs={crumbs} error={query.isFetching ? null : query.error} />;
  const reload = async () => {
    const { data } = await query.refetch();
    if (data) setHeld(data);
  };
  return (
    <RecordView
      key={`${table} ${record.id} ${record.version}`}
      table={table}
      record={record}
      shown={query.data?.id === recordId ? query.data : record}
      crumbs={crumbs}
      onSaved={setHeld}
      reload={() => void reload()}
    />
  );
}
