import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { showDone } from '../notices.tsx';
import { failedWith } from '../problem.ts';
import { useShortcut } from '../shortcuts.ts';
import type { Draft } from './drafts.ts';
import { useDraft } from './useDraft.ts';
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
  save: (input: Input, version: number, createKey: string) => Promise<Saved>;
  /** What is stored now, for when somebody else was faster. */
  reload?: () => Promise<Conflict<Values>>;
  onSaved: (saved: Saved) => void;
  /** Under which name its draft is kept; the page's address when left out. */
  formKey?: string;
  /** One of several forms of a page: only those that were touched are saved by key. */
  isOneOfSeveral?: boolean;
  /** Something unsaved that is in no field, such as a chosen file. */
  hasMore?: boolean;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Everything that is the same in the forms of all records: checks, saving once, conflicts, unsaved changes. */
export function useRecordForm<Values extends Record<string, unknown>, Input, Saved>(
  options: RecordFormOptions<Values, Input, Saved>,
) {
  const { t } = useTranslation();
  const { schema, root, reload } = options;
  const [base, setBase] = useState(options.initialValues);
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: base,
    validate: validateWith(schema),
    // Cleared by hand below: the library would draw the whole form again at every key.
    clearInputErrorOnChange: false,
    onValuesChange: (values, before) => {
      draft.changed();
      for (const path of Object.keys(form.errors)) {
        const field = path.split('.')[0] ?? path;
        if (values[field] !== before[field]) form.clearFieldError(path);
      }
    },
  });
  const version = useRef(options.version);
  // Made once: however often a form is sent, it makes one record.
  const createKey = useRef('');
  createKey.current ||= crypto.randomUUID();
  const done = useRef(false);
  const [conflict, setConflict] = useState<Conflict<Values> | null>(null);

  const mutation = useMutation({
    mutationFn: (values: Values) => options.save(schema.parse(values), version.current, createKey.current),
    onSuccess: (saved) => {
      done.current = true;
      draft.drop();
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
  const isUnsaved = () => !done.current && (form.isDirty() || options.hasMore === true);
  const blocker = useBlocker({ shouldBlockFn: isUnsaved, enableBeforeUnload: isUnsaved, withResolver: true });
  /** Fills the form as if it had been opened with these values and then typed in. */
  const refill = (opened: { base: Values; version: number }, values: Values) => {
    version.current = opened.version;
    setBase(opened.base);
    form.setInitialValues(opened.base);
    form.setValues(values);
  };
  const draft = useDraft({
    formKey: options.formKey ?? location.pathname.slice(1),
    current: () =>
      isUnsaved() ? { base, values: form.getValues(), version: version.current, createKey: createKey.current } : null,
    putBack: (kept: Draft) => {
      const values = { ...options.initialValues, ...kept.values };
      if (form.isDirty() || same(values, options.initialValues)) return false;
      createKey.current = kept.createKey;
      refill({ base: { ...options.initialValues, ...kept.base }, version: kept.version }, values);
      return true;
    },
  });
  useShortcut('save', () => {
    if (!options.isOneOfSeveral || isUnsaved()) submit();
  });
  const discard = () => {
    done.current = true;
    draft.drop();
    blocker.proceed?.();
  };
  const startAnew = () => {
    // What was kept may have been saved, its answer lost: another record needs another key.
    createKey.current = crypto.randomUUID();
    refill({ base: options.initialValues, version: options.version }, options.initialValues);
    draft.drop();
  };

  return {
    form: form as UseFormReturnType<Values>,
    submit,
    saving: mutation.isPending,
    error: mutation.error && !failedWith(mutation.error, 'CONFLICT') ? mutation.error : null,
    /** What the form was filled with, before anything was changed in it. */
    base,
    /** What was typed earlier stands in the form; `startAnew` throws it away. */
    restored: draft.restored,
    startAnew,
    blocker: { status: blocker.status, proceed: discard, reset: blocker.reset },
    conflict,
    settle,
    dismissConflict: () => setConflict(null),
  };
}
