import type { DemoRecords } from '#main/records/demo.ts';
import * as all from './all.ts';

const modules: Record<string, { handlers?: object; admin?: object; demo?: DemoRecords }> = all;

/** What the modules add to made-up data, besides patients and doctors. */
export const demoRecords: readonly DemoRecords[] = Object.values(modules).flatMap(({ demo }) => demo ?? []);
