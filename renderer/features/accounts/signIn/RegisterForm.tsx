import { Anchor, Button, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { password, username } from '#contract/accounts/signIn.ts';
import type { Sentence } from '#contract/ground/errors.ts';
import { email, line, requiredLine } from '#contract/ground/fields.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { client } from '#renderer/client.ts';
import { again, NewPasswordFields, passwordsAgree } from './NewPasswordFields.tsx';
import classes from './SignInPage.module.css';
import { useAccountForm } from './useAccountForm.ts';

const schema = z
  .object({ givenName: line(120), familyName: requiredLine(120), email, username, newPassword: password, again })
  .refine(...passwordsAgree);

const empty = { givenName: '', familyName: '', email: '', username: '', newPassword: '', again: '' };

interface RegisterFormProps {
  /** Somebody looks at it before one may sign in. */
  needsApproval: boolean;
  onBack: () => void;
  onDone: (message: Sentence) => void;
}

/** Asks for an account of one's own. */
export function RegisterForm({ needsApproval, onBack, onDone }: RegisterFormProps) {
  const { t } = useTranslation('signIn');
  const { form, ...register } = useAccountForm({
    initialValues: empty,
    schema,
    send: ({ again: _, newPassword, ...person }) => client.accounts.register({ ...person, password: newPassword }),
    onDone: ({ message }) => onDone(message),
    rename: { password: 'newPassword' },
  });
  const { givenName, familyName, username: name } = form.values;
  return (
    <form className={classes.form} onSubmit={register.submit} noValidate>
      <h2 className={classes.stepTitle}>{t('register.title')}</h2>
      <p className={classes.text}>{t(needsApproval ? 'register.textApproval' : 'register.text')}</p>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label={t('common:person.familyName')}
          required
          autoFocus
          autoComplete="family-name"
          {...form.getInputProps('familyName')}
        />
        <TextInput
          label={t('common:person.givenName')}
          autoComplete="given-name"
          {...form.getInputProps('givenName')}
        />
      </SimpleGrid>
      <TextInput label={t('common:person.email')} type="email" autoComplete="email" {...form.getInputProps('email')} />
      <TextInput
        label={t('username')}
        description={t('setup:administrator.usernameHint')}
        required
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('username')}
      />
      <NewPasswordFields form={form} about={[givenName, familyName, name, form.values.email]} label={t('password')} />
      <AttemptNotice error={register.error} wait={register.wait} />
      <Button type="submit" size="md" loading={register.pending} disabled={register.wait > 0} fullWidth>
        {t('register.send')}
      </Button>
      <p className={classes.hint}>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('back')}
        </Anchor>
      </p>
    </form>
  );
}
