import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/ui/Page.tsx';
import { keysText, useShortcut } from '../shortcuts.ts';
import classes from './forms.module.css';
import { LeaveDialog } from './LeaveDialog.tsx';
import { RestoredNote } from './RestoredNote.tsx';
import { SaveProblem } from './SaveProblem.tsx';
import type { useRecordForm } from './useRecordForm.ts';

interface RecordFormPageProps {
  title: string;
  heading?: ReactNode;
  crumbs: ReactNode;
  record: Pick<
    ReturnType<typeof useRecordForm>,
    'submit' | 'saving' | 'error' | 'wrongFields' | 'leaving' | 'putAside' | 'restored' | 'startAnew'
  >;
  /** Goes back to where the form was opened. */
  leave: () => void;
  children: ReactNode;
}

/** The page around a form: save and cancel at the top right, what went wrong, and care for unsaved changes. */
export function RecordFormPage({ title, heading, crumbs, record, leave, children }: RecordFormPageProps) {
  const { t } = useTranslation();
  useShortcut('back', leave);
  const putAside = () => void record.putAside(leave);
  useShortcut('putAside', putAside);
  const actions = (
    <>
      <Button variant="subtle" color="gray" onClick={putAside} title={keysText('putAside')}>
        {t('form.putAside')}
      </Button>
      <Button variant="default" onClick={leave} title={keysText('back')}>
        {t('cancel')}
      </Button>
      <Button type="submit" form="record" loading={record.saving} title={keysText('save')}>
        {t('save')}
      </Button>
    </>
  );
  return (
    <Page title={title} heading={heading} crumbs={crumbs} actions={actions} notice={<SaveProblem record={record} />}>
      {record.restored && <RestoredNote onDiscard={record.startAnew} />}
      <form
        id="record"
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          record.submit();
        }}
      >
        {children}
      </form>
      <LeaveDialog leaving={record.leaving} />
    </Page>
  );
}

/** A titled group of fields. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.sectionTitle}>{title}</h2>
      <div className={classes.fields}>{children}</div>
    </section>
  );
}
