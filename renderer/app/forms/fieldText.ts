import { i18n } from '../i18n.ts';

/** What a field is called: by the texts of its module, or for what every person has by the common ones. */
export const fieldLabel =
  (module: string) =>
  (field: string): string =>
    i18n.t(`${module}:fields.${field}`, { defaultValue: i18n.t(`person.${field}`) });
