/** What a group can be allowed to do with the records of a kind. */
const everyRight = ['view', 'add', 'change', 'delete'] as const;

interface Entity {
  /** The name of its module, its table in Administration and its permissions. */
  plural: string;
  rights: readonly (typeof everyRight)[number][];
  /** Where its records have their pages; the id follows. */
  path?: `/${string}`;
  /** People may mark its records. */
  bookmark?: true;
  /** Its records carry a photo. */
  photo?: true;
  /** Imports bring it in and remember where it came from. */
  imported?: true;
  /** Its changes stand in the dashboard's list of what changed lately. */
  lately?: true;
}

/**
 * Every kind of record, once: permissions, live events, signals, bookmarks, photos, imports, the audit and the addresses
 * of pages take their kinds from here. A new kind is a line here; whatever else it lacks then fails to compile.
 */
export const entities = {
  patient: {
    plural: 'patients',
    rights: everyRight,
    path: '/patients',
    bookmark: true,
    photo: true,
    imported: true,
    lately: true,
  },
  doctor: {
    plural: 'doctors',
    rights: everyRight,
    path: '/doctors',
    bookmark: true,
    photo: true,
    imported: true,
    lately: true,
  },
  image: { plural: 'images', rights: everyRight, path: '/images', bookmark: true, lately: true },
  user: { plural: 'users', rights: everyRight, path: '/admin/users', photo: true, lately: true },
  visitType: { plural: 'visitTypes', rights: everyRight, path: '/visit-types', bookmark: true, lately: true },
  /** What a user says of themselves; it needs no right beyond being that user. */
  profile: { plural: 'profiles', rights: [] },
  group: { plural: 'groups', rights: everyRight, path: '/admin/groups' },
  settings: { plural: 'settings', rights: ['view', 'change'], path: '/admin/settings' },
} as const satisfies Record<string, Entity>;

/** A kind of record: `patient`. */
export type Kind = keyof typeof entities;

/** The kinds whose line says `feature`. */
export type KindWith<Feature extends keyof Entity> = {
  [K in Kind]: (typeof entities)[K] extends Record<Feature, unknown> ? K : never;
}[Kind];

/** The kinds with pages of their own, beside those that Administration has for all. */
export type PagedKind = {
  [K in Kind]: (typeof entities)[K] extends { path: infer Path }
    ? Path extends `/admin/${string}`
      ? never
      : K
    : never;
}[Kind];

/** Every kind there is. */
export const kinds = Object.keys(entities) as [Kind, ...Kind[]];

/** The kinds whose line says `feature`, in the order of the list. */
export function kindsWith<Feature extends keyof Entity>(feature: Feature) {
  return kinds.filter((kind) => feature in entities[kind]) as [KindWith<Feature>, ...KindWith<Feature>[]];
}

/** Where the page of a record is: `/patients/42`. */
export const pathOf = (kind: KindWith<'path'>, id: number) => `${entities[kind].path}/${id}` as const;
