import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminEvent } from '#contract/admin/record.ts';
import { formatMoment } from '#renderer/app/dates.ts';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { choiceWord } from './words.ts';

/** What was done lately, by anybody. */
export function RecentPanel() {
  const { t } = useTranslation('admin');
  // However often an open page asks again, it was opened once.
  const [opening] = useState(() => crypto.randomUUID());
  const { data } = useQuery(orpc.admin.recent.queryOptions({ input: { opening }, staleTime: 0, gcTime: 0 }));
  return (
    <section className={classes.panel} aria-label={t('recent.title')}>
      <h2>{t('recent.title')}</h2>
      {data?.length === 0 && <p>{t('recent.none')}</p>}
      <ol className={classes.list}>
        {data?.map((event) => (
          <li key={event.id}>
            <div>
              <strong dir="auto">{event.who ?? t('record.nobody')}</strong> · {choiceWord('auditAction', event.action)}{' '}
              · <What event={event} />
              {event.imported && ` · ${t('record.imported')}`}
              {event.outcome !== 'ok' && ` · ${choiceWord('outcome', event.outcome)}`}
            </div>
            <div className={classes.when}>
              {formatMoment(event.at)} · {event.workstation}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function What({ event }: { event: AdminEvent }) {
  const words = event.label ?? (event.entity === null ? '' : choiceWord('entity', event.entity));
  if (event.table === null || event.recordId === null) return <span dir="auto">{words}</span>;
  return (
    <Link to="/admin/$table/$recordId" params={{ table: event.table, recordId: event.recordId }} dir="auto">
      {words}
    </Link>
  );
}
