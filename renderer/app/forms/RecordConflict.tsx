import { ConflictDialog } from './ConflictDialog.tsx';
import type { useRecordForm } from './useRecordForm.ts';

type RecordForm<Values extends Record<string, unknown>> = ReturnType<typeof useRecordForm<Values, unknown, unknown>>;

interface RecordConflictProps<Values extends Record<string, unknown>> {
  record: Pick<RecordForm<Values>, 'form' | 'base' | 'conflict' | 'settle' | 'dismissConflict'>;
  label: (field: string) => string;
  describe: (field: string, value: unknown) => string;
}

/** Asks whose values stay, once a colleague has saved the record of this form meanwhile. */
export function RecordConflict<Values extends Record<string, unknown>>(props: RecordConflictProps<Values>) {
  const { record, label, describe } = props;
  if (!record.conflict) return null;
  return (
    <ConflictDialog
      base={record.base}
      mine={record.form.getValues()}
      theirs={record.conflict.theirs}
      label={label}
      describe={describe}
      onSettle={record.settle}
      onClose={record.dismissConflict}
    />
  );
}
