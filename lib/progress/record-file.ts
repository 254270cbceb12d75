/** The record as one file: written for the reader to keep, and read back with suspicion. Loads Zod: on intent only. */
import { z } from 'zod';
import { contentsOf, type Entry } from './contents';
import { RECORD_VERSION, stores } from './database';
import type { RecordContents } from './record';

z.config({ jitless: true });

/** Tells a record from any other JSON. */
const FORMAT = 'await-points-record';

/** What every version of the file has in common. */
const envelopeSchema = z.object({ format: z.literal(FORMAT), version: z.int().positive() });

const rowsSchema = z.record(z.string(), z.unknown()).default({});

/** A file of this version or an older one, in which later stores are missing. */
const fileSchema = envelopeSchema.extend({
  writtenAt: z.number().describe('Milliseconds since 1970'),
  ...(Object.fromEntries(stores.map((store) => [store, rowsSchema])) as {
    [Store in (typeof stores)[number]]: typeof rowsSchema;
  }),
});

export type ReadFile =
  | { readonly kind: 'read'; readonly contents: RecordContents; readonly writtenAt: number }
  | { readonly kind: 'refused'; readonly reason: string };

/** The text of the file. `now` is in milliseconds since 1970. */
export function writeRecordFile(contents: RecordContents, now: number): string {
  return `${JSON.stringify({ format: FORMAT, version: RECORD_VERSION, writtenAt: now, ...contents }, null, 1)}\n`;
}

const refused = (reason: string): ReadFile => ({ kind: 'refused', reason });

/** Reads a file that somebody chose. What is no whole record of a version known here is refused in a sentence. */
export function readRecordFile(text: string): ReadFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused('This file is not a record of Await Points: it is no JSON.');
  }
  const envelope = envelopeSchema.safeParse(json);
  if (!envelope.success) return refused('This file is not a record of Await Points.');
  if (envelope.data.version > RECORD_VERSION) {
    return refused(
      'This file was written by a newer version of the site. Reload this page, then choose the file again.',
    );
  }
  const file = fileSchema.safeParse(json);
  if (!file.success) return refused('This file is damaged: a part of the record is missing.');
  const entries: readonly Entry[] = stores.flatMap((store) =>
    Object.entries(file.data[store]).map(([id, row]) => ({ store, id, row })),
  );
  const { contents, unreadable } = contentsOf(entries);
  const [first] = unreadable;
  if (first !== undefined) {
    return refused(
      `This file is damaged: it holds an entry that cannot be read, “${first.id}” of ${first.store}.`,
    );
  }
  return { kind: 'read', contents, writtenAt: file.data.writtenAt };
}
