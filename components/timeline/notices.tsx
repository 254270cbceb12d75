/** What must be known of the run as a whole: a deadlock, a limit, events left out. */
import { noticesOf } from '@/lib/trace/notices';
import type { Trace } from '@/lib/trace/schema';

export function Notices({ trace }: { readonly trace: Trace }) {
  const notices = noticesOf(trace);
  if (notices.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-card border border-line bg-warning-wash px-4 py-2.5 text-sm wrap-anywhere">
      {notices.map((notice) => (
        <li key={notice}>{notice}</li>
      ))}
    </ul>
  );
}
