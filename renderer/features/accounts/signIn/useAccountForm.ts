import { type UseFormReturnType, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import type { z } from 'zod';
import { focusFirstError, serverErrors, validateWith } from '#renderer/app/forms/validate.ts';
import { failedWith } from '#renderer/app/problem.ts';
import { useWait } from '#renderer/app/useWait.ts';

interface AccountFormOptions<Values, Answer> {
  initialValues: Values;
  schema: z.ZodType;
  send: (values: Values) => Promise<Answer>;
  onDone: (answer: Answer) => unknown;
  /** Fields that the call knows under other names, by those. */
  rename?: Record<string, string>;
}

/** A form that holds secrets: checked and sent like any other, never kept as a draft. */
export function useAccountForm<Values extends Record<string, unknown>, Answer>(
  options: AccountFormOptions<Values, Answer>,
) {
  const form = useForm<Values>({ initialValues: options.initialValues, validate: validateWith(options.schema) });
  const sending = useMutation({
    // Without variables, which would stay in the cache.
    mutationFn: () => options.send(form.getValues()),
    gcTime: 0,
    onSuccess: (answer) => options.onDone(answer),
    onError: (error) => {
      const wrong = Object.entries(serverErrors(error, ''));
      form.setErrors(Object.fromEntries(wrong.map(([path, text]) => [options.rename?.[path] ?? path, text])));
      focusFirstError();
    },
  });
  const wait = useWait(sending.error);
  return {
    form: form as UseFormReturnType<Values>,
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (!sending.isPending && wait === 0) form.onSubmit(() => sending.mutate(), focusFirstError)();
    },
    pending: sending.isPending,
    wait,
    /** What stands beside no field. */
    error: sending.error && !failedWith(sending.error, 'VALIDATION') ? sending.error : null,
  };
}
