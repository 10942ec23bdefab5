import { Button, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type CurrentUser, password } from '#contract/accounts/signIn.ts';
import { AttemptNotice } from '#renderer/app/AttemptNotice.tsx';
import { showDone } from '#renderer/app/notices.tsx';
import { client } from '#renderer/client.ts';
import { again, NewPasswordFields, passwordsAgree } from '#renderer/features/accounts/signIn/NewPasswordFields.tsx';
import { useAccountForm } from '#renderer/features/accounts/signIn/useAccountForm.ts';
import classes from './account.module.css';
import { Card } from './Card.tsx';

const schema = z.object({ oldPassword: password, newPassword: password, again }).refine(...passwordsAgree);

/** Changes one's own password; this session stays, all others end. */
export function PasswordCard({ user }: { user: CurrentUser }) {
  const { t } = useTranslation('account');
  const { form, ...change } = useAccountForm({
    initialValues: { oldPassword: '', newPassword: '', again: '' },
    schema,
    send: ({ oldPassword, newPassword }) => client.accounts.changePassword({ oldPassword, newPassword }),
    onDone: () => {
      form.reset();
      showDone(t('password.changed'));
    },
  });
  return (
    <Card title={t('password.title')} text={t('password.text')}>
      <form onSubmit={change.submit} noValidate style={{ display: 'grid', gap: 12 }}>
        {/* Tells a password manager whose password this is. */}
        <input type="text" autoComplete="username" defaultValue={user.username} hidden readOnly />
        <PasswordInput
          label={t('password.old')}
          required
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn:showPassword'), tabIndex: 0 }}
          {...form.getInputProps('oldPassword')}
        />
        <NewPasswordFields form={form} />
        <AttemptNotice error={change.error} wait={change.wait} />
        <div className={classes.foot}>
          <Button type="submit" loading={change.pending} disabled={change.wait > 0}>
            {t('password.change')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
