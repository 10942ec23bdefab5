import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../notices.tsx';
import { failedWith } from '../problem.ts';
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
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: (saved) => {
      isOver.current = true;
      showDone(t('form.saved'));
      onSaved(saved);
    },
    onError: async (error) => {
      if (failedWith(error, 'CONFLICT') && onConflict) return onConflict();
      form.setErrors(serverErrors(error, root));
      focusFirstError();
    },
  });
  return {
    submit: () => {
      if (mutation.isPending || isOver.current) return;
      form.onSubmit((values) => mutation.mutate(values), focusFirstError)();
    },
    isPending: mutation.isPending,
    error: mutation.error && !failedWith(mutation.error, 'CONFLICT') ? mutation.error : null,
    /** Saved or given up: nothing in the form is unsaved any more. */
    isOver: () => isOver.current,
    giveUp: () => {
      isOver.current = true;
    },
  };
}
