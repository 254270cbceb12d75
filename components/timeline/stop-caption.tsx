'use client';
/** The author's stops: one caption at a time, with the way to the next. */
import { InlineCode } from '@/components/ui/inline-code';
import type { Stop } from '@/lib/trace/stops';
import { seek } from './controls';
import { useReading, useView, type ViewStore } from './view-store';

export function StopCaption({
  store,
  stops,
}: {
  readonly store: ViewStore;
  readonly stops: readonly Stop[];
}) {
  const touched = useView(store, (view) => view.touched);
  const reached = useReading(store, (position) => stops.filter((stop) => stop.position <= position).length);
  if (stops.length === 0) return null;
  const index = touched ? reached - 1 : -1;
  const stop = stops[index];
  const next = stops[index + 1];
  const before = stops[index - 1];
  return (
    <div className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-accent-wash px-3 py-2">
      <p className="min-w-0 flex-1 basis-64 text-ink" aria-live="polite">
        <span className="tabular mr-2 font-semibold text-accent">
          {index + 1} / {stops.length}
        </span>
        <InlineCode
          text={stop?.caption ?? 'A guided tour of this run. Step through it, or explore freely.'}
        />
      </p>
      <div className="flex gap-2 text-sm print:hidden">
        <TourButton disabled={!before} onPress={() => before && seek(store, before.position)}>
          Previous stop
        </TourButton>
        <TourButton disabled={!next} onPress={() => next && seek(store, next.position)}>
          {index < 0 ? 'First stop' : 'Next stop'}
        </TourButton>
      </div>
    </div>
  );
}

function TourButton({
  disabled,
  onPress,
  children,
}: {
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: string;
}) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="min-h-9 rounded-card border border-accent px-3 font-medium text-accent enabled:hover:bg-accent enabled:hover:text-accent-ink disabled:opacity-40"
    >
      {children}
    </button>
  );
}
