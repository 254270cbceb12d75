'use client';
/** The kitchen alive: the reader chooses a run, plays it or steps through it, and reads what each scene means. */
import { useState } from 'react';
import { Group } from '@/components/timeline/group';
import { Transport } from '@/components/timeline/transport';
import { useReading, useView, type ViewStore } from '@/components/timeline/view-store';
import { InlineCode } from '@/components/ui/inline-code';
import { timeAt } from '@/lib/trace/axis';
import type { Scene } from '@/lib/trace/kitchen';
import { FigureFrame, StepList } from './figure-frame';
import type { FigureRun } from './figure-run';
import { type KitchenRun, kitchenOf, middleOf } from './kitchen-model';
import { KitchenScene } from './kitchen-scene';
import { KitchenParts } from './kitchen-words';
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
  const { store, run, index, state, seekTo } = useFigure(trace, kitchen.steps, kitchen.telling);
  const scene = kitchen.scenes[index];
  const said = kitchen.steps[index];
  if (scene === undefined || said === undefined) return null;
  return (
    <FigureFrame
      picture={
        <MovingScene store={store} kitchen={kitchen} scene={scene} label={`A kitchen. ${said.said}`} />
      }
      step={said}
      state={state}
      aside={<KitchenParts scene={scene} result={kitchen.result} />}
      controls={<Transport store={store} run={run} />}
      steps={<StepList steps={kitchen.steps} current={index} onSeek={seekTo} />}
    />
  );
}

/** How often the rings and the clock are drawn again, in parts of the run. */
const FINE = 500;

/** The rings and the clock follow the playhead at a reader's pace, the rest at each scene. */
function MovingScene({
  store,
  kitchen,
  scene,
  label,
}: {
  readonly store: ViewStore;
  readonly kitchen: KitchenRun;
  readonly scene: Scene;
  readonly label: string;
}) {
  const { timeline } = kitchen;
  const duration = Math.max(timeline.times[timeline.end] ?? 0, 1);
  const touched = useView(store, (view) => view.touched);
  useReading(store, (position) => Math.round((timeAt(timeline, position) / duration) * FINE));
  const position = touched ? store.reading : middleOf(kitchen, scene);
  return <KitchenScene kitchen={kitchen} scene={scene} label={label} position={position} />;
}
