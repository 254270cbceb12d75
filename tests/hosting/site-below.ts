/** A second build of the site, which stands below a folder of a host whose address it knows. */
import { join } from 'node:path';
import { prepareSite } from '../../scripts/prepare.mjs';

const root = join(import.meta.dirname, '..', '..');
const HOST = '.cache/host';

/** The folder below which it stands. */
export const BASE = '/courses/await-points';
export const ADDRESS = 'https://example.org';
/** What the host serves at its root. */
export const hostFolder = join(root, HOST);
export const siteFolder = join(hostFolder, BASE);
/** The build that every other test looks at: at the root of a host, which it was not told. */
export const plainFolder = join(root, 'out');

export default function build(): void {
  prepareSite({ folder: `${HOST}${BASE}`, base: BASE, address: ADDRESS });
}
