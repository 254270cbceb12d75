'use client';
/** What is due, answered in place; and all questions of the course or of a part, whoever wants them. */
import { useMemo, useState } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import { useRecorded } from '@/components/ui/use-recorded';
import { unitAddress } from '@/lib/course/map';
import type { UnitOutline } from '@/lib/course/outline';
import type { Change, LearnerRecord, RecordContents } from '@/lib/progress/record';
import { comingNext, dueNow, itemsToReview, questionsOf } from '@/lib/review/due';
import { intervalWords, itemWords } from '@/lib/review/interval';
import { useSession } from './use-session';

const readContents = (record: LearnerRecord) => record.readContents();
const concernsReview = ({ store }: Change) => store !== 'notice' && store !== 'drafts';

type Part = { readonly id: string; readonly title: string };

export function Review({
  units,
  parts,
}: {
  readonly units: readonly UnitOutline[];
  readonly parts: readonly Part[];
}) {
  const contents = useRecorded(readContents, concernsReview);
  const { begin, session, notice } = useSession(units);

  if (session !== null) return session;
  return (
    <div className="needs-script grid gap-12">
      <section aria-labelledby="due" className="min-h-32">
        <h2 id="due" className="text-2xl font-[650] tracking-tight">
          Due
        </h2>
        {contents && <Due units={units} contents={contents} onBegin={begin} />}
      </section>
      <section aria-labelledby="questions-only">
        <h2 id="questions-only" className="text-2xl font-[650] tracking-tight">
          Questions only
        </h2>
        <p className="mt-2 text-ink-soft">
          The questions of the whole course, or of one part, one after the other. Each counts as a review.
        </p>
        <QuestionsOnly units={units} parts={parts} onBegin={begin} />
      </section>
      <p role="status" className="text-ink-soft">
        {notice}
      </p>
    </div>
  );
}

type Begin = ReturnType<typeof useSession>['begin'];

function Due({
  units,
  contents,
  onBegin,
}: {
  readonly units: readonly UnitOutline[];
  readonly contents: RecordContents;
  readonly onBegin: Begin;
}) {
  const [now] = useState(() => Date.now());
  // What was opened or answered since is due at once.
  const items = useMemo(() => itemsToReview(units, contents), [units, contents]);
  const due = dueNow(items, Math.max(now, Date.now()));
  if (due.length > 0) {
    return (
      <>
        <p className="mt-2 text-lg">{itemWords(due)} of the units that you opened.</p>
        <BeginButton onPress={() => void onBegin(due)}>Begin the review</BeginButton>
      </>
    );
  }
  const next = comingNext(items, now);
  const [first] = next;
  if (first !== undefined) {
    return (
      <p className="mt-2 text-lg">
        Nothing is due. Next: {itemWords(next)} in {intervalWords(first.dueAt - now)}.
      </p>
    );
  }
  const [start] = units;
  return (
    <p className="mt-2 text-lg">
      Nothing is due yet. Cards join once you open their unit, and questions once you miss them.{' '}
      {start && (
        <CourseLink href={unitAddress(start.id)} className="text-accent underline underline-offset-4">
          Begin with {start.title}
        </CourseLink>
      )}
    </p>
  );
}

const WHOLE = 'whole';

function QuestionsOnly({
  units,
  parts,
  onBegin,
}: {
  readonly units: readonly UnitOutline[];
  readonly parts: readonly Part[];
  readonly onBegin: Begin;
}) {
  const [part, setPart] = useState(WHOLE);
  const inPart = (id: string) => questionsOf(id === WHOLE ? units : units.filter((unit) => unit.part === id));
  const choices = [{ id: WHOLE, title: 'The whole course' }, ...parts].filter(
    ({ id }) => inPart(id).length > 0,
  );
  return (
    <div className="mt-3 flex flex-wrap items-end gap-4">
      <label className="grid gap-1 text-sm text-ink-soft">
        From
        <select
          value={part}
          onChange={({ target }) => setPart(target.value)}
          className="h-11 rounded-card border border-line-strong bg-raised px-3 text-base text-ink"
        >
          {choices.map(({ id, title }) => (
            <option key={id} value={id}>
              {title} ({inPart(id).length})
            </option>
          ))}
        </select>
      </label>
      <BeginButton onPress={() => void onBegin(inPart(part))}>Begin the questions</BeginButton>
    </div>
  );
}

function BeginButton({ onPress, children }: { readonly onPress: () => void; readonly children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="mt-4 h-11 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
    >
      {children}
    </button>
  );
}
