import { createMemoryHistory, createRouter } from '@tanstack/react-router';
import { describe, expect, it, vi } from 'vitest';
import { entities, type Kind, kinds, kindsWith } from '#contract/entities.ts';
import { contract } from '#contract/index.ts';
import { adminTables } from '#main/modules/index.ts';
import type { Feature } from '#renderer/app/feature.ts';
import { hasText } from '#renderer/app/i18n.ts';

// The way to main needs a window; here only what features say of themselves is of interest.
vi.mock('#renderer/transport.ts', () => ({ link: {}, insideDesktop: false }));
const { features, routeTree } = await vi.hoisted(async () => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined });
  return import('#renderer/features/index.ts');
});

const all: readonly Feature[] = features;
const pages = all.flatMap((feature) => feature.pages ?? []);
const actions = all.flatMap((feature) => feature.actions ?? []);
const quickLinks = all.flatMap((feature) => feature.quickLinks ?? []);
const router = createRouter({ routeTree, history: createMemoryHistory() });
const leadsSomewhere = (path: string) => router.matchRoutes(path, {}).length > 1;
const hasName = (key: string) => hasText(key.replace(':', '.'));

describe('the features', () => {
  it('lead to pages that there are', () => {
    const paths = [...pages, ...actions, ...quickLinks].map(({ path }) => path);
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !leadsSomewhere(path))).toEqual([]);
    expect(leadsSomewhere('/nowhere')).toBe(false);
  });

  it('are counted under their own places by main, each of them', () => {
    const places = Object.keys(router.routesById).filter((place) => place.startsWith('/'));
    expect(places).toContain('/visit-types/$visitTypeId');
    const { inputSchema } = contract.pages.visit['~orpc'];
    expect(places.filter((page) => !inputSchema?.safeParse({ page }).success)).toEqual([]);
  });

  it('have words for everything they offer', () => {
    const keys = [
      ...[...pages, ...actions, ...quickLinks].map(({ name }) => name),
      ...quickLinks.map(({ text }) => text),
    ];
    expect(keys.filter((key) => !hasName(key))).toEqual([]);
    expect(hasName('patients:nothing')).toBe(false);
  });

  it('have their own keys and their own place in the order, and an icon where one is drawn', () => {
    const keys = pages.flatMap((page) => (page.keys ? [page.keys.join('+')] : []));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(pages.map(({ order }) => order)).size).toBe(pages.length);
    expect(pages.filter(({ within, icon }) => within && !icon).map(({ path }) => path)).toEqual([]);
  });
});

describe('every kind of record', () => {
  it('with an address has a page there for its list and for each of its records', () => {
    const paths = kindsWith('path').flatMap((kind) => [entities[kind].path, `${entities[kind].path}/42`]);
    expect(paths.filter((path) => !leadsSomewhere(path))).toEqual([]);
  });

  it('with an address of its own stands in the navigation, by name and icon', () => {
    const own = kindsWith('path').filter((kind) => !entities[kind].path.startsWith('/admin/'));
    const entries = pages.filter(({ within }) => within === 'navigation').map(({ path }) => path);
    expect(own.length).toBeGreaterThan(2);
    expect(own.filter((kind) => !entries.includes(entities[kind].path))).toEqual([]);
  });

  it('that people may add is begun from the palette', () => {
    const own = kindsWith('path').filter((kind) => !entities[kind].path.startsWith('/admin/'));
    const begun = actions.map(({ path }) => path);
    expect(own.filter((kind) => !begun.includes(`${entities[kind].path}/new`))).toEqual([]);
  });

  it('has its words wherever a page names it', () => {
    const shown = kinds.filter((kind) => entities[kind].rights.length > 0).map((kind) => entities[kind].plural);
    const places = [
      ...kinds.map((kind) => [`admin.choices.entity.${kind}`, `${entities[kind].plural}.one`]),
      ...kindsWith('lately').map((kind) => [`${entities[kind].plural}.inSentence`]),
      ...kindsWith('bookmark').map((kind) => [`${entities[kind].plural}.one`]),
      ...shown.flatMap((plural) => [
        [`admin.entities.${plural}`, `${plural}.title`],
        [`admin.tables.${plural}.title`, `${plural}.title`],
        [`admin.tables.${plural}.one`, `${plural}.one`],
      ]),
    ];
    expect(places.filter((keys) => !keys.some((key) => hasText(key)))).toEqual([]);
  });

  it('has pages that follow its changes: what its own calls answered is stale then', () => {
    const rules = all.flatMap(({ refreshed = [] }) => refreshed);
    const isFollowed = (kind: Kind) =>
      rules.some(({ queries, after }) => {
        const isOwn = JSON.stringify(queries).startsWith(`[["${entities[kind].plural}"]`);
        return after.includes(kind) && (isOwn || !(entities[kind].plural in contract));
      });
    expect(kinds.filter((kind) => !isFollowed(kind))).toEqual([]);
  });
});

describe('every table of Administration', () => {
  it('has the icon of one feature, and no feature has one for a table that is none', () => {
    const drawn = all.flatMap(({ admin = {} }) => Object.keys(admin));
    expect(drawn.sort()).toEqual(adminTables.map(({ name }) => name).sort());
  });
});
