import { ActionIcon, Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminField } from '#contract/admin/record.ts';
import classes from './AdminForm.module.css';
import { blankRow, type FormValues, lastOf, valueAt } from './formShape.ts';
import { fieldName } from './words.ts';

/** So many are drawn at a time; there may be hundreds. */
const AT_A_TIME = 20;

interface RowsInputProps {
  form: UseFormReturnType<FormValues>;
  table: string;
  field: AdminField;
  /** Draws the input of one part of a row, whose value stands at this path. */
  children: (part: AdminField, path: string) => ReactNode;
}

/** Any number of rows of a few fields each. */
export function RowsInput({ form, table, field, children }: RowsInputProps) {
  const { t } = useTranslation('admin');
  const [room, setRoom] = useState(AT_A_TIME);
  const { name, parts = [] } = field;
  const label = fieldName(table, name);
  const rows = valueAt(form.getValues(), name);
  const count = Array.isArray(rows) ? rows.length : 0;
  const shown = Math.min(count, room);
  return (
    <fieldset className={classes.rows}>
      <legend>{label}</legend>
      {Array.from({ length: shown }, (_, index) => (
        <div key={form.key(`${name}.${index}`)} className={classes.row}>
          {parts.map((part) => (
            <Fragment key={part.name}>{children(part, `${name}.${index}.${lastOf(part.name)}`)}</Fragment>
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('record.removeRow', { label, place: index + 1 })}
            onClick={() => form.removeListItem(name, index)}
          >
            <IconTrash size={18} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.rowsFoot}>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          aria-label={t('record.addRow', { label })}
          onClick={() => form.insertListItem(name, blankRow(field), 0)}
        >
          {t('record.add')}
        </Button>
        {count > shown && (
          <Button variant="subtle" size="compact-md" onClick={() => setRoom(room + 2 * AT_A_TIME)}>
            {t('common:showMore', { count: count - shown })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
