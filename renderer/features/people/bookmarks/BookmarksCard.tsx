import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { kindName } from '#renderer/app/kindWords.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import classes from './bookmarks.module.css';
import { pictureOf, placeOf } from './places.ts';
import { useBookmarks } from './useBookmarks.ts';

const FIRST = 8;

/** What I have marked, on the dashboard. */
export function BookmarksCard() {
  const { t } = useTranslation('bookmarks');
  const { data: marks } = useBookmarks();
  const [all, setAll] = useState(false);
  if (!marks) return null;
  return (
    <section className={classes.card} aria-labelledby="my-bookmarks">
      <h2 id="my-bookmarks">{t('title')}</h2>
      {marks.length === 0 && <p className={classes.nothing}>{t('nothing')}</p>}
      <ul className={classes.marks}>
        {marks.slice(0, all ? undefined : FIRST).map((mark) => (
          <li key={`${mark.kind} ${mark.id}`}>
            <Link to={placeOf(mark)} className={classes.mark}>
              <Avatar name={mark.name} src={pictureOf(mark)} size={28} />
              <span className={classes.name} dir="auto">
                {mark.name}
              </span>
              <span className={classes.detail} dir="auto">
                {[kindName(mark.kind), mark.detail].filter(Boolean).join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {!all && marks.length > FIRST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('showAll', { count: marks.length })}
        </Button>
      )}
    </section>
  );
}
