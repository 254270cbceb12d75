/** Opens a trace: a file of the reader's, or a recorded run of the site. Nothing leaves the browser. */
import { readTrace, type TraceReading } from '@/lib/trace/read-trace';

/** More than this cannot be held beside everything that is derived from it, in bytes. */
const LARGEST = 200_000_000;

export type Opened = TraceReading & { readonly name: string };

export async function openFile(file: File): Promise<Opened> {
  if (file.size > LARGEST) {
    const reason = `The file has ${Math.round(file.size / 1e6)} MB; up to ${LARGEST / 1e6} MB can be opened.`;
    return { name: file.name, trace: null, refusal: { reason, place: null } };
  }
  return { name: file.name, ...readTrace(await file.text()) };
}

/** @throws when the site does not answer with a file */
export async function openRecording(address: string, name: string): Promise<Opened> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return { name, ...readTrace(await response.text()) };
}
