import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AdminEvent } from '#contract/admin/record.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { orpc } from '#renderer/client.ts';
import { Fact, Facts } from '#renderer/ui/Facts.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './AdminForm.module.css';
import grid from './AdminGrid.module.css';
import { Changes } from './Changes.tsx';
import { cellWords, choiceWord, columnName, tableWords } from './words.ts';

const route = getRouteApi('/admin/audit/$recordId');
const AUDIT = 'audit';

/** One row of the audit: who did what to whom, and what each field was and became. */
export function EventPage() {
  const { t } = useTranslation('admin');
  const { recordId } = route.useParams();
  const { data, error } = useQuery(orpc.admin.event.queryOptions({ input: { id: Number(recordId) } }));
  const words = tableWords(AUDIT);
  const way = [
    { label: t('title'), to: '/admin' },
    { label: words.title, to: '/admin/audit' },
  ];
  const crumbs = <Crumbs way={way} />;
  if (!data) return <RecordPending title={words.one} crumbs={crumbs} error={error} />;
  const { event, procedure, errorId, fields, labels } = data;
  const who = event.who ?? t('record.nobody');
  const act = choiceWord('auditAction', event.action);
  const fact = (name: string, value: string) => <Fact label={columnName(AUDIT, name)}>{value}</Fact>;
  return (
    <Page title={[who, act, event.label].filter(Boolean).join(' · ')} crumbs={crumbs}>
      <div className={classes.main}>
        <Facts title={words.one}>
          {fact('at', cellWords({ name: 'at', kind: 'exact', sort: false }, event.at))}
          {fact('person', who)}
          {fact('auditAction', act)}
          {fact('entity', event.entity === null ? '' : choiceWord('entity', event.entity))}
          <Fact label={columnName(AUDIT, 'subject')}>
            <Subject event={event} />
          </Fact>
          {fact('outcome', choiceWord('outcome', event.outcome))}
          {fact('workstation', event.workstation)}
          {fact('procedure', procedure)}
          {errorId !== null && fact('errorId', errorId)}
        </Facts>
        <section className={classes.panel} aria-label={t('event.changes')}>
          <h2>{t('event.changes')}</h2>
          {event.changes.length === 0 && <p>{t('event.none')}</p>}
          <Changes table={event.table ?? AUDIT} fields={fields} event={event} labels={labels} />
        </section>
      </div>
    </Page>
  );
}

function Subject({ event: { table, recordId, label } }: { event: AdminEvent }) {
  if (table === null || recordId === null) return label;
  return (
    <Link to="/admin/$table/$recordId" params={{ table, recordId }} className={grid.link} dir="auto">
      {label}
    </Link>
  );
}
