import { Anchor, Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { password } from '#contract/accounts/signIn.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { refreshSession } from '#renderer/app/query.ts';
import { whileArriving } from '#renderer/app/station/arriving.ts';
import { arrive } from '#renderer/app/station/place.ts';
import { client } from '#renderer/client.ts';
import { PlainPage } from '#renderer/ui/PlainPage.tsx';
import { again, NewPasswordFields, passwordsAgree } from './NewPasswordFields.tsx';
import classes from './SignInPage.module.css';
import { useAccountForm } from './useAccountForm.ts';

const schema = z.object({ oldPassword: password, newPassword: password, again }).refine(...passwordsAgree);

/** Stands before everything else when an administrator has set the password: only its owner shall know it. */
export function NewPasswordPage() {
  const { t } = useTranslation('signIn');
  const { form, ...change } = useAccountForm({
    initialValues: { oldPassword: '', newPassword: '', again: '' },
    schema,
    send: ({ oldPassword, newPassword }) =>
      whileArriving(async () => {
        await arrive(await client.accounts.changePassword({ oldPassword, newPassword }));
        await refreshSession();
      }),
    onDone: () => {},
  });
  const leave = () => client.accounts.signOut().then(refreshSession, refreshSession);
  return (
    <PlainPage>
      <form className={classes.form} onSubmit={change.submit} noValidate>
        <h1 className={classes.stepTitle}>{t('first.title')}</h1>
        <p className={classes.text}>{t('first.text')}</p>
        <PasswordInput
          label={t('first.old')}
          required
          autoFocus
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
          {...form.getInputProps('oldPassword')}
        />
        <NewPasswordFields form={form} />
        <AttemptNotice error={change.error} wait={change.wait} />
        <Button type="submit" size="md" loading={change.pending} disabled={change.wait > 0} fullWidth>
          {t('first.set')}
        </Button>
        <p className={classes.hint}>
          <Anchor component="button" type="button" size="sm" onClick={() => void leave()}>
            {t('shell:signOut')}
          </Anchor>
        </p>
      </form>
    </PlainPage>
  );
}
