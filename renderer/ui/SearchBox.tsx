import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';

interface SearchBoxProps {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
  className: string | undefined;
  placeholder: string;
  label: string;
  clearLabel: string;
}

/** The box above a list in which one types what one looks for. */
export function SearchBox({ ref, value, onChange, onKeyDown, className, ...words }: SearchBoxProps) {
  return (
    <TextInput
      ref={ref}
      className={className}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      placeholder={words.placeholder}
      aria-label={words.label}
      leftSection={<IconSearch size={16} aria-hidden="true" />}
      rightSection={value !== '' && <CloseButton onClick={() => onChange('')} aria-label={words.clearLabel} />}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
