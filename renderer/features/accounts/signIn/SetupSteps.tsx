import { PasswordInput, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { CapsLockHint, useCapsLock } from '#renderer/ui/CapsLock.tsx';
import { PasswordStrength } from './PasswordStrength.tsx';
import classes from './SetupPage.module.css';
import { aboutAdministrator, type SetupValues } from './setupForm.ts';

interface StepProps {
  form: UseFormReturnType<SetupValues>;
}

/** Asks for the clinic's name. */
export function ClinicStep({ form }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <>
      <StepHead title={t('clinic.title')} text={t('clinic.text')} />
      <TextInput label={t('clinic.name')} required autoFocus maxLength={120} {...form.getInputProps('clinicName')} />
    </>
  );
}

/** Asks for the first administrator. */
export function AdministratorStep({ form }: StepProps) {
  const { t } = useTranslation('setup');
  const capsLock = useCapsLock();
  const eye = { 'aria-label': t('signIn:showPassword') };
  return (
    <>
      <StepHead title={t('administrator.title')} text={t('administrator.text')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('common:person.familyName')} required autoFocus {...form.getInputProps('familyName')} />
        <TextInput label={t('common:person.givenName')} {...form.getInputProps('givenName')} />
      </SimpleGrid>
      <TextInput
        label={t('administrator.username')}
        description={t('administrator.usernameHint')}
        required
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        {...form.getInputProps('username')}
      />
      <div {...capsLock.handlers} className={classes.passwords}>
        <PasswordInput
          label={t('administrator.password')}
          required
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('password')}
        />
        <PasswordStrength password={form.values.password} about={aboutAdministrator(form.values)} />
        <PasswordInput
          label={t('administrator.again')}
          required
          autoComplete="new-password"
          visibilityToggleButtonProps={eye}
          {...form.getInputProps('again')}
        />
        <CapsLockHint on={capsLock.on}>{t('signIn:capsLock')}</CapsLockHint>
      </div>
    </>
  );
}

/** Offers believable patients to try the product with. */
export function DemoStep({ form }: StepProps) {
  const { t } = useTranslation('setup');
  return (
    <>
      <StepHead title={t('demo.title')} text={t('demo.text')} />
      <Radio.Group aria-label={t('demo.title')} {...form.getInputProps('demo')}>
        <Stack gap="sm">
          {(['0', '200', '5000', '50000'] as const).map((size) => (
            <Radio
              key={size}
              value={size}
              autoFocus={size === form.values.demo}
              label={t(`demo.size.${size}`)}
              description={t(`demo.hint.${size}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </>
  );
}

function StepHead({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h2 className={classes.stepTitle}>{title}</h2>
      <p className={classes.stepText}>{text}</p>
    </div>
  );
}
