/** Files and folders that the reader hands over, read as far as a stack has a use for them. */
import type { BroughtFile } from '@/lib/playground/bring-file';
import { decodeFile, LARGEST_FILE } from '@/lib/playground/decode-file';

type Found = { readonly path: string; readonly file: File };

/** What was found in what was handed over; `isCut` where there was more than is looked at. */
export type Findings = { readonly found: readonly Found[]; readonly isCut: boolean };

/** What an event brings, taken out of it while it is handled: afterwards it holds nothing. */
export type HandedOver = {
  /** Empty where they were chosen, and not dropped. */
  readonly entries: readonly FileSystemEntry[];
  readonly files: readonly File[];
};

/** The modules among the files, and a sentence about each of the others. */
export type Reading = { readonly brought: readonly BroughtFile[]; readonly notes: readonly string[] };

/** Somebody's home folder is not walked to its end. */
const MOST_ENTRIES = 2000;

/** What a package does not need to run. */
const PASSED_OVER =
  /(?:^|\/)(?:\.[^/]*|__pycache__|node_modules|tests?|migrations|management|templatetags)\/|(?:^|\/)(?:test_[^/]*|(?:setup|manage|conftest)\.py)$/;

/** The files that were handed over, those in folders by their paths. */
export async function findingsIn({ entries, files }: HandedOver): Promise<Findings> {
  if (entries.length === 0) return { found: files.map(asFound), isCut: false };
  const found: Found[] = [];
  const waiting = [...entries];
  let seen = 0;
  for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
    seen += 1;
    if (seen > MOST_ENTRIES) return { found, isCut: true };
    if (isFile(entry)) found.push({ path: entry.fullPath.replace(/^\//, ''), file: await fileOf(entry) });
    else if (isFolder(entry) && !PASSED_OVER.test(`${entry.fullPath}/`))
      waiting.push(...(await entriesOf(entry)));
  }
  return { found, isCut: false };
}

/** A file that was chosen in a folder knows its path. */
const asFound = (file: File): Found => ({ path: file.webkitRelativePath || file.name, file });

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));

/** All entries of a folder, which its reader gives by the hundred. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

/** Reads what is Python. A file that was named alone is refused in a sentence; what else a folder holds is counted. */
export async function readFiles({ found, isCut }: Findings): Promise<Reading> {
  const brought: BroughtFile[] = [];
  const notes: string[] = [];
  let others = 0;
  for (const { path, file } of found) {
    const isInFolder = path.includes('/');
    if (isInFolder && (!path.endsWith('.py') || PASSED_OVER.test(path))) {
      others += 1;
    } else if (!path.endsWith('.py')) {
      notes.push(`“${path}” is not named like a Python file: middleware.py. Its text can be pasted.`);
    } else if (file.size > LARGEST_FILE) {
      notes.push(`“${path}” is too long for a stack: ${inMegabytes(file.size)} MB.`);
    } else {
      const { text, refusal, ...read } = decodeFile(path, new Uint8Array(await file.arrayBuffer()));
      if (text === null) notes.push(refusal);
      else brought.push({ path, source: text });
      if ('note' in read && read.note !== null) notes.push(read.note);
    }
  }
  if (others > 0)
    notes.push(`Left out: ${others} ${others === 1 ? 'file' : 'files'} that a run does not need.`);
  if (isCut) notes.push(`Only the first ${MOST_ENTRIES} files of the folder were looked at.`);
  return { brought, notes };
}

const inMegabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
