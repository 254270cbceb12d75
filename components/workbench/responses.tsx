/** What each client got back: status, the headers that matter, the body, and how long it took. */
import { formatDuration } from '@/lib/trace/duration';
import type { RequestRow, Trace } from '@/lib/trace/schema';
import { RequestChip } from './request-chip';
import styles from './workbench.module.css';

/** Sent with nearly every response, whatever the layers do. */
const USUAL = new Set([
  'content-type',
  'content-length',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
]);
const SHOWN = 12;
const BODY = 240;

export function Responses({ trace }: { readonly trace: Trace }) {
  if (trace.requests.length === 0) return <p className={styles.empty}>No request was sent.</p>;
  const rows = trace.requests.map((request) => <Response key={request.id} request={request} />);
  return (
    <>
      <ul className={styles.responses}>{rows.slice(0, SHOWN)}</ul>
      {rows.length > SHOWN && (
        <details className={styles.details}>
          <summary>{rows.length - SHOWN} more responses</summary>
          <ul className={styles.responses}>{rows.slice(SHOWN)}</ul>
        </details>
      )}
    </>
  );
}

function Response({ request }: { readonly request: RequestRow }) {
  const headers = request.headers.filter(([name]) => !USUAL.has(name.toLowerCase()));
  return (
    <li className={styles.response}>
      <RequestChip request={request.id} />
      <div className="min-w-0">
        <p className={styles.responseHead}>
          <span>
            {request.method} {request.path}
          </span>
          <strong data-failed={request.status === null || request.status >= 500}>
            {request.status ?? 'no response'}
          </strong>
          {request.responseEnd !== null && (
            <span className="text-ink-faint">
              after {formatDuration(request.responseEnd - request.arrival)}
            </span>
          )}
        </p>
        {headers.map(([name, value]) => (
          <p key={`${name} ${value}`} className={styles.header}>
            {name}: {value}
          </p>
        ))}
        <Body body={request.body} truncated={request.bodyTruncated} />
      </div>
    </li>
  );
}

function Body({ body, truncated }: { readonly body: string; readonly truncated: boolean }) {
  const text = body.trim();
  if (text === '') return null;
  const title = /<title>([^<]*)<\/title>/i.exec(text)?.[1];
  if (title !== undefined) return <p className={styles.body}>A page: {title}</p>;
  const cut = truncated || text.length > BODY;
  return (
    <p className={styles.body}>
      {text.slice(0, BODY)}
      {cut && ' …'}
    </p>
  );
}
