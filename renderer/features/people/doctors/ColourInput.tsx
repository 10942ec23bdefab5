import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doctorColours } from '#contract/people/doctors.ts';
import classes from './doctors.module.css';

interface ColourInputProps {
  label: string;
  defaultValue?: string;
  onChange?: (colour: string) => void;
}

/** The colour by which a doctor is known in lists and calendars. */
export function ColourInput({ label, defaultValue, onChange }: ColourInputProps) {
  const { t } = useTranslation('doctors');
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
        {doctorColours.map((colour) => (
          <label key={colour} className={classes.swatch} title={t(`common:colour.${colour}`)}>
            <input
              type="radio"
              name={id}
              aria-label={t(`common:colour.${colour}`)}
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
