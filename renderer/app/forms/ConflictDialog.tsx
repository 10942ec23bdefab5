import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { differences, merge, type Side } from './conflict.ts';
import classes from './forms.module.css';

interface ConflictDialogProps<Values> {
  /** What the form was filled with, what stands in it now, and what a colleague saved. */
  base: Values;
  mine: Values;
  theirs: Values;
  label: (field: string) => string;
  /** A value in words. */
  describe: (field: string, value: unknown) => string;
  onSettle: (values: Values) => void;
  onClose: () => void;
}

/** Lets one choose field by field between what one entered and what a colleague saved. */
export function ConflictDialog<Values extends Record<string, unknown>>(props: ConflictDialogProps<Values>) {
  const { base, mine, theirs, label, describe } = props;
  const { t } = useTranslation();
  const fields = differences(base, mine, theirs);
  const [sides, setSides] = useState<Record<string, Side>>(() =>
    Object.fromEntries(fields.map(({ field, proposed }) => [field, proposed])),
  );
  const all = (side: Side) => setSides(Object.fromEntries(fields.map(({ field }) => [field, side])));
  const choose = (field: string, side: Side) => setSides({ ...sides, [field]: side });
  const cell = (field: string, side: Side, value: unknown) => (
    <td>
      <label className={classes.choice}>
        <input
          type="radio"
          name={`conflict-${field}`}
          checked={sides[field] === side}
          onChange={() => choose(field, side)}
          aria-label={`${label(field)}: ${t(`conflict.${side}`)}`}
        />
        <span dir="auto">{describe(field, value) || t('conflict.empty')}</span>
      </label>
    </td>
  );
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('conflict.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Notice kind="warn">{t('conflict.text')}</Notice>
      <table className={classes.conflict}>
        <thead>
          <tr>
            <th scope="col">{t('conflict.field')}</th>
            <th scope="col">{t('conflict.mine')}</th>
            <th scope="col">{t('conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ field }) => (
            <tr key={field}>
              <th scope="row">{label(field)}</th>
              {cell(field, 'mine', mine[field])}
              {cell(field, 'theirs', theirs[field])}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.conflictFoot}>
        <Button variant="default" onClick={() => all('mine')}>
          {t('conflict.allMine')}
        </Button>
        <Button variant="default" onClick={() => all('theirs')}>
          {t('conflict.allTheirs')}
        </Button>
        <Button ml="auto" onClick={() => props.onSettle(merge(mine, theirs, sides))} data-autofocus>
          {t('conflict.save')}
        </Button>
      </div>
    </Modal>
  );
}
