import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';

interface OneInputProps {
  label: string;
  table: string;
  /** The name of what is chosen already. */
  known?: Record<string, string> | undefined;
  defaultValue?: unknown;
  onChange?: (value: unknown) => void;
  onBlur?: () => void;
  error?: ReactNode;
}

/** One record of a table, found by typing. */
export function OneInput({ label, table, known = {}, defaultValue, onChange, ...rest }: OneInputProps) {
  const { t } = useTranslation();
  const [value, setValue] = useState(typeof defaultValue === 'number' ? String(defaultValue) : null);
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed === known[value ?? ''] ? '' : typed, 150);
  const { data } = useQuery(
    orpc.admin.choices.queryOptions({ input: { table, text }, placeholderData: keepPreviousData }),
  );
  const found = new Map((data ?? []).map((row) => [row.id, row.label]));
  if (value !== null && !found.has(value)) found.set(value, known[value] ?? '');
  return (
    <Select
      label={label}
      data={[...found].map(([id, name]) => ({ value: id, label: name }))}
      value={value}
      onChange={(next) => {
        setValue(next);
        onChange?.(next === null ? null : Number(next));
      }}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('remove') }}
      {...rest}
    />
  );
}
