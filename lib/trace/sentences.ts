/** One plain sentence for each kind of event. */
import { formatDuration } from './duration';
import type { SuspendedOn, ThreadRow, TraceEvent, TraceEventOf } from './schema';
import { groupOfRequest, layerById, threadById } from './tables';
import type { Hop, Timeline } from './timeline';
import { capitalise, layerWords, requestName, threadName, WAITS_FOR } from './words';

type HopEvent = TraceEventOf<'hop-submit' | 'hop-start' | 'hop-end' | 'hop-return'>;

/** The names that a sentence needs, all as they stand in the middle of one. */
type Cast = {
  readonly request: string;
  /** The request, or its task by name where the learner made that task. */
  readonly task: string;
  readonly layer: string;
  readonly thread: ThreadRow | undefined;
  /** Whether a block here keeps a loop from everybody else. */
  readonly onLoop: boolean;
};

/** What an event means, as a sentence about a request, a layer, the loop or a thread. */
export function sentenceFor(timeline: Timeline, event: TraceEvent, hops: ReadonlyMap<number, Hop>): string {
  return capitalise(sentence(timeline, event, castOf(timeline, event), hops));
}

function castOf(timeline: Timeline, event: TraceEvent): Cast {
  const group = groupOfRequest(timeline, event.request) ?? undefined;
  const request = requestName(group);
  const layer = layerById(timeline.trace, event.layer);
  const task = event.task === null ? undefined : timeline.tasks.get(event.task);
  const named = task !== undefined && (group === undefined || task.byLearner);
  return {
    request,
    task: !named ? request : group ? `${request} (task ${task.row.name})` : `task ${task.row.name}`,
    layer: layer ? layerWords(layer) : 'Django',
    thread: threadById(timeline.trace, event.thread) ?? undefined,
    onLoop: timeline.loops.some((lane) => lane.thread.id === event.thread),
  };
}

function sentence(timeline: Timeline, event: TraceEvent, cast: Cast, hops: ReadonlyMap<number, Hop>): string {
  const { request, task, layer } = cast;
  switch (event.kind) {
    case 'request-arrive':
      return arrival(timeline, event, request);
    case 'response-start':
      return `the response to ${request} begins with status ${event.status}.`;
    case 'response-end':
      return `the response to ${request} is complete.`;
    case 'request-end':
      return event.error === null
        ? `${request} is done.`
        : `${request} ends with an error that Django did not catch: ${event.error}.`;
    case 'disconnect':
      return `the client of ${request} goes away.`;
    case 'layer-enter':
      return layer === 'the view' ? `${request} reaches the view.` : `${request} goes in through ${layer}.`;
    case 'layer-exit':
      return exitSentence(event, cast);
    case 'task-create':
      return event.request === null
        ? `a task is made: ${event.name}.`
        : `a task is made for ${request}: ${event.name}.`;
    case 'task-end':
      return `${task} ${TASK_ENDS[event.how]}.`;
    case 'turn-begin':
      return event.task === null
        ? `the loop runs a callback: ${event.name}.`
        : `the loop is handed to ${task}.`;
    case 'turn-end':
      return event.task === null ? 'the callback ends.' : `${task} gives the loop back.`;
    case 'suspend':
      return suspendSentence(event, task, timeline.hopOfSuspend.get(event.seq));
    case 'wake':
      return `${task} is ready: ${WAKE_REASONS[event.why]}.`;
    case 'hop-submit':
    case 'hop-start':
    case 'hop-end':
    case 'hop-return':
      return hopSentence(event, hops.get(event.hop), cast);
    case 'block-begin':
      return cast.onLoop
        ? `${request} blocks the loop: ${event.what}. Nobody else can run.`
        : `${threadName(cast.thread)} is blocked: ${event.what}. The loop stays free.`;
    case 'block-end':
      return cast.onLoop ? `${request} no longer blocks the loop.` : `${threadName(cast.thread)} goes on.`;
    case 'cancel':
      return `${cancelled(timeline, event.target)} is cancelled.`;
    case 'exception':
      return `${event.type} is raised in ${layer}${event.message ? `: ${event.message}` : ''}.`;
    case 'output':
      return `${OUTPUT_VERBS[event.stream]} in ${layer}: ${event.text.trimEnd()}`;
    case 'warning':
      return `${event.category}: ${event.message}`;
    case 'clock-jump':
      return `nobody can run: the clock jumps by ${formatDuration(event.t - event.from)}.`;
    case 'truncated':
      return `the record ends here: the limit of ${event.limit} was reached.`;
  }
}

const TASK_ENDS = {
  return: 'is finished',
  raise: 'ends with an exception',
  cancel: 'ends, cancelled',
} as const;

const OUTPUT_VERBS = {
  stdout: 'printed',
  stderr: 'written to stderr',
  log: 'logged',
  django: 'logged by Django',
} as const;

/** Why somebody can go on, after 'it is ready'. */
export const WAKE_REASONS: Readonly<Record<SuspendedOn | 'start' | 'cancel', string>> = {
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

function arrival(timeline: Timeline, event: TraceEvent, request: string): string {
  const row = groupOfRequest(timeline, event.request)?.request;
  return row ? `${request} arrives: ${row.method} ${row.path}.` : `${request} arrives.`;
}

function exitSentence(event: TraceEventOf<'layer-exit'>, { request, layer }: Cast): string {
  switch (event.how) {
    case 'return':
      return layer === 'the view'
        ? `${request} has its response from the view.`
        : `${request} comes out of ${layer}.`;
    case 'raise':
      return `${layer} raises: ${request} leaves it with an exception.`;
    case 'short-circuit':
      return `${layer} answers by itself: ${request} goes no deeper.`;
    case 'cancel':
      return `${request} is cancelled inside ${layer}.`;
  }
}

function suspendSentence(event: TraceEventOf<'suspend'>, task: string, hop: Hop | undefined): string {
  if (event.on === 'turn') return `${task} gives way at an await and lets the others have a turn.`;
  if (hop) return `${task} suspends at an await: ${hopWords(hop)} goes to a thread.`;
  const what = event.what ? ` (${event.what})` : '';
  const until = event.until === null ? '' : ` until ${formatDuration(event.until)}`;
  return `${task} suspends at an await: it waits for ${WAITS_FOR[event.on]}${until}${what}.`;
}

function hopSentence(event: HopEvent, hop: Hop | undefined, { request, thread }: Cast): string {
  const what = hop ? hopWords(hop) : 'a function';
  const toThread = hop?.direction !== 'to-loop';
  const worker = threadName(thread);
  switch (event.kind) {
    case 'hop-submit':
      return toThread
        ? `${request} asks for a thread to run ${what}.`
        : `${worker} asks the loop to run ${what} and waits for it.`;
    case 'hop-start':
      // A thread that serves one request has it in its name.
      if (toThread) return `${worker} begins ${what}${thread?.request ? '' : ` for ${request}`}.`;
      return `the loop begins ${what}.`;
    case 'hop-end':
      return event.how === 'return'
        ? `${toThread ? worker : 'the loop'} has finished ${what}.`
        : `${what} ends ${event.how === 'raise' ? 'with an exception' : 'cancelled'}.`;
    case 'hop-return':
      if (hop?.end === null || (hop && hop.end > event.seq)) {
        return `${toThread ? request : worker} no longer waits for ${what}.`;
      }
      return toThread
        ? `${request} is back on the loop with the result.`
        : `${worker} has the result and goes on.`;
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
