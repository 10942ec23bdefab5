import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { entities, pathOf } from '#contract/entities.ts';
import { familyFirst, plainName } from '#contract/ground/names.ts';
import { dateWithAge } from '#renderer/app/dates.ts';
import { PaletteEntry, PaletteGroup } from '#renderer/app/palette/PaletteParts.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { mediaUrl, orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';

import { Corrected } from './ListNotes.tsx';
import { PatientRowMarks } from './PatientRowMarks.tsx';

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
  const corrected = found.data.corrected.map(({ to }) => to).join(' ');
  if (found.data.rows.length === 0) return <Spotlight.Empty>{t('palette.nothing', { text })}</Spotlight.Empty>;
  return (
    <PaletteGroup label={t('title')} note={corrected && <Corrected words={corrected} />}>
      {found.data.rows.map((row) => (
        <PaletteEntry
          key={row.id}
          id={`patient-${row.id}`}
          icon={<Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={30} />}
          label={familyFirst(row)}
          detail={`${dateWithAge(row.birthDate, row.deceasedOn)} · ${row.mrn}`}
          marks={<PatientRowMarks row={row} />}
          stale={found.isPlaceholderData}
          act={() => go(pathOf('patient', row.id))}
        />
      ))}
      <PaletteEntry
        id="patients-all"
        icon={<IconArrowRight size={18} aria-hidden="true" />}
        label={t('palette.all', { text })}
        act={() => go(`${entities.patient.path}?q=${encodeURIComponent(JSON.stringify(text))}`)}
      />
    </PaletteGroup>
  );
}
