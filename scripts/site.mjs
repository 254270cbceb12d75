/** `npm run site`: from a fresh clone to the built site, as a host's build command. */
import { fail } from './missing.mjs';
import { preparePackages, prepareRuntime, prepareSite } from './prepare.mjs';

try {
  preparePackages();
  prepareRuntime();
  prepareSite();
} catch (error) {
  fail(error);
}
