import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { showDone } from '../notices.tsx';
import { failedWith } from '../problem.ts';
import { useShortcut } from '../shortcuts.ts';
import { focusFirstError, serverErrors, validateWith } from './validate.ts';

/** What a colleague saved while this form was open. */
export interface Conflict<Values> {
  theirs: Values;
  version: number;
}

interface RecordFormOptions<Values, Input, Saved> {
  /** The schema of the call; the form is checked with it too. */
  schema: z.ZodType<Input>;
  initialValues: Values;
  /** The name of the form in the call's input. */
  root: string;
  /** The version the form was filled from; 0 for a new record. */
  version: number;
  save: (input: Input, version: number) => Promise<Saved>;
  /** What is stored now, for when somebody else was faster. */
  reload?: () => Promise<Conflict<Values>>;
  onSaved: (saved: Saved) => void;
}

/** Everything that is the same in the forms of all records: checks, saving once, conflicts, unsaved changes. */
export function useRecordForm<Values extends Record<string, unknown>, Input, Saved>(
  options: RecordFormOptions<Values, Input, Saved>,
) {
  const { t } = useTranslation();
  const { schema, root, reload } = options;
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: options.initialValues,
    validate: validateWith(schema),
  });
  const version = useRef(options.version);
  const done = useRef(false);
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);

  const mutation = useMutation({
    mutationFn: (values: Values) => options.save(schema.parse(values), version.current),
    onSuccess: (saved) => {
      done.current = true;
      showDone(t('form.saved'));
      options.onSaved(saved);
    },
    onError: async (error) => {
      if (failedWith(error, 'CONFLICT') && reload) return setConflict(await reload());
      form.setErrors(serverErrors(error, root));
      focusFirstError();
    },
  });
  const submit = () => {
    if (mutation.isPending || done.current) return;
    form.onSubmit((values) => mutation.mutate(values), focusFirstError)();
  };
  const settle = (values: Values) => {
    if (conflict) version.current = conflict.version;
    form.setValues(values);
    setConflict(null);
    submit();
  };
  const isUnsaved = () => !done.current && form.isDirty();
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  useShortcut('save', submit);

  return {
    form: form as UseFormReturnType<Values>,
    submit,
    saving: mutation.isPending,
    error: mutation.error && !failedWith(mutation.error, 'CONFLICT') ? mutation.error : null,
    blocker,
    conflict,
    settle,
    dismissConflict: () => setConflict(null),
  };
}
