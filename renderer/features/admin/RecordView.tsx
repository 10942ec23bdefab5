import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { ConflictDialog } from '#renderer/app/forms/ConflictDialog.tsx';
import formClasses from '#renderer/app/forms/forms.module.css';
import { LeaveDialog } from '#renderer/app/forms/LeaveDialog.tsx';
import { SaveProblem } from '#renderer/app/forms/SaveProblem.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { LinkButton } from '#renderer/app/LinkButton.tsx';
import { lastListSearch } from '#renderer/app/listMemory.ts';
import { keysText, useShortcut } from '#renderer/app/shortcuts.ts';
import { client, orpc } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import classes from './AdminForm.module.css';
import { AsOfInput, AsOfView } from './AsOf.tsx';
import { FormFields } from './FormFields.tsx';
import { type FormValues, filledValues, flatValues, sentValues, shapeOf, withFlatValues } from './formShape.ts';
import { History } from './History.tsx';
import { RecordActions } from './RecordActions.tsx';
import { Related } from './Related.tsx';
import { useAdminParts } from './useAdminParts.ts';
import { valueWords } from './valueWords.ts';
import { fieldName, recordName } from './words.ts';

interface RecordViewProps {
  table: string;
  /** What the form was filled from. */
  record: AdminRecord;
  /** What is stored now. */
  shown: AdminRecord;
  crumbs: ReactNode;
  onSaved: (record: AdminRecord) => void;
  reload: () => void;
}

/** The page of a record once it has come. */
export function RecordView({ table, record, shown, crumbs, onSaved, reload }: RecordViewProps) {
  const { t } = useTranslation('admin');
  const router = useRouter();
  const queries = useQueryClient();
  const [day, setDay] = useState('');
  const { fields, id, labels } = record;
  const [initialValues] = useState(() => filledValues(fields, record.values));
  const form = useRecordForm<FormValues, FormValues, AdminRecord>({
    schema: shapeOf(fields),
    initialValues,
    root: record.root,
    version: record.version,
    save: (values, version) => client.admin.save({ table, id, version, values: sentValues(fields, values) }),
    reload: async () => {
      const now = await client.admin.get({ table, id });
      return { theirs: filledValues(fields, now.values), version: now.version };
    },
    onSaved: (saved) => {
      queries.setQueryData(orpc.admin.get.queryKey({ input: { table, id } }), saved);
      void queries.invalidateQueries({ queryKey: orpc.admin.history.key() });
      onSaved(saved);
    },
  });
  const leave = () =>
    void router.navigate({ to: '/admin/$table', params: { table }, search: lastListSearch(`/admin/${table}`) });
  useShortcut('back', leave);
  useShortcut('putAside', () => void form.putAside(leave));
  const describe = (name: string, value: unknown) =>
    valueWords(
      fields.find((field) => field.name === name),
      value,
      labels,
    );
  const { Below, Beside } = useAdminParts(table);
  const then = day !== '';
  return (
    <Page
      title={recordName(table, shown.label)}
      crumbs={crumbs}
      actions={
        <>
          {record.page && (
            <LinkButton to={record.page} variant="default">
              {t('record.open')}
            </LinkButton>
          )}
          <RecordActions table={table} record={shown} reload={reload} />
          {record.mayChange && !then && (
            <Button type="submit" form="record" loading={form.saving} title={keysText('save')}>
              {t('common:save')}
            </Button>
          )}
        </>
      }
      notice={<SaveProblem record={form} />}
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          {!record.mayChange && <Notice kind="info">{t('record.readOnly')}</Notice>}
          {then && <AsOfView table={table} record={record} day={day} />}
          <form
            id="record"
            noValidate
            hidden={then}
            className={formClasses.form}
            aria-label={t('record.form')}
            onSubmit={(event) => {
              event.preventDefault();
              form.submit();
            }}
          >
            <fieldset disabled={!record.mayChange} style={{ margin: 0, padding: 0, border: 0, minWidth: 0 }}>
              <FormFields form={form.form} table={table} fields={fields} labels={labels} />
            </fieldset>
            <Suspense>{Below && <Below record={shown} form={form.form} />}</Suspense>
          </form>
        </div>
        <div className={classes.side}>
          <Suspense>{Beside && <Beside record={shown} reload={reload} />}</Suspense>
          {record.related.map((related) => (
            <Related key={related.table} {...related} id={id} />
          ))}
          {record.hasHistory && <AsOfInput day={day} onDay={setDay} />}
          {record.hasHistory && <History table={table} record={shown} />}
        </div>
      </div>
      <LeaveDialog leaving={form.leaving} />
      {form.conflict && (
        <ConflictDialog
          base={flatValues(fields, form.base)}
          mine={flatValues(fields, form.form.getValues())}
          theirs={flatValues(fields, form.conflict.theirs)}
          label={(name) => fieldName(table, name)}
          describe={describe}
          onSettle={(chosen) => form.settle(withFlatValues(form.form.getValues(), chosen))}
          onClose={form.dismissConflict}
        />
      )}
    </Page>
  );
}
