import { i18n } from '#renderer/app/i18n.ts';

/** What rights are about: users, patients, … */
export const entityName = (entity: string): string =>
  i18n.exists(`admin:entities.${entity}`) ? i18n.t(`admin:entities.${entity}`) : entity;

const actionName = (action: string): string =>
  i18n.exists(`admin:rights.${action}`) ? i18n.t(`admin:rights.${action}`) : action;

/** A right in words: "Patients: change". */
export function rightName(permission: string): string {
  const [entity = '', action = ''] = permission.split('.');
  return `${entityName(entity)}: ${actionName(action)}`;
}

export { actionName };
