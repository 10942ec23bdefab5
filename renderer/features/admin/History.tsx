import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { Changes } from './Changes.tsx';
import type { Labels } from './valueWords.ts';
import { choiceWord } from './words.ts';

const PAGE = 30;

/** Who changed what on a record, and when: the newest first. */
export function History({ table, record }: { table: string; record: AdminRecord }) {
  const { t } = useTranslation('admin');
  const { data, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    orpc.admin.history.infiniteOptions({
      input: (before: number | undefined) => ({
        ...{ table, id: record.id, limit: PAGE },
        ...(before !== undefined && { before }),
      }),
      initialPageParam: undefined as number | undefined,
      getNextPageParam: ({ events }) => (events.length < PAGE ? undefined : events.at(-1)?.id),
      staleTime: 0,
    }),
  );
  const pages = data?.pages.flatMap(({ events, labels }) => events.map((event) => ({ event, labels })));
  return (
    <section className={classes.panel} aria-label={t('record.history')}>
      <h2>{t('record.history')}</h2>
      {!pages && <Skeleton height={120} />}
      {pages?.length === 0 && <p>{t('record.noHistory')}</p>}
      <ol className={classes.list}>
        {pages?.map(({ event, labels }) => (
          <li key={event.id}>
            <div>
              <strong dir="auto">{event.who ?? t('record.nobody')}</strong> · {choiceWord('auditAction', event.action)}
              {event.imported && ` · ${t('record.imported')}`}
              {event.outcome !== 'ok' && ` · ${choiceWord('outcome', event.outcome)}`}
            </div>
            <div className={classes.when}>
              {formatMoment(event.at)} · {event.workstation}
            </div>
            <Changes table={table} fields={record.fields} event={event} labels={withLabels(record, labels)} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="subtle" size="compact-md" loading={isFetching} onClick={() => void fetchNextPage()}>
          {t('record.older')}
        </Button>
      )}
    </section>
  );
}

/** Names that came with the events, and those that the record knows. */
function withLabels(record: AdminRecord, labels: Labels): Labels {
  const known = { ...labels };
  for (const [name, more] of Object.entries(record.labels)) known[name] = { ...known[name], ...more };
  return known;
}
