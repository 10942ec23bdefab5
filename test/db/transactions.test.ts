import { describe, expect, it } from 'vitest';
import type { Reader, Writer } from '#db/index.ts';
import { getDoctor, insertDoctor } from '#db/queries/people/doctors.ts';
import { getPatient } from '#db/queries/people/patients.ts';
import { findBySource } from '#db/queries/people/sources.ts';
import { patient } from '#db/schema/index.ts';
import { addPatient, temporaryDatabase } from '#test/support/database.ts';

const over = /this transaction is over/;
const house = { familyName: 'House', workingHours: [], createdAt: 1, updatedAt: 1 };

describe('a transaction that is over', () => {
  it('takes no more changes, although another one is under way by then', async () => {
    const db = await temporaryDatabase();
    const kept: Writer[] = [];
    await db.write(async (tx) => void kept.push(tx));
    await db.write(async (next) => {
      await addPatient(next, { familyName: 'Next' });
      for (const tx of kept) {
        await expect(addPatient(tx, { familyName: 'Late' })).rejects.toThrow(over);
        await expect(insertDoctor(tx, house)).rejects.toThrow(over);
        expect(() => tx.delete(patient)).toThrow(over);
      }
    });
    const names = await db.read(async (reader) => reader.select({ name: patient.familyName }).from(patient));
    expect(names).toEqual([{ name: 'Next' }]);
  });

  it('answers no more questions, whichever way they are asked', async () => {
    const db = await temporaryDatabase();
    const kept: Reader[] = [];
    await db.read(async (reader) => {
      kept.push(reader);
      expect(await getPatient(reader, 1)).toBeUndefined();
    });
    for (const reader of kept) {
      await expect(getPatient(reader, 1)).rejects.toThrow(over);
      await expect(findBySource(reader, 'patient', { system: 's', value: 'v' })).rejects.toThrow(over);
      expect(() => reader.select().from(patient)).toThrow(over);
      expect(() => reader.$count(patient)).toThrow(over);
    }
  });

  it('is as over when its changes were taken back', async () => {
    const db = await temporaryDatabase();
    const kept: Writer[] = [];
    const failing = db.write(async (tx) => {
      kept.push(tx);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    for (const tx of kept) await expect(insertDoctor(tx, house)).rejects.toThrow(over);
    expect(await db.read((reader) => getDoctor(reader, 1))).toBeUndefined();
  });
});
