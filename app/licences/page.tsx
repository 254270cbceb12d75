import type { Metadata } from 'next';
import { licenceAddress } from '@/lib/course/addresses';
import { type Notice, readNotices } from '@/lib/course/notices';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/licences/',
  title: 'Licences',
  description: 'Whose work this site hands out, and under which terms.',
});

function NoticeRow({ notice }: { readonly notice: Notice }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-6 text-left font-medium">
        {notice.name} <span className="tabular font-normal text-ink-faint">{notice.version}</span>
      </th>
      <td className="py-2">
        <a
          href={licenceAddress(notice.file)}
          className="inline-block py-0.5 text-accent underline underline-offset-4"
        >
          {notice.licence}
          <span className="sr-only"> (licence of {notice.name})</span>
        </a>
      </td>
    </tr>
  );
}

export default function LicencesPage() {
  return (
    <article className="max-w-(--measure) pt-16">
      <h1 className="text-4xl font-[680] tracking-tight">Licences</h1>
      <p className="mt-5 text-lg text-ink-soft">
        The site hands out the work of others: it runs unmodified Django on CPython in your browser. Each of
        them keeps its own licence, gathered here from the very packages that are shipped. Django’s name is a
        trademark of the Django Software Foundation, which has no part in this course.
      </p>
      <table className="mt-8 w-full border-collapse">
        <caption className="sr-only">Works and their licences</caption>
        <thead>
          <tr className="border-b border-line-strong text-left text-sm text-ink-soft">
            <th scope="col" className="py-2 pr-6 font-medium">
              Work
            </th>
            <th scope="col" className="py-2 font-medium">
              Licence
            </th>
          </tr>
        </thead>
        <tbody>
          {readNotices().map((notice) => (
            <NoticeRow key={notice.name} notice={notice} />
          ))}
        </tbody>
      </table>
    </article>
  );
}
