import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CacheChoice, type CacheSettings, cacheBackend, cacheChoice } from '#contract/cache.ts';
import { showDone } from '#renderer/app/notices.tsx';
import { ProblemNotice } from '#renderer/app/ProblemNotice.tsx';
import { problemOf } from '#renderer/app/problem.ts';
import { queryClient } from '#renderer/app/query.ts';
import { orpc } from '#renderer/client.ts';
import classes from './caches.module.css';

/** The caches that the program uses itself; each may be kept elsewhere. */
const NAMES = ['default', 'procedures', 'fragments'];

/** Where each cache is kept. */
export function CacheSettingsForm() {
  const { data } = useQuery(orpc.cache.settings.queryOptions());
  return data ? <Form key={JSON.stringify(data)} settings={data} /> : null;
}

function Form({ settings }: { settings: CacheSettings }) {
  const { t } = useTranslation('cache');
  const [caches, setCaches] = useState(settings.caches);
  const [siteSeconds, setSiteSeconds] = useState(settings.siteSeconds);
  const save = useMutation(
    orpc.cache.configure.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: orpc.cache.key() });
        showDone(t('common:form.saved'));
      },
    }),
  );
  const choiceOf = (name: string) => caches[name] ?? caches.default ?? cacheChoice.parse({});
  const names = [...new Set([...NAMES, ...Object.keys(caches)])];
  return (
    <section className={classes.card} aria-labelledby="cache-settings">
      <h2 id="cache-settings">{t('settings')}</h2>
      <p className={classes.text}>{t('settingsText')}</p>
      {save.error && <ProblemNotice problem={problemOf(save.error)} />}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ siteSeconds, caches });
        }}
      >
        {names.map((name) => (
          <Choice
            key={name}
            name={name}
            choice={choiceOf(name)}
            onChange={(choice) => setCaches({ ...caches, [name]: choice })}
          />
        ))}
        <NumberInput
          label={t('site')}
          min={0}
          max={3600}
          allowDecimal={false}
          value={siteSeconds}
          onChange={(value) => setSiteSeconds(Number(value))}
          hideControls
        />
        <Button type="submit" loading={save.isPending} className={classes.save}>
          {t('save')}
        </Button>
      </form>
    </section>
  );
}

interface ChoiceProps {
  name: string;
  choice: CacheChoice;
  onChange: (choice: CacheChoice) => void;
}

function Choice({ name, choice, onChange }: ChoiceProps) {
  const { t } = useTranslation('cache');
  const isServer = choice.backend === 'redis' || choice.backend === 'memcached';
  return (
    <fieldset className={classes.choice}>
      <legend>{name}</legend>
      <NativeSelect
        label={t('place')}
        data={cacheBackend.options.map((value) => ({ value, label: t(`backend.${value}`) }))}
        value={choice.backend}
        onChange={(event) => onChange({ ...choice, backend: cacheBackend.parse(event.currentTarget.value) })}
      />
      <NumberInput
        label={t('seconds')}
        min={0}
        allowDecimal={false}
        value={choice.seconds ?? ''}
        onChange={(value) => onChange({ ...choice, seconds: value === '' ? null : Number(value) })}
        hideControls
      />
      {isServer && (
        <TextInput
          label={t('address')}
          placeholder={choice.backend === 'redis' ? 'redis://127.0.0.1:6379' : '127.0.0.1:11211'}
          value={choice.address}
          onChange={(event) => onChange({ ...choice, address: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}
