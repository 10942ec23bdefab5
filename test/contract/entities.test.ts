import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import adminTexts from '#assets/locales/en/admin.json' with { type: 'json' };
import { entities, type Kind, kinds, kindsWith, pathOf } from '#contract/entities.ts';
import { auditActions, auditEntities, changeActions } from '#contract/ground/procedure.ts';
import { permissionTo } from '#contract/permission.ts';
import { photo, sourceIdentifier } from '#db/schema/index.ts';
import { sqliteBeneath } from '#db/sqlite/connection.ts';
import { adminTables, shownKinds } from '#main/modules/index.ts';
import { programRoot } from '#main/root.ts';
import { knownPermissions } from '#main/services/permissions.ts';
import { temporaryDatabase } from '#test/support/database.ts';

/** The texts of a module; none where it has no file. */
function textsOf(module: string): Record<string, unknown> {
  const file = join(programRoot, 'assets/locales/en', `${module}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : {};
}

/** The database knows nothing of the contract, and texts are no code: what they name of kinds is held to the list here. */
describe('the list of kinds of records', () => {
  it('names a plural and a page once each', () => {
    const plurals = kinds.map((kind) => entities[kind].plural);
    expect(new Set(plurals).size).toBe(plurals.length);
    expect(pathOf('patient', 42)).toBe('/patients/42');
    expect(permissionTo('view', 'image')).toBe('images.view');
  });

  it('is what the tables of photos and sources hold', () => {
    expect([...photo.subject.enumValues].sort()).toEqual([...kindsWith('photo')].sort());
    expect([...sourceIdentifier.kind.enumValues].sort()).toEqual([...kindsWith('imported')].sort());
  });

  it('gives every right to some procedure', () => {
    const rights = kinds.flatMap((kind) => entities[kind].rights.map((right) => `${entities[kind].plural}.${right}`));
    expect(rights.filter((right) => !knownPermissions.has(right))).toEqual([]);
  });

  it('has a table in Administration for every kind that has rights', () => {
    const registered = adminTables.map(({ entity }) => entity);
    expect(kinds.filter((kind) => entities[kind].rights.length > 0 && !registered.includes(kind))).toEqual([]);
  });

  it('says how each of its records stands among those of other kinds, where they do', () => {
    const known = shownKinds.map(({ kind }) => kind);
    const among = [...kindsWith('bookmark'), ...kindsWith('lately')];
    expect(among.filter((kind) => !known.includes(kind))).toEqual([]);
  });

  it('has its words wherever people read of a kind', () => {
    const isKind = (entity: string): entity is Kind => entity in entities;
    const words = adminTexts.choices.entity as Record<string, string>;
    const named = (entity: string) => entity in words || (isKind(entity) && 'one' in textsOf(entities[entity].plural));
    expect(auditEntities.filter((entity) => !named(entity))).toEqual([]);
    const among = [...kindsWith('bookmark'), ...kindsWith('lately')];
    const wanted = among.flatMap((kind) => ['one', 'inSentence'].map((word) => ({ kind, word })));
    expect(wanted.filter(({ kind, word }) => !(word in textsOf(entities[kind].plural)))).toEqual([]);
    expect(auditActions.filter((action) => !(action in adminTexts.choices.auditAction))).toEqual([]);
  });

  it('has its changes in the index that finds the latest of them', async () => {
    const db = await temporaryDatabase();
    const made = await db.read(
      async (reader) =>
        sqliteBeneath(reader)
          .prepare("select sql from sqlite_schema where name = 'audit_event_changes'")
          .pluck()
          .get() as string,
    );
    expect(made).toContain(`action in (${changeActions.map((action) => `'${action}'`).join(', ')})`);
  });
});
