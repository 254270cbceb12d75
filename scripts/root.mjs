/** The repository's root folder, whatever folder a script was started from, and where the site is written. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the built site lies: `out`, or the folder named in SITE_FOLDER, from the root. */
export const siteFolder = () => join(root, process.env.SITE_FOLDER ?? 'out');
