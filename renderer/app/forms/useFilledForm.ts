import { type UseFormReturnType, useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { validateWith } from './validate.ts';

/** What a form was opened with. */
export interface Opened<Values> {
  base: Values;
  /** The version the form was filled from; 0 for a new record. */
  version: number;
  createKey: string;
}

/** A form that remembers what it was filled with, so that what was changed in it can be told. */
export function useFilledForm<Values extends Record<string, unknown>>(
  schema: z.ZodType,
  opened: Omit<Opened<Values>, 'createKey'>,
  changed: () => void,
) {
  const [base, setBase] = useState(opened.base);
  const form: UseFormReturnType<Values> = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: base,
    validate: validateWith(schema),
    // Cleared by hand below: the library would draw the whole form again at every key.
    clearInputErrorOnChange: false,
    onValuesChange: (values, before) => {
      changed();
      clearCured(form, values, before);
    },
  });
  const version = useRef(opened.version);
  // Made once: however often a form is sent, it makes one record.
  const createKey = useRef('');
  createKey.current ||= crypto.randomUUID();
  return {
    form,
    base,
    version,
    createKey,
    /** Fills the form as if it had been opened with this and then typed in. */
    refill: (now: Opened<Values>, values: Values) => {
      version.current = now.version;
      createKey.current = now.createKey;
      setBase(now.base);
      form.setInitialValues(now.base);
      form.setValues(values);
    },
  };
}

/** What is changed is not called wrong any more until it is looked at again. */
function clearCured<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  values: Values,
  before: Values,
): void {
  for (const path of Object.keys(form.errors)) {
    const field = path.split('.')[0] ?? path;
    if (values[field] !== before[field]) form.clearFieldError(path);
  }
}
