import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { PersonName } from '#contract/ground/person.ts';

/** What every person's form holds. */
export type PersonValues = PersonName & { phone: string; email: string };

interface PersonFieldsProps<Values extends PersonValues> {
  form: UseFormReturnType<Values>;
  autoFocus?: boolean;
}

/** The form as far as it is the same for all people. */
const asPerson = <Values extends PersonValues>(form: UseFormReturnType<Values>) =>
  form as unknown as UseFormReturnType<PersonValues>;

/** The parts of a name, as patients, doctors and users have them. */
export function NameFields<Values extends PersonValues>({ form, autoFocus }: PersonFieldsProps<Values>) {
  const { t } = useTranslation();
  const person = asPerson(form);
  const field = (name: keyof PersonName, span: number) => (
    <div data-span={span}>
      <TextInput
        key={person.key(name)}
        label={t(`person.${name}`)}
        required={name === 'familyName'}
        autoFocus={autoFocus === true && name === 'familyName'}
        autoComplete="off"
        dir="auto"
        {...person.getInputProps(name)}
      />
    </div>
  );
  return (
    <>
      {field('familyName', 4)}
      {field('givenName', 4)}
      {field('middleName', 4)}
      {field('prefix', 3)}
      {field('suffix', 3)}
    </>
  );
}

/** How a person is reached. */
export function ReachFields<Values extends PersonValues>({ form }: PersonFieldsProps<Values>) {
  const { t } = useTranslation();
  const person = asPerson(form);
  return (
    <>
      <TextInput
        key={person.key('phone')}
        label={t('person.phone')}
        type="tel"
        autoComplete="off"
        {...person.getInputProps('phone')}
      />
      <TextInput
        key={person.key('email')}
        label={t('person.email')}
        type="email"
        autoComplete="off"
        {...person.getInputProps('email')}
      />
    </>
  );
}
