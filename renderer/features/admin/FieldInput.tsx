import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { AdminField } from '#contract/admin/record.ts';
import { ChoiceInput } from '#renderer/app/forms/ChoiceInput.tsx';
import { DateInput } from '#renderer/app/forms/DateInput.tsx';
import { HoursInput } from '#renderer/app/forms/HoursInput.tsx';
import { WholeNumberInput } from '#renderer/app/forms/WholeNumberInput.tsx';
import type { FormValues } from './formShape.ts';
import { ManyInput } from './ManyInput.tsx';
import { OneInput } from './OneInput.tsx';
import { PermissionMatrix } from './PermissionMatrix.tsx';
import { RowsInput } from './RowsInput.tsx';
import { WordsInput } from './WordsInput.tsx';
import { choiceWord, fieldName } from './words.ts';

interface FieldInputProps {
  form: UseFormReturnType<FormValues>;
  table: string;
  field: AdminField;
  labels: Record<string, Record<string, string>>;
  autoFocus?: boolean;
  /** Where its value stands in the form, where that is not its name: in a row of a list. */
  path?: string;
}

const MOST_IN_SIGHT = 5;

/** Main tells of wrong days by their places. */
const isWrong = ({ errors }: UseFormReturnType<FormValues>, place: string): boolean =>
  Object.keys(errors).some((path) => path.startsWith(place));

/** The input that a field's kind asks for. */
export function FieldInput({ form, table, field, labels, autoFocus = false, path = field.name }: FieldInputProps) {
  const { name, kind, options = [], required } = field;
  const label = fieldName(table, name);
  const input = { ...form.getInputProps(path) };
  const key = form.key(path);
  const words = options.map((value) => ({ value, label: choiceWord(name, value) }));
  switch (kind) {
    case 'flag':
      return <Checkbox key={key} label={label} {...form.getInputProps(path, { type: 'checkbox' })} />;
    case 'number':
      return (
        <WholeNumberInput
          key={key}
          label={label}
          required={required}
          least={field.least}
          most={field.most}
          {...input}
        />
      );
    case 'date':
      return <DateInput key={key} label={label} required={required} {...input} />;
    case 'paragraph':
      return <Textarea key={key} label={label} rows={3} autosize={false} dir="auto" {...input} />;
    case 'words':
      return <WordsInput key={key} label={label} {...input} />;
    case 'secret':
      return <PasswordInput key={key} label={label} autoComplete="off" {...input} />;
    case 'choice':
      return options.length <= MOST_IN_SIGHT ? (
        <ChoiceInput key={key} label={label} required={required} options={words} {...input} />
      ) : (
        <NativeSelect key={key} label={label} required={required} data={words} {...input} />
      );
    case 'choices':
      return <ManyInput key={key} label={label} choices={words} ordered {...input} />;
    case 'many':
      return (
        <ManyInput key={key} label={label} table={field.table ?? ''} known={labels[field.table ?? '']} {...input} />
      );
    case 'one':
      return (
        <OneInput key={key} label={label} table={field.table ?? ''} known={labels[field.table ?? '']} {...input} />
      );
    case 'permissions':
      return <PermissionMatrix key={key} label={label} {...input} />;
    case 'rows':
      return (
        <RowsInput form={form} table={table} field={field}>
          {(part, path) => <FieldInput form={form} table={table} field={part} labels={labels} path={path} />}
        </RowsInput>
      );
    case 'hours':
      return <HoursInput key={key} label={label} wrong={(day) => isWrong(form, `${path}.${day}`)} {...input} />;
    default:
      return (
        <TextInput
          key={key}
          label={label}
          required={required}
          autoFocus={autoFocus}
          autoComplete="off"
          dir="auto"
          {...input}
        />
      );
  }
}
