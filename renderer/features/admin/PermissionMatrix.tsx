import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/client.ts';
import classes from './AdminForm.module.css';
import { actionName, entityName } from './rights.ts';

const basic = ['view', 'add', 'change', 'delete'] as const;

interface PermissionMatrixProps {
  label: string;
  defaultValue?: unknown;
  onChange?: (value: unknown) => void;
}

/** Every right there is: what it is about by what may be done with it, and those with names of their own. */
export function PermissionMatrix({ label, defaultValue, onChange }: PermissionMatrixProps) {
  const { t } = useTranslation('admin');
  const [held, setHeld] = useState<ReadonlySet<string>>(() => new Set(Array.isArray(defaultValue) ? defaultValue : []));
  const { data } = useQuery(orpc.permissions.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const set = (names: string[], on: boolean) => {
    const next = new Set(held);
    for (const name of names)
      if (on) next.add(name);
      else next.delete(name);
    setHeld(next);
    onChange?.([...next].sort());
  };
  if (!data) return <Skeleton height={240} />;
  return (
    <section className={classes.matrixScroll} aria-label={label}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.entity')}</th>
            {basic.map((action) => (
              <th key={action} scope="col">
                {t(`matrix.${action}`)}
              </th>
            ))}
            <th scope="col">{t('matrix.extra')}</th>
          </tr>
        </thead>
        <tbody>
          {data.map(({ entity, permissions }) => {
            const names = permissions.map(({ name }) => name);
            const all = names.every((name) => held.has(name));
            const box = ({ name, action }: (typeof permissions)[number]) => (
              <input
                type="checkbox"
                checked={held.has(name)}
                onChange={(event) => set([name], event.currentTarget.checked)}
                aria-label={t('matrix.label', { right: entityName(entity), entity: actionName(action, entity) })}
              />
            );
            return (
              <tr key={entity}>
                <th scope="row">
                  <button
                    type="button"
                    onClick={() => set(names, !all)}
                    title={t('matrix.all', { entity: entityName(entity) })}
                    aria-pressed={all}
                  >
                    {entityName(entity)}
                  </button>
                </th>
                {basic.map((action) => {
                  const right = permissions.find((entry) => entry.action === action);
                  return <td key={action}>{right && box(right)}</td>;
                })}
                <td className={classes.extras}>
                  {permissions
                    .filter(({ extra }) => extra)
                    .map((right) => (
                      <span key={right.name}>
                        {box(right)} {actionName(right.action, entity)}
                      </span>
                    ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
