/** The turns of every loop in a run: who was handed the loop, from when until when. */
import type { Trace } from './schema';

export type Turn = {
  readonly thread: number;
  readonly task: number | null;
  readonly request: string | null;
  readonly name: string;
  readonly begin: number;
  readonly end: number;
  /** True where plain computation, with no blocking call in it, kept the loop for long. */
  readonly longComputation: boolean;
};

/** A turn without a blocking call still blocks the loop when it computes for this long (microseconds). */
export const LONG_COMPUTATION = 10_000;

/** All turns in order of beginning. A turn that never ended reaches to the end of the run. */
export function turnsOf(trace: Trace): readonly Turn[] {
  const turns: Turn[] = [];
  const open = new Map<number, { index: number; blocked: boolean }>();
  const lengthOf = (begin: number, end: number) =>
    (trace.events[end]?.t ?? trace.duration) - (trace.events[begin]?.t ?? 0);
  const close = (thread: number, end: number) => {
    const current = open.get(thread);
    const turn = current && turns[current.index];
    if (!current || !turn) return;
    const longComputation = !current.blocked && lengthOf(turn.begin, end) >= LONG_COMPUTATION;
    turns[current.index] = { ...turn, end, longComputation };
    open.delete(thread);
  };
  for (const event of trace.events) {
    if (event.kind === 'turn-begin') {
      close(event.thread, event.seq);
      open.set(event.thread, { index: turns.length, blocked: false });
      const { thread, task, request, name, seq } = event;
      turns.push({ thread, task, request, name, begin: seq, end: seq, longComputation: false });
    } else if (event.kind === 'turn-end') {
      close(event.thread, event.seq);
    } else if (event.kind === 'block-begin') {
      const current = open.get(event.thread);
      if (current) current.blocked = true;
    }
  }
  for (const thread of [...open.keys()]) close(thread, trace.events.length);
  return turns;
}
