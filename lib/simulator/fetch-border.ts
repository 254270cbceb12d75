/** Fetches the border, with the first run: Zod comes with it. */
import { SimulatorError } from './simulator';

/** @throws SimulatorError where it cannot be had: there is no network, or another build has taken this one's place */
export function fetchBorder(): Promise<typeof import('./border')> {
  return import('./border').catch(() => {
    throw new SimulatorError(
      'download',
      'A part of this page could not be fetched. Check the connection or reload the page, then run again.',
    );
  });
}
