import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';

/** A number that can be read, or what was typed instead of one; empty text where nothing stands. */
export type TypedNumber = number | string;

interface WholeNumberInputProps extends Omit<TextInputProps, 'value' | 'defaultValue' | 'onChange'> {
  value?: number | null;
  defaultValue?: TypedNumber | null;
  onChange?: (value: TypedNumber) => void;
  /** How far the arrow keys go. */
  least?: number | undefined;
  most?: number | undefined;
}

const textOf = (value: TypedNumber | null | undefined): string => String(value ?? '');

/** `15` of ` 15 `; what is no whole number stays as it was typed, for the form to refuse. */
const read = (text: string): TypedNumber => (/^\d{1,15}$/.test(text.trim()) ? Number(text) : text.trim());

/** A whole number as it is typed: nothing is corrected under one's hands. The arrow keys count up and down. */
export function WholeNumberInput(props: WholeNumberInputProps) {
  const { value, defaultValue, onChange, least = 0, most = Number.MAX_SAFE_INTEGER, ...rest } = props;
  const [text, setText] = useState(textOf(value ?? defaultValue));
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    if (read(text) !== value) setText(textOf(value));
  }
  const change = (next: string) => {
    setText(next);
    onChange?.(read(next));
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    const now = text === '' ? least : read(text);
    if (!by || typeof now !== 'number') return;
    event.preventDefault();
    change(String(Math.min(most, Math.max(least, now + by))));
  };
  return (
    <TextInput
      {...rest}
      className={`tabular ${rest.className ?? ''}`}
      inputMode="numeric"
      autoComplete="off"
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={step}
    />
  );
}
