/** A file of the runtime is gone: its name holds its hash, so another build of the site has taken its place. */
export const SITE_CHANGED =
  'The site has changed since this page was opened. Reload the page, then run again.';
