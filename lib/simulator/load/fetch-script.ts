/** Fetches a worker's JavaScript, which the build compressed, as something that a worker can be started from. */
import { isGone, Outdated } from './outdated';

/**
 * @param failed makes the error for a connection or a server that fails
 * @returns the address of a blob; a worker started from it inherits the policy of the page
 * @throws Outdated where the host no longer has it
 */
export async function fetchScript(url: URL, failed: () => Error): Promise<string> {
  const response = await fetch(url, { cache: 'force-cache' }).catch(() => null);
  if (response !== null && isGone(response)) throw new Outdated();
  if (!response?.ok || !response.body) throw failed();
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  const headers = { 'Content-Type': 'text/javascript' };
  const script = await new Response(unpacked, { headers }).blob().catch(() => {
    throw failed();
  });
  return URL.createObjectURL(script);
}
