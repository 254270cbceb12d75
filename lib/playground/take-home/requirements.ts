/** What a project installs, at the versions that the build pins for the runtime and for the native tests. */

/** The server and what it needs; the runtime's own packages are taken as a whole. */
const SERVER = new Set(['uvicorn', 'click', 'colorama', 'exceptiongroup', 'typing-extensions']);

/**
 * The lines of a project's requirements.txt.
 * @param runtime the text of the runtime's requirements, with hashes
 * @param native the text of the native tests' requirements, which have uvicorn
 */
export function projectRequirements(runtime: string, native: string): readonly string[] {
  const server = pinsIn(native).filter((line) => SERVER.has(line.split('==')[0] ?? ''));
  return [...pinsIn(runtime), ...server].sort();
}

/** 'uvicorn==0.54.0', with its condition where there is one, and without hashes. */
function pinsIn(requirements: string): string[] {
  return Array.from(requirements.matchAll(/^[a-z0-9-]+==[^\s;]+(?: ; [^\\\n]*[^\\\s])?/gm), ([pin]) => pin);
}
