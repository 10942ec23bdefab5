import type { Reader } from '#db/engine.ts';
import * as terms from '#db/sqlite/search/termsVersion.ts';

/** True when the search knows all patients by the terms of this program, and false while another version's are among them. */
export async function areTermsCurrent(reader: Reader): Promise<boolean> {
  return terms.areTermsCurrent(reader);
}
