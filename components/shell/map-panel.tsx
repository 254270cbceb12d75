'use client';
import { usePathname } from 'next/navigation';
/** The course map behind a button: a native popover, so that it opens without JavaScript too. */
import { CloseIcon } from '@/components/ui/close-icon';
import type { PartOfMap } from '@/lib/course/map';
import { CommandsButton } from './commands-button';
import { CourseMap } from './course-map';
import { ReaderLinks } from './reader-links';
import { useVisits } from './use-visits';

const PANEL = 'course-map';

export function MapPanel({ parts }: { readonly parts: readonly PartOfMap[] }) {
  const path = usePathname();
  const visits = useVisits();
  const units = parts.flatMap((part) => part.units);
  const finished = units.filter(({ id }) => visits.get(id)?.finishedAt).length;
  const currentUnit = units.find(({ id }) => path.includes(`/learn/${id}`))?.id ?? null;

  return (
    <>
      <button
        type="button"
        popoverTarget={PANEL}
        className="flex h-8 items-center gap-2 whitespace-nowrap rounded-full border border-line bg-surface px-3 text-sm font-medium text-ink hover:border-line-strong"
      >
        <span>
          <span className="max-sm:sr-only">Course </span>
          <span className="max-sm:capitalize">map</span>
        </span>
        <span className="tabular text-ink-faint max-sm:sr-only">
          {finished}/{units.length}
        </span>
        <span className="sr-only">units finished</span>
      </button>
      <nav
        id={PANEL}
        popover="auto"
        aria-label="Course map"
        className="map-panel m-0 max-h-dvh w-full max-w-md overflow-y-auto overscroll-contain border-line bg-ground p-4 text-ink sm:border-l"
      >
        <div className="mb-4 flex items-center justify-between pl-3">
          <p className="text-lg font-semibold tracking-tight">Course map</p>
          <button
            type="button"
            popoverTarget={PANEL}
            popoverTargetAction="hide"
            className="grid size-11 place-items-center rounded-full text-ink-soft hover:bg-surface hover:text-ink"
          >
            <CloseIcon />
            <span className="sr-only">Close the map</span>
          </button>
        </div>
        <CommandsButton className="mb-2 flex min-h-9 px-3 text-sm font-medium sm:hidden" />
        <ReaderLinks className="mb-5 flex gap-2 px-1 text-sm font-medium text-accent lg:hidden" />
        <CourseMap parts={parts} currentUnit={currentUnit} />
      </nav>
    </>
  );
}
