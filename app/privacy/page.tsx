import type { Metadata } from 'next';
import { CourseLink } from '@/components/ui/course-link';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/privacy/',
  title: 'Privacy',
  description: 'What this site keeps, where, and what it never learns.',
});

export default function PrivacyPage() {
  return (
    <article className="max-w-(--measure) pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Privacy</h1>
      <div className="mt-5 grid gap-4 text-lg text-ink-soft">
        <p>
          There is no account, no counting of visitors, no cookie, and nothing from another host. The site is
          a folder of files. Whoever serves it sees what every web server sees: which file was asked for,
          when, and from which address.
        </p>
        <h2 className="mt-6 text-2xl font-[650] tracking-tight text-ink">What stays in this browser</h2>
        <ul className="list-disc pl-6">
          <li>your answers, drafts, exercises, reviews and the units that you opened (IndexedDB);</li>
          <li>your choices: theme, editor, how you like to read (local storage);</li>
          <li>the files of the site, if you keep it for offline use (the browser’s cache).</li>
        </ul>
        <p>
          None of it is sent anywhere. You can take your record with you as a file, or clear it, under{' '}
          <CourseLink href="/progress/" className="text-accent underline underline-offset-4">
            Progress
          </CourseLink>
          .
        </p>
        <h2 className="mt-6 text-2xl font-[650] tracking-tight text-ink">Code that you run</h2>
        <p>
          Python runs in a worker of this page that has lost its network and its storage before your code
          starts. A link to a stack from the playground carries the code in its fragment, the part of an
          address that browsers do not send. Nothing in such a link runs before you press Run.
        </p>
      </div>
    </article>
  );
}
