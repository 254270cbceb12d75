/** One plain sentence for each kind of event. */
import { formatDuration } from './duration';
import type { SuspendedOn, TraceEvent, TraceEventOf } from './schema';
import type { Hop, RequestGroup, Timeline } from './timeline';
import { capitalise, layerWords, requestName, threadName, WAITS_FOR } from './words';

type Hops = ReadonlyMap<number, Hop>;

/** What an event means, as a sentence about a request, a layer, the loop or a thread. */
export function sentenceFor(timeline: Timeline, event: TraceEvent, hops: Hops): string {
  const { trace } = timeline;
  const group = timeline.groups.find((own) => own.request !== null && own.request.id === event.request);
  const who = capitalise(requestName(group));
  const layer = trace.layers.find((own) => own.id === event.layer);
  const thread = trace.threads.find((own) => own.id === event.thread);
  const inside = layer ? layerWords(layer) : 'Django';
  switch (event.kind) {
    case 'request-arrive':
      return `${who} arrives: ${group?.request?.method ?? ''} ${group?.request?.path ?? ''}`
        .trimEnd()
        .concat('.');
    case 'response-start':
      return `The response to ${requestName(group)} begins with status ${event.status}.`;
    case 'response-end':
      return `The response to ${requestName(group)} is complete.`;
    case 'request-end':
      return event.error === null
        ? `${who} is done.`
        : `${who} ends with an error that Django did not catch: ${event.error}.`;
    case 'disconnect':
      return `The client of ${requestName(group)} goes away.`;
    case 'layer-enter':
      return layer?.kind === 'view' ? `${who} reaches the view.` : `${who} goes in through ${inside}.`;
    case 'layer-exit':
      return exitSentence(event, who, inside);
    case 'task-create':
      return group
        ? `A task is made for ${requestName(group)}: ${event.name}.`
        : `A task is made: ${event.name}.`;
    case 'task-end':
      return `${taskName(timeline, event, group)} ${TASK_ENDS[event.how]}.`;
    case 'turn-begin':
      return event.task === null
        ? `The loop runs a callback: ${event.name}.`
        : `The loop is handed to ${taskName(timeline, event, group, false)}.`;
    case 'turn-end':
      return event.task === null
        ? 'The callback ends.'
        : `${taskName(timeline, event, group)} gives the loop back.`;
    case 'suspend':
      return suspendSentence(event, taskName(timeline, event, group), timeline.hopOfSuspend.get(event.seq));
    case 'wake':
      return `${taskName(timeline, event, group)} is ready: ${WAKE_REASONS[event.why]}.`;
    case 'hop-submit':
    case 'hop-start':
    case 'hop-end':
    case 'hop-return':
      return hopSentence(event, hops.get(event.hop), who, capitalise(threadName(thread)));
    case 'block-begin':
      return isLoopThread(timeline, event.thread)
        ? `${who} blocks the loop: ${event.what}. Nobody else can run.`
        : `${capitalise(threadName(thread))} is held: ${event.what}. The loop stays free.`;
    case 'block-end':
      return isLoopThread(timeline, event.thread)
        ? `${who} no longer blocks the loop.`
        : `${capitalise(threadName(thread))} goes on.`;
    case 'cancel':
      return `${capitalise(cancelled(timeline, event.target))} is cancelled.`;
    case 'exception':
      return `${event.type} is raised in ${inside}${event.message ? `: ${event.message}` : ''}.`;
    case 'output':
      return `${OUTPUT_VERBS[event.stream]} in ${inside}: ${event.text.trimEnd()}`;
    case 'warning':
      return `${event.category}: ${event.message}`;
    case 'clock-jump':
      return `Nobody can run: the clock jumps by ${formatDuration(event.t - event.from)}.`;
    case 'truncated':
      return `The record ends here: the limit of ${event.limit} was reached.`;
  }
}

const TASK_ENDS = {
  return: 'is finished',
  raise: 'ends with an exception',
  cancel: 'ends, cancelled',
} as const;

