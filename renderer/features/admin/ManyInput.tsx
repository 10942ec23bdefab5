import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';

interface ManyInputProps {
  label: string;
  /** A closed set; otherwise the records of `table` are what there is to choose. */
  choices?: { value: string; label: string }[];
  table?: string;
  /** Names of what is chosen already, for those who may not see the table. */
  known?: Record<string, string> | undefined;
  /** The order of choosing counts, and is shown. */
  ordered?: boolean;
  defaultValue?: unknown;
  onChange?: (value: unknown) => void;
  error?: ReactNode;
}

/** Any number of a few, all of them in sight. */
export function ManyInput({
  label,
  choices,
  table,
  known = {},
  ordered,
  defaultValue,
  onChange,
  error,
}: ManyInputProps) {
  const id = useId();
  const [chosen, setChosen] = useState<string[]>(() => (Array.isArray(defaultValue) ? defaultValue.map(String) : []));
  const { data } = useQuery(
    orpc.admin.choices.queryOptions({ input: { table: table ?? '' }, enabled: table !== undefined }),
  );
  const named = Object.entries(known).map(([value, name]) => ({ value, label: name }));
  const offered = choices ?? data?.map((row) => ({ value: row.id, label: row.label })) ?? named;
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((entry) => entry !== value) : [...chosen, value];
    setChosen(next);
    onChange?.(table === undefined ? next : next.map(Number));
  };
  const place = (value: string) => (ordered && chosen.includes(value) ? ` (${chosen.indexOf(value) + 1})` : '');
  return (
    <fieldset className={classes.many} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{label}</legend>
      <div className={classes.manyOptions}>
        {offered.map((option) => (
          <Checkbox
            key={option.value}
            label={`${option.label}${place(option.value)}`}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
      {error && (
        <div className={classes.error} id={`${id}-error`}>
          {error}
        </div>
      )}
    </fieldset>
  );
}
