import {
  all,
  allStatuses,
  type Check,
  everyStack,
  explaining,
  failed,
  inStack,
  loggedBy,
  startsUp,
} from '@/lib/checks';
import { eventsOf } from '@/lib/trace/events';

const SYNC_VIEW = 0;
const ALL_AT_ONCE = 1;
const ONE_INSTANT = 2;

const MEANINGS = {
  'is None': 'In the thread of the view there is nothing to be found.',
  'only “': 'With three requests under way, somebody else had been there last.',
};

/** Where the view saw nothing though the layer had made a task: that is where the id was left behind. */
const notLeftInATask: Check = everyStack(
  'not-left-in-a-task',
  'The id is not left behind in a task that `Ctx` made',
  (trace) => {
    const blind = eventsOf(trace, 'output').find(({ text }) => text.trim().endsWith(' is None'));
    const layers = new Set(trace.layers.filter(({ name }) => name === 'Ctx').map(({ id }) => id));
    const made = eventsOf(trace, 'task-create').find(
      ({ request, layer }) => request === blind?.request && layer !== null && layers.has(layer),
    );
    if (blind === undefined || made === undefined) return null;
    return failed(
      `Request ${blind.request} logged “${blind.text.trim()}”. \`${made.name}\` ran as a task: it was given a copy of the context, and what it set there stayed there.`,
      { event: made.seq },
    );
  },
  'Nothing was left behind in a task.',
);

const eachSeesItsOwn = all({ id: 'each-sees-its-own', title: 'Each request sees its own id in the view' }, [
  loggedBy('A', 'a is a'),
  loggedBy('B', 'b is b'),
  loggedBy('C', 'c is c'),
]);

export const checks: readonly Check[] = [
  startsUp(),
  allStatuses(200),
  inStack(SYNC_VIEW, notLeftInATask),
  explaining(inStack(SYNC_VIEW, eachSeesItsOwn), MEANINGS),
  explaining(inStack(ALL_AT_ONCE, eachSeesItsOwn), MEANINGS),
  explaining(inStack(ONE_INSTANT, eachSeesItsOwn), MEANINGS),
];
