/**
 * Names of files hold their hash, so a file that is gone means that another build of the site has taken the place of
 * the one that this page is of.
 */

/** For the reader. */
export const OUTDATED =
  'This page is of an older version of the site. Reload it to go on; what you typed is kept.';

/** What a window hears when its page turns out to be of a build that the host no longer has. */
export const OUTDATED_EVENT = 'await-points:outdated';

/** Tells the page, which then offers to reload. */
export function announceOutdated(): void {
  window.dispatchEvent(new Event(OUTDATED_EVENT));
}

/** A file of this build is gone from the host. */
export class Outdated extends Error {
  constructor() {
    super(OUTDATED);
  }
}

/** Some hosts refuse what they do not have, and some answer everything with a page. */
export function isGone({ status, headers }: Response): boolean {
  return [403, 404, 410].includes(status) || headers.get('Content-Type')?.startsWith('text/html') === true;
}
