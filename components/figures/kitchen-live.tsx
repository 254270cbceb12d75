'use client';
/** The kitchen alive: the reader chooses a run, plays it or steps through it, and reads what each scene means. */
import { useMemo, useState } from 'react';
import { seek } from '@/components/timeline/controls';
import { Group } from '@/components/timeline/group';
import type { Run } from '@/components/timeline/run';
import { Transport } from '@/components/timeline/transport';
import { useReading, useView, type ViewStore } from '@/components/timeline/view-store';
import { InlineCode } from '@/components/ui/inline-code';
import { timeAt } from '@/lib/trace/axis';
import type { Scene } from '@/lib/trace/kitchen';
import { lastAtOrBefore } from '@/lib/trace/search';
import type { FigureRun } from './figure-run';
import { type KitchenRun, kitchenOf, middleOf, progressOf, servedAt } from './kitchen-model';
import { KitchenScene } from './kitchen-scene';
import { KitchenParts, KitchenSteps } from './kitchen-words';
import { useFigure } from './use-figure';

export function KitchenLive({ runs }: { readonly runs: readonly FigureRun[] }) {
  const [chosen, choose] = useState(0);
  const run = runs[chosen];
  if (run === undefined) return null;
  return (
    <Group label="A run as a kitchen" className="@container grid gap-4">
      {runs.length > 1 && <RunChoice runs={runs} chosen={chosen} onChoose={choose} />}
      <OneKitchen key={run.name} run={run} />
    </Group>
  );
}

function RunChoice({
  runs,
  chosen,
  onChoose,
}: {
  readonly runs: readonly FigureRun[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
}) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">Which run</legend>
      {runs.map(({ name, title }, index) => (
        <label
          key={name}
          className="inline-flex min-h-11 items-center gap-2 rounded-card border border-line-strong px-3 text-sm font-medium has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent"
        >
          <input
            type="radio"
            name="kitchen"
            className="accent-(--accent)"
            checked={index === chosen}
            onChange={() => onChoose(index)}
          />
          <span>
            <InlineCode text={title} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function OneKitchen({ run: { trace } }: { readonly run: FigureRun }) {
  const kitchen = kitchenOf(trace);
  const positions = useMemo(() => kitchen.scenes.map(({ position }) => position), [kitchen]);
  const { store, run } = useFigure(trace, positions);
  const touched = useView(store, (view) => view.touched);
  const playing = useView(store, (view) => view.playing);
  const reached = useReading(store, (position) => Math.max(lastAtOrBefore(positions, position), 0));
  const index = touched ? reached : kitchen.telling;
  const scene = kitchen.scenes[index];
  const said = kitchen.words[index];
  if (scene === undefined || said === undefined) return null;
  return (
    <>
      <div className="grid gap-x-8 gap-y-4 @4xl:grid-cols-[3fr_2fr]">
        <MovingScene
          store={store}
          run={run}
          kitchen={kitchen}
          scene={scene}
          label={`A kitchen. ${said.kitchen}`}
        />
        <div className="grid content-start gap-4">
          <div role="status" aria-live={playing || !touched ? 'off' : 'polite'} className="min-h-24">
            <p className="text-lg leading-snug font-medium">{said.kitchen}</p>
            <p className="mt-1 text-ink-soft">{said.run}</p>
          </div>
          <KitchenParts scene={scene} />
          <p className="text-sm font-medium">{kitchen.result}</p>
        </div>
      </div>
      <Transport store={store} run={run} />
      <KitchenSteps run={kitchen} current={index} onSeek={(position) => seek(store, position)} />
    </>
  );
}

/** How often the rings and the clock are drawn again, in parts of the run. */
const FINE = 500;

/** The rings and the clock follow the playhead at a reader's pace, the rest at each scene. */
function MovingScene({
  store,
  run,
  kitchen,
  scene,
  label,
}: {
  readonly store: ViewStore;
  readonly run: Run;
  readonly kitchen: KitchenRun;
  readonly scene: Scene;
  readonly label: string;
}) {
  const { timeline } = run;
  const duration = timeline.times[timeline.end] ?? 0;
  const touched = useView(store, (view) => view.touched);
  useReading(store, (position) => Math.round((timeAt(timeline, position) / Math.max(duration, 1)) * FINE));
  const position = touched ? store.reading : middleOf(kitchen, scene);
  return (
    <KitchenScene
      scene={scene}
      label={label}
      time={timeAt(timeline, position)}
      duration={duration}
      progress={(order) => progressOf(timeline, order, position)}
      servedAt={servedAt}
    />
  );
}
