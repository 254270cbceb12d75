import { useSyncExternalStore } from 'react';
import { isWhole } from '@/lib/trace/axis-window';
import { windowShown } from './looking';
import { axisShown, type Run } from './run';
import { useView, type ViewStore } from './view-store';

/** Whether the whole of the run is looked at. */
export function useWhole(store: ViewStore, run: Run): boolean {
  const axis = useView(store, (view) => axisShown(run, view));
  const read = () => isWhole(axis, windowShown(store, run));
  return useSyncExternalStore(store.viewport.subscribe, read, read);
}