const OUTPUT_VERBS = {
  stdout: 'Printed',
  stderr: 'Written to stderr',
  log: 'Logged',
  django: 'Logged by Django',
} as const;

const WAKE_REASONS: Readonly<Record<SuspendedOn | 'start' | 'cancel', string>> = {
  start: 'it may begin',
  timer: 'its time is up',
  io: 'the answer has come',
  future: 'the result it waited for is there',
  lock: 'the lock is free',
  task: 'the task it waited for is finished',
  thread: 'its thread is finished',
  turn: 'it only gave the others a turn',
  cancel: 'it has been cancelled',
};

function isLoopThread(timeline: Timeline, thread: number): boolean {
  return timeline.loops.some((lane) => lane.thread.id === thread);
}

/** A request by its id; a task by its name where the learner made it, or where it serves no request. */
function taskName(
  timeline: Timeline,
  event: TraceEvent,
  group: RequestGroup | undefined,
  first = true,
): string {
  const task = event.task === null ? undefined : timeline.tasks.get(event.task);
  const inner = group ? `${requestName(group)} (task ${task?.row.name})` : `task ${task?.row.name}`;
  const plain = task === undefined || (group?.request != null && !task.byLearner);
  const name = plain ? requestName(group) : inner;
  return first ? capitalise(name) : name;
}

function exitSentence(event: TraceEventOf<'layer-exit'>, who: string, inside: string): string {
  switch (event.how) {
    case 'return':
      return inside === 'the view'
        ? `${who} has its response from the view.`
        : `${who} comes out of ${inside}.`;
    case 'raise':
      return `${capitalise(inside)} raises: ${who.replace('Request', 'request')} leaves it with an exception.`;
    case 'short-circuit':
      return `${capitalise(inside)} answers by itself: ${who.replace('Request', 'request')} goes no deeper.`;
    case 'cancel':
      return `${who} is cancelled inside ${inside}.`;
  }
}

function suspendSentence(event: TraceEventOf<'suspend'>, who: string, hop: Hop | undefined): string {
  if (event.on === 'turn') return `${who} gives way at an await and lets the others have a turn.`;
  if (hop) return `${who} suspends at an await: ${hopWords(hop)} goes to a thread.`;
  const what = event.what ? ` (${event.what})` : '';
  const until = event.until === null ? '' : ` until ${formatDuration(event.until)}`;
  return `${who} suspends at an await: it waits for ${WAITS_FOR[event.on]}${until}${what}.`;
}

function hopSentence(
  event: TraceEventOf<'hop-submit' | 'hop-start' | 'hop-end' | 'hop-return'>,
  hop: Hop | undefined,
  who: string,
  thread: string,
): string {
  const what = hop ? hopWords(hop) : 'a function';
  const toThread = hop?.direction !== 'to-loop';
  switch (event.kind) {
    case 'hop-submit':
      return toThread
        ? `${who} asks for a thread to run ${what}.`
        : `${thread} asks the loop to run ${what} and waits for it.`;
    case 'hop-start':
      return toThread
        ? `${thread} begins ${what} for ${who.replace('Request', 'request')}.`
        : `The loop begins ${what}.`;
    case 'hop-end':
      return event.how === 'return'
        ? `${toThread ? thread : 'The loop'} has finished ${what}.`
        : `${capitalise(what)} ends ${event.how === 'raise' ? 'with an exception' : 'cancelled'}.`;
    case 'hop-return':
      return toThread
        ? `${who} is back on the loop with the result.`
        : `${thread} has the result and goes on.`;
  }
}

/** What a crossing runs: a layer by its name, anything else by the function's. */
function hopWords(hop: Hop): string {
  return hop.layer ? layerWords(hop.layer) : hop.what;
}

function cancelled(timeline: Timeline, target: number): string {
  const group = timeline.groups.find((own) => own.tasks[0]?.row.id === target);
  if (group?.request) return requestName(group);
  return `task ${timeline.tasks.get(target)?.row.name ?? target}`;
}
