/** What Django's own log says of a request. */
import { eventsOf } from './events';
import type { Trace } from './schema';

/** An error as Django logged it; `text` is both, as in a traceback's last line. */
export type LoggedError = { readonly type: string; readonly message: string; readonly text: string };

/** The exception that Django turned into a 500 page for this request; null when there was none. */
export function loggedError(trace: Trace, request: string): LoggedError | null {
  for (const { stream, request: of, text } of eventsOf(trace, 'output')) {
    if (stream !== 'django' || of !== request || !text.includes('Internal Server Error')) continue;
    const [, words = ''] = /\n([\s\S]+)$/.exec(text) ?? [];
    const [, type, message = ''] = /^([\w.]+):\s*([\s\S]*)$/.exec(words) ?? [];
    if (type !== undefined) return { type, message: message.trimEnd(), text: words };
  }
  return null;
}
