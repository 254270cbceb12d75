/** Runs that did not come to their own end, and warnings, in plain words. */
import { list } from '@/lib/trace/duration';
import type { Outcome, Trace, TraceEventOf } from '@/lib/trace/schema';
import type { Place, Problem } from './problem';
import { unawaitedCall } from './suspects';

const bare = { frames: [], requests: [], event: null } as const;

function placeOf(trace: Trace, id: number | null): Place | null {
  const frame = trace.frames.find((candidate) => candidate.id === id);
  return frame?.origin === 'learner' ? { file: frame.file, line: frame.line } : null;
}

/** A deadlock, a limit or an exit; null when the run came to its own end. */
export function explainOutcome(trace: Trace): Problem | null {
  const { outcome } = trace;
  if (outcome.kind === 'deadlock') return explainDeadlock(trace, outcome);
  if (outcome.kind === 'limit') {
    return {
      ...bare,
      severity: 'error',
      ...LIMITS[outcome.limit],
      place: placeOf(trace, outcome.frame),
      text: outcome.message,
    };
  }
  if (outcome.kind === 'exit') {
    return {
      ...bare,
      severity: 'error',
      ...explainExit(outcome.message),
      place: placeOf(trace, outcome.frame),
      text: outcome.message,
    };
  }
  return null;
}

/** What ended the server; `message` is the engine's word for it. */
function explainExit(message: string): Pick<Problem, 'title' | 'explanation'> {
  if (message.includes('stopped the event loop')) {
    return {
      title: 'The code stopped the event loop',
      explanation:
        'The loop serves every request, and it belongs to the server: once it stops, nobody is answered any more.',
    };
  }
  if (/^(SystemExit|KeyboardInterrupt|os\.\w+\()/.test(message)) {
    return {
      title: 'The code ended the whole process',
      explanation:
        'It called `sys.exit`, `quit` or the like. On a server that would take every other request down with it; the run ended there.',
    };
  }
  return {
    title: 'The server itself broke down',
    explanation: `${message}. No request can be served any more; the run ended there. Look for code that reaches into the event loop or into Django.`,
  };
}

function explainDeadlock(trace: Trace, outcome: Extract<Outcome, { kind: 'deadlock' }>): Problem {
  const waits = new Map<string, { readonly place: Place | null; readonly requests: string[] }>();
  for (const { request, what, frame } of outcome.waiting) {
    const place = placeOf(trace, frame);
    const where = place === null ? '' : ` at line ${place.line} of \`${place.file}\``;
    const key = `${where} for \`${what}\``;
    const wait = waits.get(key) ?? { place, requests: [] };
    if (request !== null && !wait.requests.includes(request)) wait.requests.push(request);
    waits.set(key, wait);
  }
  const sentences = [...waits].map(([words, { requests }]) => {
    if (requests.length === 0) return `A task waits${words}.`;
    return requests.length === 1
      ? `Request ${requests[0]} waits${words}.`
      : `Requests ${list(requests)} wait${words}.`;
  });
  // Where a lock is in play, whoever waits for it is nearer the cause than whoever merely sleeps.
  const telling = [...waits].find(([words]) => words.includes('lock')) ?? [...waits][0];
  return {
    ...bare,
    severity: 'error',
    title: 'Nothing can go on: the run waits for something that will never come',
    explanation: `${sentences.join(' ')} No code that could end the wait can still run, so on a real server this would hang.`,
    place: telling?.[1].place ?? null,
    text: outcome.message,
    requests: outcome.waiting.flatMap(({ request }) => (request === null ? [] : [request])),
  };
}

const LIMITS: Record<
  Extract<Outcome, { kind: 'limit' }>['limit'],
  { readonly title: string; readonly explanation: string }
> = {
  lines: {
    title: 'This loop does not seem to end',
    explanation:
      'The run was stopped after very many lines, here. On a server, a loop without an end and without an `await` that suspends holds every request.',
  },
  events: {
    title: 'Too much happened to be recorded',
    explanation:
      'The run was stopped when its record was full. Use fewer requests, or fewer steps in the loop.',
  },
  output: {
    title: 'Too much was printed',
    explanation: 'The run was stopped when the output was full. Print less, or not in a loop.',
  },
  'virtual-time': {
    title: 'The run took too long on its own clock',
    explanation:
      'The modelled time reached its limit. Look for a sleep that is too long, or for waits that repeat without end.',
  },
  threads: {
    title: 'Too many threads were started',
    explanation: 'The run was stopped here. Every thread costs memory; on a server this ends the process.',
  },
  tasks: {
    title: 'Too many tasks were started',
    explanation: 'The run was stopped here. Look for a `create_task` in a loop that does not end.',
  },
  memory: {
    title: 'The run used up its memory',
    explanation: 'Something grows without end here: a list, a string, a cache.',
  },
  recursion: {
    title: 'A function calls itself without end',
    explanation: 'The run was stopped. Look for a layer that calls itself instead of `get_response`.',
  },
};

/** What Python warned about. */
export function explainWarning(trace: Trace, event: TraceEventOf<'warning'>): Problem {
  const [, coroutine] = /^coroutine '([^']+)' was never awaited/.exec(event.message) ?? [];
  const base = {
    ...bare,
    severity: 'warning',
    place: placeOf(trace, event.frame),
    text: `${event.category}: ${event.message}`,
    requests: event.request === null ? [] : [event.request],
    event: event.seq,
  } as const;
  if (coroutine !== undefined) {
    const rest = coroutine.startsWith('BaseHandler.');
    return {
      ...base,
      title: rest
        ? 'The rest of the stack was never awaited'
        : `\`${coroutine}\` was called but never awaited`,
      explanation: rest
        ? '`get_response(request)` made a coroutine and nobody awaited it, so the view never ran. Write `await get_response(request)`.'
        : 'Calling it only made a coroutine; none of its lines ran. Put `await` before the call, or hand it to `asyncio.create_task` and keep the task.',
      place: rest ? (unawaitedCall(trace) ?? base.place) : base.place,
    };
  }
  const [, lost] = /^Task exception was never retrieved:? ?(.*)$/s.exec(event.message) ?? [];
  if (lost !== undefined) {
    return {
      ...base,
      title: 'A task failed and nobody looked',
      explanation: `It ended in \`${lost}\`, after the request no longer waited for it. Keep the task and await it, or catch the error inside it.`,
    };
  }
  if (event.message.includes('must consume synchronous iterators')) {
    return {
      ...base,
      title: 'The stream was read to its end before anything was sent',
      explanation:
        'A sync iterator cannot be served piece by piece on the event loop. Make it an async generator (`async def` with `yield`).',
    };
  }
  return { ...base, title: `Python warns: ${event.category}`, explanation: event.message };
}
