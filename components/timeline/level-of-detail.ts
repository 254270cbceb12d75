/**
 * Only what can be seen: marks outside the window are left out, and neighbours too short to be told apart
 * become one mark that says so. What blocks the loop is never merged away, however short it looks.
 */
import { fractionIn, positionIn, type Scale } from '@/lib/trace/axis-window';
import type { Mark, ReadyCount, Shape, Sign } from './figure-model';

/** Marks narrower than this are gathered, and a gathering is closed when it is this much wider, in pixels. */
const NARROW = 1.5;
const GATHERED = 3;
/** No words have room in a mark narrower than this, in pixels. */
const WORDY = 14;
/** Two signs closer than this cover each other, in pixels. */
const SIGN_ROOM = 7;
/** A mixed mark is never so low that it cannot be seen. */
const LOWEST = 0.2;

/** These have happened even where they took no width at all. */
const SEEN_ANYWAY: ReadonlySet<Shape> = new Set(['running', 'callback', 'in-thread']);

const WORDS: Readonly<Record<Shape, string>> = {
  running: 'running',
  blocking: 'blocking',
  ready: 'ready',
  suspended: 'suspended',
  queued: 'queued for a thread',
  'in-thread': 'in a thread',
  ghost: 'away in a thread',
  held: 'waiting for the loop',
  callback: 'callbacks of the loop',
  framework: 'Django at work',
  mixed: 'mixed',
};

/** Marks in order of beginning, as they can be told apart where the scale is `pixels` wide. */
export function legible(marks: readonly Mark[], scale: Scale, pixels: number): readonly Mark[] {
  const seen: Mark[] = [];
  let gathered: Placed[] = [];
  const [from, to] = [positionIn(scale, 0), positionIn(scale, 1)];
  const close = () => {
    const [first] = gathered;
    if (first) seen.push(gathered.length === 1 ? first.mark : merged(gathered));
    gathered = [];
  };
  for (const mark of marks) {
    if (mark.from > to) break;
    if (mark.to < from) continue;
    const left = fractionIn(scale, mark.from) * pixels;
    const right = fractionIn(scale, mark.to) * pixels;
    if (mark.shape === 'blocking' || right - left >= NARROW) {
      close();
      seen.push(right - left >= WORDY || mark.chip === null ? mark : { ...mark, chip: null });
      continue;
    }
    if (right <= left && !SEEN_ANYWAY.has(mark.shape)) continue;
    const [first, last] = [gathered[0], gathered.at(-1)];
    if (first && last && (right - first.left > GATHERED || left - last.right > 1)) close();
    gathered.push({ mark, left, right });
  }
  close();
  return seen;
}

type Placed = { readonly mark: Mark; readonly left: number; readonly right: number };

function merged(placed: readonly Placed[]): Mark {
  const marks = placed.map(({ mark }) => mark);
  const [first, last] = [placed[0], placed.at(-1)];
  // Only called with two or more.
  if (first === undefined || last === undefined) throw new RangeError('Nothing to merge.');
  const counts = Map.groupBy(marks, ({ shape }) => shape);
  const groups = new Set(marks.map(({ group }) => group));
  const covered = placed.reduce((sum, { left, right }) => sum + right - left, 0);
  const width = Math.max(last.right - first.left, 1);
  const parts = [...counts].map(([shape, own]) => `${own.length} ${WORDS[shape]}`);
  return {
    shape: 'mixed',
    from: first.mark.from,
    to: last.mark.to,
    group: groups.size === 1 ? first.mark.group : -1,
    chip: null,
    title: `${marks.length} spans too short to tell apart here: ${parts.join(', ')}`,
    place: null,
    cover: Math.min(Math.max(covered / width, LOWEST), 1),
  };
}

/** Counts of who is ready, each wide enough to be read: where they change faster, the highest of them. */
export function legibleCounts(
  counts: readonly ReadyCount[],
  scale: Scale,
  pixels: number,
): readonly ReadyCount[] {
  const seen: { count: ReadyCount; left: number; right: number }[] = [];
  for (const count of counts) {
    const left = fractionIn(scale, count.from) * pixels;
    const right = fractionIn(scale, count.to) * pixels;
    if (right < 0 || left > pixels) continue;
    const last = seen.at(-1);
    const joins = last && left - last.right < 1 && (right - left < WORDY || last.right - last.left < WORDY);
    if (!joins) {
      seen.push({ count, left, right });
      continue;
    }
    const most = Math.max(last.count.count, count.count);
    last.count = { from: last.count.from, to: count.to, count: most, varies: true };
    last.right = right;
  }
  return seen.filter(({ left, right }) => right - left >= 1).map(({ count }) => count);
}

/** Signs that do not cover each other. An error hides a response, never the other way round. */
export function legibleSigns(signs: readonly Sign[], scale: Scale, pixels: number): readonly Sign[] {
  const seen: { sign: Sign; at: number; count: number }[] = [];
  for (const sign of signs) {
    const at = fractionIn(scale, sign.at) * pixels;
    if (at < -SIGN_ROOM || at > pixels + SIGN_ROOM) continue;
    const last = seen.at(-1);
    if (last === undefined || at - last.at >= SIGN_ROOM || isQuiet(last.sign) || isQuiet(sign)) {
      seen.push({ sign, at, count: 1 });
    } else if (last.sign.kind === sign.kind) {
      last.count += 1;
    } else {
      seen.push({ sign, at, count: 1 });
    }
  }
  return seen.map(({ sign, count }) =>
    count === 1 ? sign : { ...sign, title: `${sign.title}, and ${count - 1} more of this kind here` },
  );
}

const isQuiet = ({ kind }: Sign): boolean => kind === 'arrive' || kind === 'response';
