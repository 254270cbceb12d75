/** Everything a session needs, in a chunk of its own that is fetched on intent. */
import { openRecord } from '@/lib/progress/open-record';
import { getSimulator } from '@/lib/simulator/client';
import { Session, type SessionOptions } from './session';

export async function openSession(
  options: Pick<SessionOptions, 'id' | 'scenariosOf' | 'seed' | 'keepsEveryFile'>,
): Promise<Session> {
  return Session.open({ ...options, record: await openRecord(), simulator: getSimulator() });
}
