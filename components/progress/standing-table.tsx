import { CourseLink } from '@/components/ui/course-link';
import { InlineCode } from '@/components/ui/inline-code';
import { Lane, type LaneState } from '@/components/ui/lane';
import { unitAddress } from '@/lib/course/map';
import type { UnitOutline } from '@/lib/course/outline';
import type { Standing, UnitStanding } from '@/lib/review/standing';

type State = UnitStanding['state'];

export type StandingRow = Standing & {
  readonly id: string;
  readonly name: string;
  readonly units: readonly UnitOutline[];
  /** Of a unit. */
  readonly state?: State;
};

const lanes: Readonly<Record<State, LaneState>> = {
  'not opened': 'ready',
  begun: 'suspended',
  finished: 'running',
};

/** '3 of 4', and a dash where there is nothing to count. */
function Share({ part, whole }: { readonly part: number; readonly whole: number }) {
  if (whole === 0) return <span className="text-ink-faint">–</span>;
  return (
    <span className={part === 0 ? 'text-ink-faint' : ''}>
      {part} of {whole}
    </span>
  );
}

function Name({ row }: { readonly row: StandingRow }) {
  const [unit] = row.units;
  if (row.state === undefined || unit === undefined) return <InlineCode text={row.name} />;
  return (
    <span className="flex items-baseline gap-2 sm:gap-3">
      <Lane state={lanes[row.state]} className="max-sm:hidden" />
      <CourseLink href={unitAddress(unit.id)} className="py-0.5 hover:text-accent hover:underline">
        {row.name}
      </CourseLink>
      <span className="sr-only">, {row.state}</span>
    </span>
  );
}

/** Questions and exercises of units or concepts, one in a row. */
export function StandingTable({
  title,
  of,
  note = '',
  rows,
}: {
  readonly title: string;
  /** What stands in the rows. */
  readonly of: string;
  /** What the table leaves out. */
  readonly note?: string;
  readonly rows: readonly StandingRow[];
}) {
  const id = title.toLowerCase().replaceAll(' ', '-');
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-2xl font-[650] tracking-tight">
        {title}
      </h2>
      {rows.length > 0 && (
        <table className="mt-4 w-full max-w-3xl border-collapse text-left max-sm:text-sm">
          <thead>
            <tr className="border-b border-line-strong text-sm text-ink-soft">
              <th scope="col" className="py-2 pr-3 sm:pr-6 font-medium">
                {of}
              </th>
              <th scope="col" className="py-2 pr-3 sm:pr-6 font-medium">
                Answered
              </th>
              <th scope="col" className="py-2 pr-3 sm:pr-6 font-medium">
                Right first
              </th>
              <th scope="col" className="py-2 font-medium">
                Exercises
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} className="border-b border-line align-baseline">
                <th scope="row" className="py-2 pr-3 font-medium wrap-anywhere sm:pr-6">
                  <Name row={row} />
                </th>
                <td className="tabular py-2 pr-3 sm:pr-6 whitespace-nowrap">
                  <Share part={row.answered} whole={row.questions} />
                </td>
                <td className="tabular py-2 pr-3 sm:pr-6 whitespace-nowrap">
                  <Share part={row.rightFirst} whole={row.answered} />
                </td>
                <td className="tabular py-2 whitespace-nowrap">
                  <Share part={row.passed} whole={row.exercises} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {note !== '' && <p className="mt-3 text-ink-soft">{note}</p>}
    </section>
  );
}
