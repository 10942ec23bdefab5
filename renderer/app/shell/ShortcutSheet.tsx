import { Kbd } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { useNamedPages } from '../features.tsx';
import { i18n } from '../i18n.ts';
import { isHeard, type ShortcutId, shortcuts } from '../shortcuts.ts';
import classes from './ShortcutSheet.module.css';

const groups = ['everywhere', 'lists', 'records'] as const;
const all = Object.keys(shortcuts) as ShortcutId[];
/** Few pages have a record before and after the one they show. */
const onlyWhereHeard: readonly ShortcutId[] = ['previous', 'next'];

/** Shows every shortcut there is. */
export function openShortcutSheet(): void {
  modals.open({
    title: i18n.t('shell:shortcuts.title'),
    size: 'lg',
    closeButtonProps: { 'aria-label': i18n.t('close') },
    children: <ShortcutSheet />,
  });
}

function ShortcutSheet() {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.sheet}>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`shortcuts-${group}`}>
          <h3 id={`shortcuts-${group}`}>{t(`shortcuts.group.${group}`)}</h3>
          <dl>
            {all
              .filter((id) => shortcuts[id].group === group && (!onlyWhereHeard.includes(id) || isHeard(id)))
              .map((id) => (
                <Line key={id} what={t(`shortcuts.what.${id}`)} keys={shortcuts[id].keys} />
              ))}
            {group === 'everywhere' && <PageLines />}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** The keys that lead to pages. */
function PageLines() {
  const { t } = useTranslation('shell');
  return useNamedPages().map(
    ({ path, name, keys }) => keys && <Line key={path} what={t('shortcuts.goTo', { page: t(name) })} keys={keys} />,
  );
}

function Line({ what, keys }: { what: string; keys: readonly string[] }) {
  return (
    <div className={classes.row}>
      <dt>{what}</dt>
      <dd>
        {keys.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </dd>
    </div>
  );
}
