/**
 * A deployment, as a browser sees one: the next build of the site in place of the one that was served. What it holds is
 * that of the first, under the names and revisions of another: a host has nothing left of the build before.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { secure } from '../../scripts/secure-export.mjs';

/** Names that hold a hash of what stands in the file. */
const HASHED = /^(_next\/static\/chunks\/[^/]+\.(js|css)|runtime\/[^/]+\.bin)$/;
/** Files in which such names stand. */
const NAMING = /\.(html|js|css|txt|json)$/;
const NAME = /[\w~.-]+\.(js|css|bin)/g;
const EDITION = '<meta name="edition" content="next">';

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

export type Deployment = {
  /** What a host serves. */
  readonly folder: string;
  /** Puts the next build there; its pages carry `<meta name="edition">`. */
  readonly deploy: () => void;
  readonly remove: () => void;
};

/** @param out a build of the site, which is left as it is */
export function deploymentOf(out: string): Deployment {
  const folder = mkdtempSync(join(tmpdir(), 'await-points-version-'));
  cpSync(out, folder, { recursive: true });
  return {
    folder,
    deploy: () => rename(folder),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function rename(folder: string): void {
  const others = new Map<string, string>();
  for (const name of filesIn(folder).filter((name) => HASHED.test(name))) {
    const other = `next-${basename(name)}`;
    others.set(basename(name), other);
    renameSync(join(folder, name), join(folder, dirname(name), other));
  }
  for (const name of filesIn(folder).filter((name) => NAMING.test(name))) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8').replace(NAME, (found) => others.get(found) ?? found);
    if (name.endsWith('.html')) writeFileSync(file, secure(text.replace('</head>', `${EDITION}</head>`)));
    else if (name === 'sw.js') writeFileSync(file, text.replaceAll(/("?revision"?:")/g, '$1next-'));
    else writeFileSync(file, text);
  }
}
