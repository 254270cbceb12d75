import { InlineCode } from '@/components/ui/inline-code';
import type { Lesson } from '@/lib/course/lesson';
import { placeOf } from '@/lib/course/map';
import type { UnitDescription } from '@/lib/course/unit';
import type { Way } from '@/lib/course/ways';
import { OnThisPage } from './on-this-page';
import { PathSwitch } from './path-switch';
import { WaySwitch } from './way-switch';

/** A lesson's title, what it is about, how long it takes, the ways into it, and its sections. */
export function LessonHeader({
  unit,
  lesson,
  ways,
  fastMinutes,
}: {
  readonly unit: UnitDescription;
  readonly lesson: Lesson;
  readonly ways: readonly Way[];
  /** How long it takes without what is deeper. */
  readonly fastMinutes: number;
}) {
  const isOnPath = unit.part === 'steps' || lesson.headings.some(({ deeper }) => deeper);
  return (
    <header className="grid gap-x-12 gap-y-8 pt-12 pb-8 lg:grid-cols-[minmax(0,var(--measure))_minmax(0,1fr)] lg:pt-16">
      <div>
        <div className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
          <span className="font-semibold text-accent">{placeOf(unit)}</span>
          <span className="capitalize">{unit.level}</span>
          <span className="tabular">{unit.minutes} minutes</span>
          {isOnPath && <PathSwitch minutes={fastMinutes} />}
        </div>
        <h1 className="mt-3 text-4xl font-[680] tracking-tight text-balance sm:text-[2.75rem]">
          {unit.title}
        </h1>
        <p className="mt-5 text-xl leading-relaxed text-ink-soft text-pretty">
          <InlineCode text={unit.summary} />
        </p>
        <WaySwitch unitId={unit.id} ways={ways} />
      </div>
      <div data-only="read" className="lg:max-w-xs lg:justify-self-end lg:self-end">
        <OnThisPage headings={lesson.headings} />
      </div>
    </header>
  );
}
