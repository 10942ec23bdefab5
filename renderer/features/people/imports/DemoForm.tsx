import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/dates.ts';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { client } from '#renderer/client.ts';
import classes from './imports.module.css';

const sizes = [200, 5000, 50_000, 1_000_000];

/** Makes believable patients to try the product with. */
export function DemoForm({ onStarted }: { onStarted: (jobId: string) => void }) {
  const { t } = useTranslation('imports');
  const [patients, setPatients] = useState(200);
  const demo = useMutation({
    mutationFn: () => client.imports.demo({ patients, seed: Math.floor(Math.random() * 2 ** 31) }),
    onSuccess: ({ jobId }) => onStarted(jobId),
  });
  return (
    <section className={classes.card} aria-labelledby="import-demo">
      <h2 id="import-demo" className={classes.title}>
        {t('page.demo')}
      </h2>
      <p className={classes.text}>{t('page.demoText')}</p>
      <Group align="flex-end">
        <NativeSelect
          label={t('page.demoSize')}
          value={String(patients)}
          onChange={(event) => setPatients(Number(event.currentTarget.value))}
          data={sizes.map((size) => ({ value: String(size), label: formatNumber(size) }))}
        />
        <Button variant="default" loading={demo.isPending} onClick={() => demo.mutate()}>
          {t('page.demoStart')}
        </Button>
      </Group>
      {demo.error && <ProblemNotice problem={problemOf(demo.error)} />}
    </section>
  );
}
