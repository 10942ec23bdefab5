import { Spotlight } from '@mantine/spotlight';
import { IconStar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { placeOf } from './places.ts';
import { useBookmarks } from './useBookmarks.ts';

const MOST = 6;

/** What one has marked, in the palette before anything is typed. */
export function MarkedBefore({ go }: { go: (path: string) => void }) {
  const { t } = useTranslation('bookmarks');
  const { data: marks = [] } = useBookmarks();
  if (marks.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('title')}>
      {marks.slice(0, MOST).map((mark) => (
        <Spotlight.Action
          key={`${mark.kind} ${mark.id}`}
          leftSection={<IconStar size={18} aria-hidden="true" />}
          label={mark.name}
          description={mark.detail}
          onClick={() => go(placeOf(mark))}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
