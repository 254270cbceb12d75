/** Makes the memory snapshot once, before the test files run beside each other. */
import { ensureSnapshot } from './interpreter';

export default async function setup(): Promise<void> {
  await ensureSnapshot();
}
