import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface WordsInputProps {
  label: string;
  defaultValue?: unknown;
  onChange?: (value: unknown) => void;
  onBlur?: () => void;
  error?: ReactNode;
}

/** A list of short texts, written with commas between them. */
export function WordsInput({ label, defaultValue, onChange, ...rest }: WordsInputProps) {
  const { t } = useTranslation('admin');
  const [text, setText] = useState(() => (Array.isArray(defaultValue) ? defaultValue.join(', ') : ''));
  return (
    <TextInput
      label={label}
      description={t('record.commas')}
      value={text}
      autoComplete="off"
      dir="auto"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setText(typed);
        const words = typed.split(',').map((word) => word.trim());
        onChange?.(words.filter((word) => word !== ''));
      }}
      {...rest}
    />
  );
}
