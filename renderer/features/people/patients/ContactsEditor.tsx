import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ContactsEditor.module.css';
import type { PatientValues } from './patientValues.ts';

/** So many are drawn at a time; a patient may have hundreds. */
const AT_A_TIME = 20;

const systems = ['phone', 'email'] as const;
const uses = ['home', 'work', 'mobile', 'other'] as const;

/** Any number of further phone numbers and e-mail addresses. */
export function ContactsEditor({ form }: { form: UseFormReturnType<PatientValues> }) {
  const { t } = useTranslation('patients');
  const [room, setRoom] = useState(AT_A_TIME);
  const { contacts } = form.getValues();
  const shown = contacts.slice(0, room);
  const add = () => {
    form.insertListItem('contacts', { system: 'phone', use: 'mobile', value: '' }, 0);
    setTimeout(() => document.querySelector<HTMLElement>('[data-path="contacts.0.value"]')?.focus(), 30);
  };
  return (
    <fieldset data-span={12} aria-label={t('group.contacts')} className={classes.editor}>
      {shown.map((_, index) => (
        <ContactLine key={form.key(`contacts.${index}`)} form={form} index={index} />
      ))}
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          onClick={add}
        >
          {t('contact.add')}
        </Button>
        {contacts.length > shown.length && (
          <Button variant="subtle" size="compact-md" onClick={() => setRoom(room + 2 * AT_A_TIME)}>
            {t('common:showMore', { count: contacts.length - shown.length })}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function ContactLine({ form, index }: { form: UseFormReturnType<PatientValues>; index: number }) {
  const { t } = useTranslation('patients');
  const path = (field: 'system' | 'use' | 'value') => `contacts.${index}.${field}` as const;
  return (
    <div className={classes.line}>
      <NativeSelect
        key={form.key(path('system'))}
        aria-label={t('contact.kind')}
        data={systems.map((value) => ({ value, label: t(`contact.system.${value}`) }))}
        {...form.getInputProps(path('system'))}
      />
      <NativeSelect
        key={form.key(path('use'))}
        aria-label={t('contact.usedFor')}
        data={uses.map((value) => ({ value, label: t(`contact.use.${value}`) }))}
        {...form.getInputProps(path('use'))}
      />
      <TextInput
        key={form.key(path('value'))}
        aria-label={t('contact.value')}
        autoComplete="off"
        {...form.getInputProps(path('value'))}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('contact.remove')}
        onClick={() => form.removeListItem('contacts', index)}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
