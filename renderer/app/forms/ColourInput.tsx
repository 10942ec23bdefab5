import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colour as known } from '#contract/ground/colours.ts';
import classes from './ColourInput.module.css';

interface ColourInputProps {
  label: string;
  defaultValue?: string;
  onChange?: (colour: string) => void;
}

/** The colour by which a record is known in lists and calendars. */
export function ColourInput({ label, defaultValue, onChange }: ColourInputProps) {
  const { t } = useTranslation();
  const id = useId();
  const [value, setValue] = useState(defaultValue);
  const choose = (colour: string) => {
    setValue(colour);
    onChange?.(colour);
  };
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <div className={classes.fieldLabel} id={id}>
        {label}
      </div>
      <div className={classes.swatches}>
        {known.options.map((colour) => (
          <label key={colour} className={classes.swatch} title={t(`colour.${colour}`)}>
            <input
              type="radio"
              name={id}
              aria-label={t(`colour.${colour}`)}
              checked={value === colour}
              onChange={() => choose(colour)}
            />
            <span style={{ background: `var(--mantine-color-${colour}-6)` }} />
          </label>
        ))}
      </div>
    </div>
  );
}
