import { Anchor, Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { code, password } from '#contract/accounts/signIn.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import { line, requiredLine } from '#contract/ground/fields.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { sentenceText } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { again, NewPasswordFields, passwordsAgree } from './NewPasswordFields.tsx';
import classes from './SignInPage.module.css';
import { useAccountForm } from './useAccountForm.ts';

const schema = z
  .object({ username: requiredLine(254), code, authenticatorCode: line(40), newPassword: password, again })
  .refine(...passwordsAgree);

interface ForgottenFormProps {
  /** Codes are sent to people's own addresses. */
  byMail: boolean;
  username: string;
  onBack: () => void;
  /** The new password is set; the message says what to do. */
  onDone: (message: Sentence) => void;
}

/** A new password for a code that an administrator gave, or for a recovery code. */
export function ForgottenForm({ byMail, username, onBack, onDone }: ForgottenFormProps) {
  const { t } = useTranslation('signIn');
  const { form, ...reset } = useAccountForm({
    initialValues: { username, code: '', authenticatorCode: '', newPassword: '', again: '' },
    schema,
    send: ({ again: _, ...values }) => client.accounts.resetPassword(values),
    onDone: ({ message }) => onDone(message),
  });
  const [asksDigits, setAsksDigits] = useState(false);
  // Main asks for them only where they are needed; from then on the field stays.
  if (form.errors.authenticatorCode && !asksDigits) setAsksDigits(true);
  return (
    <form className={classes.form} onSubmit={reset.submit} noValidate>
      <h2 className={classes.stepTitle}>{t('forgot.title')}</h2>
      <p className={classes.text}>{t(byMail ? 'forgot.textMail' : 'forgot.text')}</p>
      <TextInput
        label={t('username')}
        required
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        autoFocus={username === ''}
        {...form.getInputProps('username')}
      />
      <AskForHelp byMail={byMail} username={form.values.username.trim()} />
      <TextInput
        label={t('forgot.code')}
        description={t('forgot.codeHint')}
        required
        autoComplete="off"
        spellCheck={false}
        autoFocus={username !== ''}
        {...form.getInputProps('code')}
      />
      {asksDigits && (
        <TextInput
          label={t('code.label.digits')}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          {...form.getInputProps('authenticatorCode')}
        />
      )}
      <NewPasswordFields form={form} about={[form.values.username]} provisional />
      <AttemptNotice error={reset.error} wait={reset.wait} />
      <Button type="submit" size="md" loading={reset.pending} disabled={reset.wait > 0} fullWidth>
        {t('forgot.set')}
      </Button>
      <p className={classes.hint}>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      </p>
    </form>
  );
}

/** Has a code sent, or tells the administrators, so that one of them comes with it. */
function AskForHelp({ byMail, username }: { byMail: boolean; username: string }) {
  const { t } = useTranslation('signIn');
  const ask = useMutation({ mutationFn: () => client.accounts.requestReset({ username }) });
  if (ask.data) return <Notice kind="ok">{sentenceText(ask.data.message)}</Notice>;
  return (
    <>
      <AttemptNotice error={ask.error} wait={0} />
      <Button variant="default" onClick={() => ask.mutate()} loading={ask.isPending} disabled={username === ''}>
        {t(byMail ? 'forgot.askMail' : 'forgot.ask')}
      </Button>
    </>
  );
}
