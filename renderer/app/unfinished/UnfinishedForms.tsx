import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconPencilPause, IconX } from '@tabler/icons-react';
import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import { putFormsAside } from '../forms/openForms.ts';
import { showProblem } from '../notices.tsx';
import { queryClient } from '../query.ts';
import { keysText, useShortcut } from '../shortcuts.ts';
import classes from './Unfinished.module.css';
import { openUnfinishedList } from './UnfinishedList.tsx';
import { throwAway, type Unfinished, useUnfinished } from './useUnfinished.ts';

/** What the user has begun and not saved, as tabs above every page; nothing when all is done. */
export function UnfinishedForms() {
  const { t } = useTranslation('shell');
  const router = useRouter();
  const here = useLocation({ select: ({ href }) => href });
  const forms = useUnfinished();
  const go = (path: string) => {
    if (path !== here) void putFormsAside().then(() => router.history.push(path), showProblem);
  };
  useShortcut('unfinished', () => openUnfinishedList(go));
  useEffect(() => void (here && queryClient.invalidateQueries({ queryKey: orpc.drafts.list.key() })), [here]);
  if (forms.length === 0) return null;
  return (
    <section className={classes.strip} aria-label={t('unfinished.title')}>
      <UnstyledButton className={classes.count} onClick={() => openUnfinishedList(go)} title={keysText('unfinished')}>
        <IconPencilPause size={16} aria-hidden="true" />
        {t('unfinished.count', { count: forms.length })}
      </UnstyledButton>
      <ul className={classes.tabs}>
        {forms.map((form) => (
          <Tab key={form.formKey} form={form} isHere={form.path === here} go={go} />
        ))}
      </ul>
    </section>
  );
}

function Tab({ form, isHere, go }: { form: Unfinished; isHere: boolean; go: (path: string) => void }) {
  const { t } = useTranslation('shell');
  return (
    <li className={classes.tab} data-here={isHere || undefined}>
      <UnstyledButton
        className={classes.name}
        aria-label={t('unfinished.openIt', { form: form.label })}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => go(form.path)}
      >
        <span>{form.kind}</span> <strong dir="auto">{form.name}</strong>
      </UnstyledButton>
      {!isHere && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('unfinished.throwItAway', { form: form.label })}
          onClick={() => void throwAway(form)}
        >
          <IconX size={14} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}
