import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { today } from '#contract/ground/fields.ts';
import { formatDate } from '#renderer/app/dates.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './AdminForm.module.css';
import { valueAt } from './formShape.ts';
import { valueWords } from './valueWords.ts';
import { fieldName } from './words.ts';

/** Chooses a day in the past; an empty one stands for now. */
export function AsOfInput({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const { t } = useTranslation('admin');
  const [max] = useState(() => today());
  return (
    <section className={classes.panel} aria-label={t('record.asOf')}>
      <h2>{t('record.asOf')}</h2>
      <TextInput
        type="date"
        label={t('record.asOfDay')}
        value={day}
        max={max}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
    </section>
  );
}

/** The moment after which that day was over, here. */
const endOf = (day: string): number => new Date(`${day}T23:59:59.999`).getTime();

/** The record as it was at the end of a day, with what is different now marked. */
export function AsOfView({ table, record, day }: { table: string; record: AdminRecord; day: string }) {
  const { t } = useTranslation('admin');
  const { data, error } = useQuery(
    orpc.admin.asOf.queryOptions({ input: { table, id: record.id, at: endOf(day) }, staleTime: 0 }),
  );
  if (error) return <ProblemNotice problem={problemOf(error)} />;
  if (!data) return null;
  const { values, changed, labels } = data;
  const date = formatDate(day);
  if (values === null) return <Notice kind="info">{t('record.wasNot', { date })}</Notice>;
  return (
    <div className={classes.main}>
      <Notice kind="info">{t('record.wasThen', { date })}</Notice>
      <section className={classes.panel}>
        <dl className={classes.facts}>
          {record.fields.map((field) => (
            <Fact
              key={field.name}
              label={fieldName(table, field.name)}
              isChanged={changed.includes(field.name.split('.')[0] ?? field.name)}
            >
              {valueWords(field, valueAt(values, field.name), labels) || '–'}
            </Fact>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Fact({ label, isChanged, children }: { label: string; isChanged: boolean; children: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd dir="auto" data-changed={isChanged || undefined}>
        {children}
      </dd>
    </>
  );
}
