import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AdminEvent, AdminRecord } from '#contract/admin/record.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { type Labels, valueWords } from './valueWords.ts';
import { choiceWord, fieldName } from './words.ts';

const looking = new Set(['read', 'query']);

/** Who changed what on a record, and when: the newest first. */
export function History({ table, record }: { table: string; record: AdminRecord }) {
  const { t } = useTranslation('admin');
  const { data } = useQuery(orpc.admin.history.queryOptions({ input: { table, id: record.id }, staleTime: 0 }));
  // Looking is in the audit; here it would bury what was changed.
  const events = data?.events.filter((event) => !looking.has(event.action) || event.changes.length > 0);
  return (
    <section className={classes.panel} aria-label={t('record.history')}>
      <h2>{t('record.history')}</h2>
      {!events && <Skeleton height={120} />}
      {events?.length === 0 && <p>{t('record.noHistory')}</p>}
      <ol className={classes.list}>
        {events?.map((event) => (
          <li key={event.id}>
            <div>
              <strong dir="auto">{event.who ?? t('record.nobody')}</strong> · {choiceWord('auditAction', event.action)}
              {event.outcome !== 'ok' && ` · ${choiceWord('outcome', event.outcome)}`}
            </div>
            <div className={classes.when}>
              {formatMoment(event.at)} · {event.workstation}
            </div>
            <Changes table={table} record={record} event={event} labels={data?.labels ?? {}} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface ChangesProps {
  table: string;
  record: AdminRecord;
  event: AdminEvent;
  labels: Labels;
}

function Changes({ table, record, event, labels }: ChangesProps) {
  const { t } = useTranslation('admin');
  if (event.changes.length === 0) return null;
  const known = { ...labels };
  for (const [name, more] of Object.entries(record.labels)) known[name] = { ...known[name], ...more };
  return (
    <ul className={classes.changes}>
      {event.changes.map(({ field, from, to }) => {
        const described = record.fields.find(({ name }) => name === field) ?? { name: field, kind: 'choice' as const };
        const [before, after] = [valueWords(described, from, known), valueWords(described, to, known)];
        return (
          <li key={field} dir="auto">
            {fieldName(table, field)}: <del>{before || t('record.empty')}</del> →{' '}
            <ins>{after || t('record.empty')}</ins>
          </li>
        );
      })}
    </ul>
  );
}
