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
  /** The list it searches, and the row of it that Enter opens: both by their ids. */
  list?: string | undefined;
  chosen?: string | undefined;
}

/** The box above a list in which one types what one looks for. */
export function SearchBox({ ref, value, onChange, onKeyDown, className, list, chosen, ...words }: SearchBoxProps) {
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
      aria-controls={list}
      aria-activedescendant={chosen}
      spellCheck={false}
      autoComplete="off"
    />
  );
}
