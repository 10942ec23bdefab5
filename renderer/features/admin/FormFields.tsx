import type { UseFormReturnType } from '@mantine/form';
import type { AdminField } from '#contract/admin/record.ts';
import classes from './AdminForm.module.css';
import { FieldInput } from './FieldInput.tsx';
import type { FormValues } from './formShape.ts';
import { fieldName } from './words.ts';

/** Inputs that do not show what they are about. */
const untitled = new Set<AdminField['kind']>(['permissions', 'hours']);
const wide = new Set<AdminField['kind']>(['paragraph', 'many', 'choices', 'choice', 'permissions', 'rows', 'hours']);

interface FormFieldsProps {
  form: UseFormReturnType<FormValues>;
  table: string;
  fields: AdminField[];
  labels: Record<string, Record<string, string>>;
  autoFocus?: boolean;
}

/** All fields of a form that main describes, in its order. */
export function FormFields({ form, table, fields, labels, autoFocus = false }: FormFieldsProps) {
  return (
    <div className={classes.fields}>
      {fields.map((field, i) => (
        <div key={field.name} data-wide={wide.has(field.kind) || undefined}>
          {untitled.has(field.kind) && <p className={classes.matrixTitle}>{fieldName(table, field.name)}</p>}
          <FieldInput form={form} table={table} field={field} labels={labels} autoFocus={autoFocus && i === 0} />
        </div>
      ))}
    </div>
  );
}
