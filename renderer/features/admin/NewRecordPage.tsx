import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminField } from '#contract/admin/record.ts';
import { Crumbs } from '#renderer/app/Crumbs.tsx';
import { RecordFormPage } from '#renderer/app/forms/RecordFormPage.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { RecordPending } from '#renderer/app/RecordPending.tsx';
import { client, orpc } from '#renderer/client.ts';
import { FormFields } from './FormFields.tsx';
import { type FormValues, filledValues, sentValues, shapeOf } from './formShape.ts';
import { tableWords } from './words.ts';

const route = getRouteApi('/admin/$table/new');

/** A new record of any table that takes new ones. */
export function NewRecordPage() {
  const { table } = route.useParams();
  const { data, error } = useQuery(orpc.admin.blank.queryOptions({ input: { table }, staleTime: 0 }));
  const crumbs = <Way table={table} />;
  if (!data) return <RecordPending title={tableWords(table).add} crumbs={crumbs} error={error} />;
  return <Form table={table} {...data} />;
}

function Way({ table }: { table: string }) {
  const { t } = useTranslation('admin');
  const way = [
    { label: t('title'), to: '/admin' },
    { label: tableWords(table).title, to: `/admin/${table}` },
  ];
  return <Crumbs way={way} />;
}

interface FormProps {
  table: string;
  root: string;
  fields: AdminField[];
  values: FormValues;
}

function Form({ table, root, fields, values }: FormProps) {
  const router = useRouter();
  const [createKey] = useState(() => crypto.randomUUID());
  const [initialValues] = useState(() => filledValues(fields, values));
  const record = useRecordForm<FormValues, FormValues, { id: string }>({
    schema: shapeOf(fields),
    initialValues,
    root,
    version: 0,
    save: (entered) => client.admin.create({ table, createKey, values: sentValues(fields, entered) }),
    onSaved: ({ id }) =>
      void router.navigate({ to: '/admin/$table/$recordId', params: { table, recordId: id }, replace: true }),
  });
  return (
    <RecordFormPage
      title={tableWords(table).add}
      crumbs={<Way table={table} />}
      record={record}
      leave={() => void router.navigate({ to: '/admin/$table', params: { table } })}
    >
      <FormFields form={record.form} table={table} fields={fields} labels={{}} autoFocus />
    </RecordFormPage>
  );
}
