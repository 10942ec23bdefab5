import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstError, serverErrors, validateWith } from '#renderer/app/forms/validate.ts';
import { say } from '#renderer/app/i18n.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { refreshSession } from '#renderer/app/query.ts';
import { client } from '#renderer/client.ts';
import { Logo } from '#renderer/ui/Logo.tsx';
import { PlainPage } from '#renderer/ui/PlainPage.tsx';
import classes from './SetupPage.module.css';
import { AdministratorStep, ClinicStep, DemoStep } from './SetupSteps.tsx';
import { aboutAdministrator, emptySetup, type SetupValues, setUp, setupSchema, stepOf } from './setupForm.ts';

const LAST_STEP = 2;
const validate = validateWith(setupSchema);

type Errors = Record<string, string>;

/** Whether the password is one that main takes. */
async function passwordErrors(values: SetupValues): Promise<Errors> {
  const { password } = values;
  const { accepted } = await client.accounts.passwordStrength({ password, about: aboutAdministrator(values) });
  return accepted ? {} : { password: say('password.refused') };
}

/** The first start: names the clinic, makes its first administrator, and offers demo data. */
export function SetupPage() {
  const { t } = useTranslation('setup');
  const [step, setStep] = useState(0);
  const form = useForm<SetupValues>({ initialValues: emptySetup });

  /** Goes to the first step that holds an error, up to this one. */
  const stopAt = (errors: Errors): boolean => {
    const wrong = Object.entries(errors).filter(([path]) => stepOf(path) <= step);
    form.setErrors(Object.fromEntries(wrong));
    if (wrong.length === 0) return false;
    setStep(Math.min(...wrong.map(([path]) => stepOf(path))));
    focusFirstError();
    return true;
  };
  const advance = useMutation({
    mutationFn: async () => {
      if (stopAt(validate(form.values))) return;
      if (step === 1 && stopAt(await passwordErrors(form.values))) return;
      if (step < LAST_STEP) return setStep(step + 1);
      history.replaceState(null, '', await setUp(form.values));
      await refreshSession();
    },
    onError: (error) => stopAt(serverErrors(error, 'administrator')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!advance.isPending) advance.mutate();
  };

  return (
    <PlainPage wide>
      <div className={classes.head}>
        <Logo size={40} />
        <div>
          <h1>{t('title')}</h1>
          <p className={classes.step}>{t('step', { step: step + 1, of: LAST_STEP + 1 })}</p>
        </div>
      </div>
      <form onSubmit={submit} className={classes.card} noValidate>
        {step === 0 && <ClinicStep form={form} />}
        {step === 1 && <AdministratorStep form={form} />}
        {step === 2 && <DemoStep form={form} />}
        {advance.isError && <ProblemNotice problem={problemOf(advance.error)} />}
        <Group justify="space-between">
          <Button variant="default" onClick={() => setStep(step - 1)} disabled={step === 0 || advance.isPending}>
            {t('back')}
          </Button>
          <Button type="submit" loading={advance.isPending}>
            {t(step < LAST_STEP ? 'continue' : 'finish')}
          </Button>
        </Group>
      </form>
    </PlainPage>
  );
}
