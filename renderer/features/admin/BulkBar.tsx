import { Button, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import type { AdminAction, AdminRow } from '#contract/admin/table.ts';
import { sentenceText } from '#renderer/app/problem.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import classes from './AdminList.module.css';
import type { AdminQuery } from './adminSearch.ts';
import { type Failure, useBulkAction } from './useBulkAction.ts';
import type { Marking } from './useMarked.ts';
import { countWords, recordName } from './words.ts';

const MOST_SHOWN = 5;

interface BulkBarProps {
  query: AdminQuery;
  actions: AdminAction[];
  marking: Marking;
  rows: readonly AdminRow[];
  /** How many fit; undefined until that is known. */
  total: { count: number; atLeast: boolean } | undefined;
  /** More fit than the list shows. */
  hasMore: boolean;
}

/** What can be done with the marked rows, how far it is, and what could not be done. */
export function BulkBar({ query, actions, marking, rows, total, hasMore }: BulkBarProps) {
  const { t } = useTranslation('admin');
  const { marked } = marking;
  const bulk = useBulkAction(query, marking.clear);
  const meant = marked.all ? (total ?? { count: 0, atLeast: false }) : { count: marked.ids.size, atLeast: false };
  const { count } = meant;
  const only = count === 1 ? rows.find(({ id }) => marking.isMarked(id)) : undefined;
  const name = only ? recordName(query.table, only.label) : countWords(meant);
  const ask = (action: AdminAction) =>
    modals.openConfirmModal({
      title: t(`actions.${action.name}.label`),
      children: <Text>{t(`actions.${action.name}.ask`, { count, name, number: countWords(meant) })}</Text>,
      labels: { confirm: t(`actions.${action.name}.label`), cancel: t('common:cancel') },
      confirmProps: action.final ? { color: 'red' } : {},
      closeButtonProps: { 'aria-label': t('common:close') },
      onConfirm: () => void bulk.run(action, marked),
    });
  return (
    <>
      <Failures list={bulk.failures} onClose={bulk.forgetFailures} />
      {bulk.progress !== null && (
        <div className={classes.bulk} role="status">
          <span className={classes.bulkText}>{t('bulk.working', { count: bulk.progress })}</span>
          <Button variant="default" size="compact-md" ml="auto" onClick={bulk.stop}>
            {t('bulk.stop')}
          </Button>
        </div>
      )}
      {count > 0 && bulk.progress === null && (
        <section className={classes.bulk} aria-label={t('bulk.selected', { count })}>
          <span className={classes.bulkText}>
            {marked.all && total ? t('bulk.everything', { count: countWords(total) }) : t('bulk.selected', { count })}
          </span>
          {!marked.all && hasMore && total && (
            <Button variant="subtle" size="compact-md" onClick={marking.markAll}>
              {t('bulk.selectEverything', { count: countWords(total) })}
            </Button>
          )}
          <div className={classes.bulkActions}>
            {actions.map((action) => (
              <Button key={action.name} variant="default" size="compact-md" onClick={() => ask(action)}>
                {t(`actions.${action.name}.label`)}
              </Button>
            ))}
            <Button variant="subtle" size="compact-md" onClick={marking.clear}>
              {t('bulk.clear')}
            </Button>
          </div>
        </section>
      )}
    </>
  );
}

function Failures({ list, onClose }: { list: Failure[]; onClose: () => void }) {
  const { t } = useTranslation('admin');
  if (list.length === 0) return null;
  const more = list.length - MOST_SHOWN;
  return (
    <Notice kind="warn" alert>
      {t('bulk.failed', { count: list.length })}
      <ul style={{ margin: '4px 0', paddingInlineStart: 18 }}>
        {list.slice(0, MOST_SHOWN).map(({ label, sentence }) => (
          <li key={label} dir="auto">
            {label}: {sentenceText(sentence) ?? t('errors:internal')}
          </li>
        ))}
        {more > 0 && <li>{t('bulk.more', { count: more })}</li>}
      </ul>
      <Button variant="subtle" size="compact-sm" onClick={onClose}>
        {t('common:close')}
      </Button>
    </Notice>
  );
}
