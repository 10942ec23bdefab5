import { useTranslation } from 'react-i18next';
import type { AdminEvent, AdminField } from '#contract/admin/record.ts';
import classes from './AdminForm.module.css';
import { type Labels, valueWords } from './valueWords.ts';
import { fieldName } from './words.ts';

interface ChangesProps {
  table: string;
  fields: AdminField[];
  event: AdminEvent;
  labels: Labels;
}

/** What each field was and became. */
export function Changes({ table, fields, event, labels }: ChangesProps) {
  const { t } = useTranslation('admin');
  if (event.changes.length === 0) return null;
  return (
    <ul className={classes.changes}>
      {event.changes.map(({ field, from, to }) => {
        const described = fields.find(({ name }) => name === field) ?? { name: field, kind: 'choice' as const };
        const [before, after] = [valueWords(described, from, labels), valueWords(described, to, labels)];
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
