import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pathOf } from '#contract/entities.ts';
import { fullName, plainName } from '#contract/ground/names.ts';
import { PaletteEntry, PaletteGroup } from '#renderer/app/palette/PaletteParts.tsx';
import { usePermission } from '#renderer/app/permission.tsx';
import { ArchivedMark } from '#renderer/app/record/ArchivedMark.tsx';
import { mediaUrl, orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';

interface FoundProps {
  text: string;
  go: (to: string) => void;
}

/** The doctors that match what was typed in the palette. */
export function DoctorsFound({ text, go }: FoundProps) {
  const { t } = useTranslation('doctors');
  const enabled = usePermission('doctors.view');
  const found = useQuery(
    orpc.doctors.choices.queryOptions({ input: { text, status: 'all' }, placeholderData: keepPreviousData, enabled }),
  );
  const rows = (found.data ?? []).slice(0, 4);
  if (rows.length === 0) return null;
  return (
    <PaletteGroup label={t('title')}>
      {rows.map((row) => (
        <PaletteEntry
          key={row.id}
          id={`doctor-${row.id}`}
          icon={<Avatar name={plainName(row)} src={mediaUrl(row.photoId, 96)} size={30} />}
          label={fullName(row)}
          detail={row.speciality}
          marks={row.status === 'archived' && <ArchivedMark />}
          stale={found.isPlaceholderData}
          act={() => go(pathOf('doctor', row.id))}
        />
      ))}
    </PaletteGroup>
  );
}
