import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { LeaveDialog } from '#renderer/app/forms/LeaveDialog.tsx';
import { RecordConflict } from '#renderer/app/forms/RecordConflict.tsx';
import { RestoredNote } from '#renderer/app/forms/RestoredNote.tsx';
import { SaveProblem } from '#renderer/app/forms/SaveProblem.tsx';
import type { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import classes from './account.module.css';

type RecordForm<Values extends Record<string, unknown>> = ReturnType<typeof useRecordForm<Values, unknown, unknown>>;

interface FormCardProps<Values extends Record<string, unknown>> {
  title: string;
  text: string;
  record: RecordForm<Values>;
  label: (field: string) => string;
  describe: (field: string, value: unknown) => string;
  children: ReactNode;
}

/** One of several forms of a page, with a save button of its own. */
export function FormCard<Values extends Record<string, unknown>>(props: FormCardProps<Values>) {
  const { title, text, record, label, describe, children } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <form
      noValidate
      className={classes.card}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        record.submit();
      }}
    >
      <h2 className={classes.cardTitle} id={id}>
        {title}
      </h2>
      <p className={classes.text}>{text}</p>
      {record.restored && <RestoredNote onDiscard={record.startAnew} />}
      <div className={classes.fields}>{children}</div>
      <SaveProblem record={record} />
      <div className={classes.foot}>
        <Button type="submit" loading={record.saving} aria-describedby={id}>
          {t('save')}
        </Button>
      </div>
      <LeaveDialog leaving={record.leaving} />
      <RecordConflict record={record} label={label} describe={describe} />
    </form>
  );
}
