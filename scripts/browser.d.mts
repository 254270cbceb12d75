/** What to say when there is none. */
export const NO_BROWSER: string;
/** Without these a browser started by root, or in a container, does not come up or calls home. */
export const BROWSER_ARGUMENTS: string[];
/** A browser's program, or null when there is none. */
export function browserExecutable(): string | null;
