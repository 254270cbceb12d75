/** Stacks that the reader kept under a name: drafts like any other, so that they go along with the record. */
import type { Files } from '@/lib/playground/arrangement';
import type { LearnerRecord } from '@/lib/progress/record';

const PREFIX = 'playground/';

export type KeptScenario = { readonly id: string; readonly name: string; readonly files: Files };

/** By name. */
export async function keptScenarios(record: LearnerRecord): Promise<readonly KeptScenario[]> {
  const { drafts } = await record.readContents();
  return Object.entries(drafts)
    .filter(([id]) => id.startsWith(PREFIX))
    .map(([id, { files }]) => ({ id, name: id.slice(PREFIX.length), files }))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

/** Keeps the files under the name; what was kept under it before stays in the history of its draft. */
export async function keepScenario(record: LearnerRecord, name: string, files: Files): Promise<void> {
  const id = `${PREFIX}${name}`;
  const earlier = await record.readDraft(id);
  const savedAt = Date.now();
  const history =
    earlier === null ? [] : [{ files: earlier.files, savedAt, replacedBy: 'kept again' }, ...earlier.history];
  await record.writeDraft(id, { files, savedAt, history: history.slice(0, 5) });
}
