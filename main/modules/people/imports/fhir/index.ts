import { ImportProblem, reason } from '#main/modules/people/imports/problem.ts';
import type { Item, SourcePosition, Stage } from '#main/modules/people/imports/record.ts';
import { type FhirFile, type Found, fhirFiles, resourcesOf } from './files.ts';
import { gatherPractice } from './practice.ts';
import { readPatient } from './read.ts';
import { parseResource, patientResource } from './shapes.ts';

/**
 * The passes over FHIR R4 files. The first learns the practitioners and who saw whom, wherever in the files that stands;
 * then the practitioners are given, each once, and a second pass gives the patients: files are read twice so that never
 * more than one of them is in memory. Raises {@link ImportProblem} when there is no file, or no FHIR in any.
 */
export function fhirStages(path: string): Stage[] {
  const files = fhirFiles(path);
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const practice = gatherPractice();
  let resources = 0;

  async function* gather(onDone: (bytes: number) => void): AsyncGenerator<Item> {
    const refused: Item[] = [];
    for await (const found of eachResource(files, onDone)) {
      if ('type' in found) {
        resources += 1;
        practice.learn(found);
      } else refused.push(refusal(found.place, found.reason));
    }
    if (resources === 0) throw notFhir(files, refused);
    yield* refused;
  }

  async function* patients(onDone: (bytes: number) => void): AsyncGenerator<Item> {
    for await (const found of eachResource(files, onDone)) {
      if (!('type' in found) || found.type !== 'Patient') continue;
      const parsed = parseResource(patientResource, found);
      yield 'resource' in parsed
        ? readPatient(found.place, parsed.resource, found.fullUrl, practice)
        : { refused: { kind: 'patient', place: found.place, reason: parsed.reason } };
    }
  }

  return [
    { step: 'reading', total: () => bytes, items: gather },
    { step: 'practitioners', total: () => practice.size(), items: (onDone) => practice.items(onDone) },
    { step: 'patients', total: () => bytes, items: patients },
  ];
}

async function* eachResource(files: FhirFile[], onDone: (bytes: number) => void): AsyncGenerator<Found> {
  let done = 0;
  for (const file of files) {
    const before = done;
    yield* resourcesOf(file, (bytes) => onDone(before + bytes));
    done += file.bytes;
    onDone(done);
  }
}

const refusal = (place: SourcePosition, why: string): Item => ({ refused: { kind: null, place, reason: why } });

function notFhir(files: FhirFile[], refused: Item[]): ImportProblem {
  const [file] = files;
  const [first] = refused;
  const why = first && 'refused' in first ? first.refused.reason : reason('notFhir');
  return files.length === 1 && file
    ? new ImportProblem('notFhir', { file: file.name, reason: why })
    : new ImportProblem('noFhir', { count: files.length });
}
