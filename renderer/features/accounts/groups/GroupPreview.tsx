import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AdminRecord } from '#contract/admin/record.ts';
import { orpc } from '#renderer/client.ts';
import classes from '#renderer/features/admin/AdminForm.module.css';
import type { FormValues } from '#renderer/features/admin/formShape.ts';
import { rightName } from '#renderer/features/admin/rights.ts';

const asNames = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Who would gain and lose what if the group were saved as it stands in the form. */
export function GroupPreview({ record, form }: { record: AdminRecord; form: UseFormReturnType<FormValues> }) {
  const { t } = useTranslation('admin');
  const [wanted, setWanted] = useState(() => asNames(form.getValues().permissions));
  form.watch('permissions', ({ value }) => setWanted(asNames(value)));
  const [permissions] = useDebouncedValue(wanted, 150);
  const { data } = useQuery(
    orpc.permissions.preview.queryOptions({
      input: { groupId: Number(record.id), permissions },
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );
  const list = (names: string[]) => names.map(rightName).join(', ');
  return (
    <section className={classes.panel} aria-live="polite" aria-label={t('matrix.preview')}>
      <h2>{t('matrix.preview')}</h2>
      {!data && <p>{t('matrix.checking')}</p>}
      {data && data.gains.length + data.loses.length === 0 && <p>{t('matrix.nobody')}</p>}
      <ul className={classes.list}>
        {data?.gains.map(({ userId, name, permissions: gained }) => (
          <li key={`gains ${userId}`} dir="auto">
            {t('matrix.gains', { name, list: list(gained) })}
          </li>
        ))}
        {data?.loses.map(({ userId, name, permissions: lost }) => (
          <li key={`loses ${userId}`} dir="auto">
            {t('matrix.loses', { name, list: list(lost) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
