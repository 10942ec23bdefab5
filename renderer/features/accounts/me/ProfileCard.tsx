import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ProfileForm, profileForm } from '#contract/accounts/me.ts';
import { blank, filled } from '#contract/ground/shape.ts';
import { formatDate } from '#renderer/app/dates.ts';
import { DateInput } from '#renderer/app/forms/DateInput.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { client } from '#renderer/client.ts';
import type { Me } from './AccountPage.tsx';
import { FormCard } from './FormCard.tsx';

const valuesOf = ({ profile }: Me): ProfileForm => (profile ? filled(profileForm, profile) : blank(profileForm));

/** The profile form: what a person tells of themselves. */
export function ProfileCard({ me, onSaved }: { me: Me; onSaved: (me: Me) => void }) {
  const { t } = useTranslation('account');
  const [initialValues] = useState(() => valuesOf(me));
  const record = useRecordForm({
    schema: profileForm,
    initialValues,
    root: 'profile',
    formKey: 'account/profile',
    isOneOfSeveral: true,
    version: me.profile?.version ?? 0,
    save: (profile, version) => client.me.updateProfile({ profile, ...(version > 0 && { version }) }),
    reload: async () => {
      const now = await client.me.get();
      return { theirs: valuesOf(now), version: now.profile?.version ?? 0 };
    },
    onSaved,
  });
  const { form } = record;
  return (
    <FormCard
      title={t('profile.title')}
      text={t('profile.text')}
      record={record}
      label={(field) => t(`profile.${field}`)}
      describe={(field, value) => (field === 'birthDate' && value ? formatDate(String(value)) : String(value ?? ''))}
    >
      <TextInput
        key={form.key('jobTitle')}
        label={t('profile.jobTitle')}
        autoComplete="off"
        dir="auto"
        {...form.getInputProps('jobTitle')}
      />
      <DateInput key={form.key('birthDate')} label={t('profile.birthDate')} {...form.getInputProps('birthDate')} />
      <div data-whole>
        <Textarea
          key={form.key('about')}
          label={t('profile.about')}
          rows={6}
          dir="auto"
          {...form.getInputProps('about')}
        />
      </div>
    </FormCard>
  );
}
