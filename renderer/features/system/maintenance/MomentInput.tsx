import { TextInput } from '@mantine/core';
import { today } from '#contract/ground/fields.ts';

interface MomentInputProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  error?: string | undefined;
}

const pad = (part: number) => String(part).padStart(2, '0');

/** A moment in the words of the browser's own field, where this computer stands. */
function localText(ms: number | null): string {
  if (ms === null) return '';
  const at = new Date(ms);
  return `${today(at)}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** A day with a time. */
export function MomentInput({ label, value, onChange, error }: MomentInputProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      value={localText(value)}
      error={error}
      onChange={(event) => {
        const at = new Date(event.currentTarget.value).getTime();
        onChange(Number.isNaN(at) ? null : at);
      }}
    />
  );
}
