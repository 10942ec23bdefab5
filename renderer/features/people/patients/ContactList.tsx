import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Patient } from '#contract/people/patients.ts';
import { Fact } from '#renderer/ui/Facts.tsx';

const AT_FIRST = 6;

/** Further numbers and addresses; a few at first, however many there are. */
export function ContactList({ contacts }: { contacts: Patient['contacts'] }) {
  const { t } = useTranslation('patients');
  const [all, setAll] = useState(false);
  const shown = all ? contacts : contacts.slice(0, AT_FIRST);
  return (
    <>
      {shown.map(({ system, use, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contacts have no identity but their place
        <Fact key={index} label={t(`contact.${system}`, { use: t(`contact.use.${use}`) })}>
          {value}
        </Fact>
      ))}
      {contacts.length > AT_FIRST && (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
            {all ? t('common:showFewer') : t('common:showAll', { count: contacts.length })}
          </Button>
        </div>
      )}
    </>
  );
}
