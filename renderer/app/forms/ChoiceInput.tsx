import { type ReactNode, useId, useState } from 'react';
import classes from './ChoiceInput.module.css';

interface ChoiceInputProps {
  label: string;
  options: readonly { value: string; label: string }[];
  required?: boolean;
  defaultValue?: string | null;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  onFocus?: () => void;
  error?: ReactNode;
  'data-path'?: string;
}

/** One of a few, all of them in sight. */
export function ChoiceInput({ label, options, required, defaultValue, onChange, error, ...rest }: ChoiceInputProps) {
  const id = useId();
  const [value, setValue] = useState(defaultValue ?? '');
  const choose = (next: string) => {
    setValue(next);
    onChange?.(next);
  };
  return (
    <div
      role="radiogroup"
      aria-labelledby={id}
      aria-required={required}
      aria-describedby={error ? `${id}-error` : undefined}
      data-path={rest['data-path']}
      onFocus={rest.onFocus}
      onBlur={rest.onBlur}
    >
      <div className={classes.label} id={id} data-required={required || undefined}>
        {label}
      </div>
      <div className={classes.options} data-wrong={error ? true : undefined}>
        {options.map((option) => (
          <label key={option.value} className={classes.option}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              aria-invalid={error ? true : undefined}
              onChange={() => choose(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {error && (
        <div className={classes.error} id={`${id}-error`}>
          {error}
        </div>
      )}
    </div>
  );
}
