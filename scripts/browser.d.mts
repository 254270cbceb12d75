/** What to say when there is no Chromium. */
export const NO_BROWSER: string;
/** What to say when there is no Firefox. */
export const NO_FIREFOX: string;
/** Without these a browser started by root, or in a container, does not come up or calls home. */
export const BROWSER_ARGUMENTS: string[];
/** Chromium's program, or null when there is none. */
export function browserExecutable(): string | null;
/** Firefox's program, or null when there is none. */
export function firefoxExecutable(): string | null;
