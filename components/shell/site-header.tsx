import { CourseLink } from '@/components/ui/course-link';
import type { PartOfMap } from '@/lib/course/map';
import { CommandsButton } from './commands-button';
import { MapPanel } from './map-panel';
import { ReaderLinks } from './reader-links';
import { SearchLink } from './search-link';
import { ThemeSwitch } from './theme-switch';
import { Wordmark } from './wordmark';

export function SiteHeader({ parts }: { readonly parts: readonly PartOfMap[] }) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-ground/95 backdrop-blur-sm">
      <div className="mx-auto flex h-14 max-w-(--page) items-center gap-2 px-(--gutter) sm:gap-3">
        <CourseLink href="/" className="mr-auto flex h-11 items-center rounded-sm">
          <Wordmark />
        </CourseLink>
        {/* Where there is little room they stand in the map. */}
        <ReaderLinks className="hidden text-sm text-ink-soft lg:flex" />
        <SearchLink />
        <CommandsButton iconOnly className="hidden size-9 rounded-full hover:bg-surface sm:grid" />
        <MapPanel parts={parts} />
        <ThemeSwitch />
      </div>
    </header>
  );
}
