import { Spotlight } from '@mantine/spotlight';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entities, pathOf } from '#contract/entities.ts';
import { givenNames, plainName } from '#contract/ground/names.ts';
import { dateWithAge } from '#renderer/app/dates.ts';
import { usePermission } from '#renderer/app/permission.tsx';
import { mediaUrl, orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';

interface FoundProps {
  text: string;
  go: (to: string) => void;
}

/** The patients that match what was typed in the palette. */
export function PatientsFound({ text, go }: FoundProps) {
  const { t } = useTranslation('patients');
  const enabled = usePermission('patients.view');
  const found = useQuery(
    orpc.patients.search.queryOptions({
      input: { text, filters: { status: 'all' }, limit: 8 },
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
  if (!found.data) return null;
  if (found.data.rows.length === 0) return <Spotlight.Empty>{t('palette.nothing', { text })}</Spotlight.Empty>;
  return (
    <Spotlight.ActionsGroup label={t('title')}>
      {found.data.rows.map((row) => (
        <Spotlight.Action
          key={row.id}
          leftSection={<Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={30} />}
          label={`${row.familyName.toLocaleUpperCase()} ${givenNames(row)}`}
          description={`${dateWithAge(row.birthDate, row.deceasedOn)} · ${row.mrn}`}
          onClick={() => go(pathOf('patient', row.id))}
        />
      ))}
      <Spotlight.Action
        label={t('palette.all', { text })}
        onClick={() => go(`${entities.patient.path}?q=${encodeURIComponent(JSON.stringify(text))}`)}
      />
    </Spotlight.ActionsGroup>
  );
}
