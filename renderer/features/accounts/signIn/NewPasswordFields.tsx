import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { CapsLockHint, useCapsLock } from '#renderer/ui/CapsLock.tsx';
import classes from './NewPasswordFields.module.css';
import { PasswordStrength } from './PasswordStrength.tsx';

interface Passwords {
  newPassword: string;
  again: string;
}

interface NewPasswordFieldsProps<Values extends Passwords> {
  form: UseFormReturnType<Values>;
  /** What is known of somebody who is no user yet. */
  about?: string[];
  /** Names that only main knows are compared when it is set. */
  provisional?: boolean;
  label?: string;
}

/** Both fields say the same, in the words of a refinement. */
export const passwordsAgree: [(values: Passwords) => boolean, { path: string[]; message: string }] = [
  (values) => values.newPassword === values.again,
  { path: ['again'], message: 'validation.passwordsDiffer' },
];

/** The second field. */
export const again = z.string();

/** A new password, how strong it is, and the same once more. */
export function NewPasswordFields<Values extends Passwords>({
  form,
  about,
  provisional,
  label,
}: NewPasswordFieldsProps<Values>) {
  const { t } = useTranslation('signIn');
  const capsLock = useCapsLock();
  const eye = { 'aria-label': t('showPassword'), tabIndex: 0 };
  return (
    <div {...capsLock.handlers} className={classes.passwords}>
      <PasswordInput
        label={label ?? t('newPassword')}
        required
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...form.getInputProps('newPassword')}
      />
      <PasswordStrength password={form.values.newPassword} about={about} provisional={provisional} />
      <PasswordInput
        label={t('again')}
        required
        autoComplete="new-password"
        visibilityToggleButtonProps={eye}
        {...form.getInputProps('again')}
      />
      <CapsLockHint on={capsLock.on}>{t('capsLock')}</CapsLockHint>
    </div>
  );
}
