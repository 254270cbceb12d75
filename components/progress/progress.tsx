'use client';
/** The reader's record, read: by unit, by concept, how sure and how right; and the record itself, to take along. */
import { useRecorded } from '@/components/ui/use-recorded';
import type { UnitOutline } from '@/lib/course/outline';
import type { Change, LearnerRecord } from '@/lib/progress/record';
import { type ConceptStanding, calibration, standingByConcept, standingByUnit } from '@/lib/review/standing';
import { CalibrationTable } from './calibration-table';
import { KeepRecord } from './keep-record';
import { StandingTable } from './standing-table';

const readContents = (record: LearnerRecord) => record.readContents();
const concernsProgress = ({ store }: Change) => store !== 'notice';

/** What of the concepts is not in the table yet. */
function conceptsToCome(concepts: readonly ConceptStanding[]): string {
  const amount = concepts.filter(({ begun }) => !begun).length;
  return amount === 0 ? '' : `${amount} concepts come with units that you have not opened.`;
}

export function Progress({ units }: { readonly units: readonly UnitOutline[] }) {
  const contents = useRecorded(readContents, concernsProgress);
  if (contents === undefined) return <div className="needs-script min-h-dvh" />;
  const concepts = standingByConcept(units, contents);
  return (
    <div className="grid gap-14">
      <StandingTable
        title="By unit"
        of="Unit"
        rows={standingByUnit(units, contents).map((standing) => ({
          ...standing,
          id: standing.unit.id,
          name: standing.unit.title,
          units: [standing.unit],
        }))}
      />
      <StandingTable
        title="By concept"
        of="Concept"
        note={conceptsToCome(concepts)}
        rows={concepts
          .filter(({ begun }) => begun)
          .map((standing) => ({ ...standing, id: standing.concept, name: standing.concept }))}
      />
      <CalibrationTable calibration={calibration(units, contents)} />
      <KeepRecord contents={contents} />
    </div>
  );
}
