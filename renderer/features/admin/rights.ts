import { i18n } from '#renderer/app/i18n.ts';

/** Rights of a module that has no words for them are called by their names: `lateFees` → "Late fees". */
function asTitle(name: string): string {
  const spaced = name.replace(/(?=[A-Z])/g, ' ').toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What rights are about: users, patients, … */
export function entityName(entity: string): string {
  const known = [`admin:entities.${entity}`, `${entity}:title`].find((key) => i18n.exists(key));
  return known ? i18n.t(known) : asTitle(entity);
}

/** What one may do: of some entities it is called otherwise than of most. */
export function actionName(action: string, entity: string): string {
  const known = [`admin:rightsOf.${entity}.${action}`, `admin:rights.${action}`].find((key) => i18n.exists(key));
  return known ? i18n.t(known) : action;
}

/** A right in words: "Patients: change". */
export function rightName(permission: string): string {
  const [entity = '', action = ''] = permission.split('.');
  return `${entityName(entity)}: ${actionName(action, entity)}`;
}
