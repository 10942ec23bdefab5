import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { hideNotSaved, showDone, showNotSaved } from '../notices.tsx';
import { failedWith, problemOf } from '../problem.ts';
import { focusFirstError, serverErrors } from './validate.ts';

interface Saving<Values extends Record<string, unknown>, Saved> {
  form: UseFormReturnType<Values>;
  /** The name of the form in the call's input. */
  root: string;
  send: (values: Values) => Promise<Saved>;
  onSaved: (saved: Saved) => void;
  /** Somebody else was faster; undefined where nobody can be. */
  onConflict: (() => Promise<void>) | undefined;
}

/** Sends a form once, however often it is asked to, and says beside the fields what main refused. */
export function useSaving<Values extends Record<string, unknown>, Saved>(saving: Saving<Values, Saved>) {
  const { t } = useTranslation();
  const { form, root, send, onSaved, onConflict } = saving;
  const isOver = useRef(false);
  const refuse = (errors: Record<string, unknown>) => {
    showNotSaved(t('form.wrongFields', { count: Object.keys(errors).length }));
    focusFirstError();
  };
  const isConflict = (error: unknown) => onConflict !== undefined && failedWith(error, 'CONFLICT');
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (saved) => {
      isOver.current = true;
      showDone(t('form.saved'));
      onSaved(saved);
    },
    onError: async (error) => {
      if (isConflict(error)) return onConflict?.().catch(tellWhy);
      const errors = serverErrors(error, root);
      form.setErrors(errors);
      if (Object.keys(errors).length > 0) refuse(errors);
      else tellWhy(error);
    },
  });
  return {
    submit: () => {
      if (mutation.isPending || isOver.current) return;
      hideNotSaved();
      form.onSubmit((values) => mutation.mutate(values), refuse)();
    },
    isPending: mutation.isPending,
    /** Why nothing was saved, unless it is said by another question or beside the fields. */
    error: mutation.error && !isConflict(mutation.error) && !namesFields(mutation.error) ? mutation.error : null,
    /** Saved or given up: nothing in the form is unsaved any more. */
    isOver: () => isOver.current,
    giveUp: () => {
      isOver.current = true;
    },
  };
}

const tellWhy = (error: unknown): void => showNotSaved(problemOf(error).text);

const namesFields = (error: unknown): boolean => (problemOf(error).fields ?? []).length > 0;
