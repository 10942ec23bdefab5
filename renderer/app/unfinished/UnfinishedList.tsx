import { Button, Group } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useTranslation } from 'react-i18next';
import { plainName } from '#contract/ground/names.ts';
import { formatMoment } from '../dates.ts';
import { i18n } from '../i18n.ts';
import { useSession } from '../session.tsx';
import classes from './Unfinished.module.css';
import { throwAway, type Unfinished, useUnfinished } from './useUnfinished.ts';

const ID = 'unfinished';

/** Shows the user's unfinished forms: what, whose record, when, and what to do with each. */
export function openUnfinishedList(go: (path: string) => void): void {
  const open = (path: string) => {
    modals.close(ID);
    go(path);
  };
  modals.open({
    modalId: ID,
    title: i18n.t('shell:unfinished.title'),
    size: 'xl',
    closeButtonProps: { 'aria-label': i18n.t('close') },
    children: <UnfinishedList open={open} />,
  });
}

function UnfinishedList({ open }: { open: (path: string) => void }) {
  const { t } = useTranslation('shell');
  const { user } = useSession();
  const forms = useUnfinished();
  if (forms.length === 0) return <p>{t('unfinished.none')}</p>;
  return (
    <>
      <p className={classes.text}>{t('unfinished.text', { name: plainName(user) })}</p>
      <table className={classes.list}>
        <thead>
          <tr>
            <th scope="col">{t('unfinished.what')}</th>
            <th scope="col">{t('unfinished.name')}</th>
            <th scope="col">{t('unfinished.when')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {forms.map((form) => (
            <Line key={form.formKey} form={form} open={open} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Line({ form, open }: { form: Unfinished; open: (path: string) => void }) {
  const { t } = useTranslation('shell');
  return (
    <tr>
      <td>{form.kind}</td>
      <th scope="row" dir="auto">
        {form.name || t('common:nothing')}
      </th>
      <td className="tabular">{formatMoment(form.updatedAt)}</td>
      <td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('unfinished.throwItAway', { form: form.label })}
            onClick={() => void throwAway(form)}
          >
            {t('unfinished.throwAway')}
          </Button>
          <Button
            size="compact-sm"
            aria-label={t('unfinished.openIt', { form: form.label })}
            onClick={() => open(form.path)}
          >
            {t('unfinished.open')}
          </Button>
        </Group>
      </td>
    </tr>
  );
}
