import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateWithAge } from '../dates.ts';
import { parseDate, writeDate } from '../parseDate.ts';

interface DateInputProps {
  label: string;
  required?: boolean;
  autoFocus?: boolean;
  /** Tells the age that goes with it. */
  withAge?: boolean;
  /** Two digits of a year mean one to come. */
  ahead?: boolean;
  defaultValue?: string | null;
  onChange?: (value: string | null) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  error?: ReactNode;
  'data-path'?: string;
}

const asText = (date: string | null | undefined): string => (date ? writeDate(date) : '');

/** A date typed as people write it, that shows at once what it understood. */
export function DateInput({ withAge, ahead, defaultValue, onChange, onBlur, ...rest }: DateInputProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(asText(defaultValue));
  const [typed, setTyped] = useState(text);
  const read = (value: string) => (value.trim() === '' ? null : parseDate(value, { ahead: ahead ?? false }));
  const date = read(text);
  const written = date && writeDate(date);
  // Against what was typed, and not what stands there once the field was left: nothing may move when a button is pressed.
  const understood = date && withAge ? dateWithAge(date) : written !== typed && written;
  const example = writeDate('1984-03-12');
  return (
    <TextInput
      {...rest}
      className="tabular"
      value={text}
      autoComplete="off"
      placeholder={t('date.placeholder', { example })}
      description={understood || undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      descriptionProps={{ 'aria-live': 'polite' }}
      onChange={(event) => {
        const value = event.currentTarget.value;
        setText(value);
        setTyped(value);
        onChange?.(read(value) ?? (value.trim() === '' ? null : value));
      }}
      onBlur={() => {
        if (date) setText(writeDate(date));
        onBlur?.();
      }}
    />
  );
}
