import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#contract/accounts/permissions.ts';
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
        description={t('users.noForbidding')}
      />
      <div aria-live="polite">{data && permission !== '' && <Why data={data} name={name} />}</div>
    </section>
  );
}

/** Whether they can, where that comes from, and what stands in the way of it. */
function Why({ data, name }: { data: Explanation; name: string }) {
  const { t } = useTranslation('admin');
  const isMissing = !data.held && data.isActive;
  return (
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
      {isMissing && data.couldJoin.length > 0 && (
        <div>
          {t('users.couldJoin')} <Groups list={data.couldJoin} />
        </div>
      )}
      {isMissing && data.couldJoin.length === 0 && <div>{t('users.noGroup')}</div>}
      {data.isActive && <InTheWay data={data} />}
    </Notice>
  );
}

/** What they need beside the right; a right that is held and opens nothing is said to have no effect. */
function InTheWay({ data }: { data: Explanation }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {data.held && !data.allowed && <div>{t('users.noEffect')}</div>}
      {data.needsStaff && <div>{t('users.needsStaff')}</div>}
      {data.needsPassword && <div>{t('users.needsPassword')}</div>}
      {data.needsRights.length > 0 && (
        <div>{t('users.needsRights', { rights: data.needsRights.map(rightName).join(', ') })}</div>
      )}
    </>
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
