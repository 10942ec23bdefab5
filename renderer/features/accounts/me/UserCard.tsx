import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AccountForm, accountForm } from '#contract/accounts/me.ts';
import { filled } from '#contract/ground/shape.ts';
import { NameFields, ReachFields } from '#renderer/app/forms/PersonFields.tsx';
import { useRecordForm } from '#renderer/app/forms/useRecordForm.ts';
import { client } from '#renderer/client.ts';
import type { Me } from './AccountPage.tsx';
import { FormCard } from './FormCard.tsx';

const valuesOf = ({ user }: Me): AccountForm => filled(accountForm, user);

/** The user form: names, username, how one is reached. */
export function UserCard({ me, onSaved }: { me: Me; onSaved: (me: Me) => void }) {
  const { t } = useTranslation('account');
  const [initialValues] = useState(() => valuesOf(me));
  const record = useRecordForm({
    schema: accountForm,
    initialValues,
    root: 'user',
    formKey: 'account/user',
    isOneOfSeveral: true,
    version: me.version,
    save: (user, version) => client.me.updateUser({ version, user }),
    reload: async () => {
      const now = await client.me.get();
      return { theirs: valuesOf(now), version: now.version };
    },
    onSaved,
  });
  const { form } = record;
  return (
    <FormCard
      title={t('user.title')}
      text={t('user.text')}
      record={record}
      label={(field) => (field === 'username' ? t('signIn:username') : t(`common:person.${field}`))}
      describe={(_field, value) => String(value ?? '')}
    >
      <NameFields form={form} />
      <TextInput
        key={form.key('username')}
        label={t('signIn:username')}
        required
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('username')}
      />
      <ReachFields form={form} />
    </FormCard>
  );
}
