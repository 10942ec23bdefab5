import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RememberedRecord } from '#contract/people/bookmarks.ts';
import { dateWithAge } from '#renderer/app/dates.ts';
import { PaletteEntry, PaletteGroup } from '#renderer/app/palette/PaletteParts.tsx';
import { ArchivedMark } from '#renderer/app/record/ArchivedMark.tsx';
import { orpc } from '#renderer/client.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { pictureOf, placeOf } from './places.ts';
import { useBookmarks } from './useBookmarks.ts';

const MOST = 6;

type Go = (path: string) => void;

/** What one has opened lately and what one has marked, in the palette before anything is typed. */
export function MarkedBefore({ go }: { go: Go }) {
  const { t } = useTranslation('bookmarks');
  const { data: marks = [] } = useBookmarks();
  const { data: lately = [] } = useQuery(orpc.bookmarks.openedLately.queryOptions({ staleTime: 0 }));
  return (
    <>
      <Records label={t('lately')} records={lately} name="lately" go={go} />
      <Records label={t('title')} records={marks} name="mark" go={go} />
    </>
  );
}

/** All of them but the one that is open. */
function Records({ label, records, name, go }: { label: string; records: RememberedRecord[]; name: string; go: Go }) {
  const { pathname } = useLocation();
  const others = records.filter((record) => placeOf(record) !== pathname).slice(0, MOST);
  if (others.length === 0) return null;
  return (
    <PaletteGroup label={label}>
      {others.map((record) => (
        <PaletteEntry
          key={`${record.kind} ${record.id}`}
          id={`${name}-${record.kind}-${record.id}`}
          icon={<Avatar name={record.name} src={pictureOf(record)} size={30} />}
          label={record.name}
          detail={[record.birthDate && dateWithAge(record.birthDate, record.deceasedOn), record.detail]
            .filter(Boolean)
            .join(' · ')}
          marks={record.status === 'archived' && <ArchivedMark />}
          act={() => go(placeOf(record))}
        />
      ))}
    </PaletteGroup>
  );
}
