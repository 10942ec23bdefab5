import { ActionIcon, Tooltip } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { BookmarkKind } from '#contract/people/bookmarks.ts';
import { useBookmark } from './useBookmarks.ts';

/** The star that marks a record for me. */
export function BookmarkStar({ kind, id }: { kind: BookmarkKind; id: number }) {
  const { t } = useTranslation('bookmarks');
  const { isMarked, toggle } = useBookmark(kind, id);
  const label = t(isMarked ? 'remove' : 'add');
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={t('add')} aria-pressed={isMarked} onClick={toggle}>
        {isMarked ? (
          <IconStarFilled size={18} color="var(--cd-accent)" aria-hidden="true" />
        ) : (
          <IconStar size={18} aria-hidden="true" />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
