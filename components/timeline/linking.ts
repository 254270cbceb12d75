/** From a view to a link and back: the same moment, axis, window and selection. */

import { isWhole } from '@/lib/trace/axis-window';
import type { ViewLink } from '@/lib/trace/view-link';
import { revealRequest } from './folding';
import { look, showAxis, windowShown } from './looking';
import { axisShown, type Run } from './run';
import type { ViewStore } from './view-store';

/** Where a run can be opened again: the page that opens traces, and what it calls this run. */
export type RunOrigin = { readonly address: string } & Pick<ViewLink, 'run' | 'file'>;

/** What a link to this moment says. */
export function linkOf(store: ViewStore, run: Run, { run: name, file }: RunOrigin): ViewLink {
  const { axis, plumbing, touched, selection } = store.view;
  const window = windowShown(store, run);
  const whole = isWhole(axisShown(run, store.view), window);
  return {
    run: name,
    file,
    axis,
    ...(plumbing ? { plumbing: 'shown' as const } : {}),
    ...(touched ? { at: store.position } : {}),
    ...(whole ? {} : { from: window.start, to: window.end }),
    ...(selection ? { row: selection.row, mark: selection.from } : {}),
  };
}

/** Looks at what a link points to. What this run does not have is left as it is. */
export function followLink(store: ViewStore, run: Run, link: ViewLink): void {
  showAxis(store, run, { axis: link.axis, plumbing: link.plumbing === 'shown' });
  if (link.from !== undefined && link.to !== undefined) look(store, run, { start: link.from, end: link.to });
  if (link.row !== undefined && link.mark !== undefined) {
    const [kind, group] = link.row.split('-');
    if (kind === 'request' || kind === 'layer') revealRequest(store, run, Number(group));
    if (kind === 'layer') {
      const folded = new Set(store.view.folded);
      folded.delete(Number(group));
      store.change({ folded });
    }
    store.change({ selection: { row: link.row, from: link.mark } });
  }
  if (link.at !== undefined) store.seek(Math.min(link.at, run.timeline.end));
}
