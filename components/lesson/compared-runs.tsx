/** Two recorded runs of a lesson side by side: what changed, on one clock, and the code that changed it. */
// The figures are drawn where no stylesheet can be reached from, so theirs are asked for here.
import '@/components/timeline/compared.module.css';
import '@/components/timeline/figure.module.css';
import '@/components/timeline/table.module.css';
import { recordingAddress, runAnchor } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import type { Example, Unit } from '@/lib/course/read-unit';
import type { Pair } from '@/lib/trace/compare';
import { LiveComparison } from './live-comparison';
import { SourceFiles } from './source-files';
import { StillComparison } from './still-comparison';

export async function ComparedRuns({ unit, before, after }: Pair<Example> & { readonly unit: Unit }) {
  const changed = {
    before: await highlightFiles(filesUnlike(before, after)),
    after: await highlightFiles(filesUnlike(after, before)),
  };
  return (
    <figure data-wide data-block="run compare" className="my-10">
      {[before, after]
        .filter(({ name }) => isOnlyHere(unit, name))
        .map(({ name }) => (
          <span key={name} id={runAnchor(name)} />
        ))}
      {Object.keys({ ...changed.before, ...changed.after }).length > 0 && (
        <details data-side="code" className="unfolds-on-paper mb-4 rounded-card border border-line">
          <summary className="rounded-card px-4 py-2.5 text-sm font-medium text-ink-soft hover:text-accent">
            The code that differs
          </summary>
          <SourceFiles highlighted={sideBySide(changed)} />
        </details>
      )}
      <LiveComparison
        recordingUrls={{
          before: recordingAddress(unit.id, before.name),
          after: recordingAddress(unit.id, after.name),
        }}
        titles={{ before: before.title, after: after.title }}
      >
        <StillComparison unitId={unit.id} before={before.name} after={after.name} />
      </LiveComparison>
    </figure>
  );
}

/** Whether the lesson places this run nowhere else, so that what links to it must lead here. */
const isOnlyHere = ({ lesson }: Unit, name: string): boolean =>
  lesson.examples.filter((placed) => placed === name).length === 1;

/** The files of an example that the other lacks, or has otherwise. */
function filesUnlike(own: Example, other: Example): Record<string, string> {
  const unlike = Object.entries(own.scenario.files).filter(
    ([path, source]) => other.scenario.files[path] !== source,
  );
  return Object.fromEntries(unlike);
}

function sideBySide({ before, after }: Pair<Readonly<Record<string, string>>>): Record<string, string> {
  const named = (files: Readonly<Record<string, string>>, when: string) =>
    Object.entries(files).map(([path, html]) => [`${path}, ${when}`, html] as const);
  return Object.fromEntries([...named(before, 'before'), ...named(after, 'after')]);
}
