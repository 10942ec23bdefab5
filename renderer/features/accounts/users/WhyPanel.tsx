import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import classes from '#renderer/features/admin/AdminForm.module.css';
import { rightName } from '#renderer/features/admin/rights.ts';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Explains any right of a person by where it comes from, or by what would give it. */
export function WhyPanel({ userId, name }: { userId: number; name: string }) {
  const { t } = useTranslation('admin');
  const [permission, setPermission] = useState('');
  const { data: catalogue } = useQuery(orpc.permissions.catalogue.queryOptions({}));
  const rights = (catalogue ?? []).flatMap((entry) => entry.permissions.map((right) => right.name));
  const { data } = useQuery(
    orpc.permissions.explain.queryOptions({
      input: { userId, permission },
      enabled: permission !== '',
      staleTime: 0,
    }),
  );
  return (
    <section className={classes.panel} aria-label={t('users.why')}>
      <h2>{t('users.why')}</h2>
      <NativeSelect
        aria-label={t('users.right')}
        value={permission}
        onChange={(event) => setPermission(event.currentTarget.value)}
        data={[{ value: '', label: t('users.choose') }, ...rights.map((value) => ({ value, label: rightName(value) }))]}
        mb="sm"
      />
      <div aria-live="polite">
        {data && permission !== '' && (
          <Notice kind={data.allowed ? 'ok' : 'warn'}>
            <strong dir="auto">{t(data.allowed ? 'users.can' : 'users.cannot', { name })}</strong>
            {!data.isActive && <div>{t('users.inactive')}</div>}
            {data.isSuperuser && <div>{t('users.superuser')}</div>}
            {data.own && <div>{t('users.own')}</div>}
            {data.groups.length > 0 && (
              <div>
                {t('users.through')} <Groups list={data.groups} />
              </div>
            )}
            {!data.allowed && data.isActive && data.couldJoin.length > 0 && (
              <div>
                {t('users.couldJoin')} <Groups list={data.couldJoin} />
              </div>
            )}
            {!data.allowed && data.isActive && data.couldJoin.length === 0 && <div>{t('users.noGroup')}</div>}
          </Notice>
        )}
      </div>
    </section>
  );
}

function Groups({ list }: { list: { id: number; name: string }[] }) {
  return list.map(({ id, name }, i) => (
    <span key={id}>
      {i > 0 && ', '}
      <Link to="/admin/$table/$recordId" params={{ table: 'groups', recordId: String(id) }} dir="auto">
        {name}
      </Link>
    </span>
  ));
}
