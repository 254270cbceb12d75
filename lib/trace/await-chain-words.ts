/** What the chain of awaits says: its parts by name, and what a step changes. */
import { type AwaitChain, type ChainLink, type ChainSegment, keysOf } from './await-chain';
import { formatDuration } from './duration';
import { layerWords } from './words';

/** 'task of request A, made by the server', 'thread w1'. */
export function segmentWords({ kind, name, madeBy }: ChainSegment): string {
  if (kind === 'thread') return `thread ${name}`;
  if (madeBy === 'server') return `the server’s task: ${name}`;
  return madeBy === 'django' ? 'Django’s task for the request' : 'a new task, made by the bridge';
}

/** 'timer', 'the view', or the name of a function. */
export const linkWords = ({ name, layer }: ChainLink): string => (layer ? layerWords(layer) : name);

/** The links that are the learner's, or stand for something the learner wrote. */
export const isOwn = ({ origin, layer }: ChainLink): boolean => origin === 'learner' || layer !== null;

/** Python's own machinery below every await: there is no chain without it, and nothing to learn from it. */
export const isMachinery = ({ source }: ChainLink): boolean => source.startsWith('asyncio.');

const ownLinks = ({ segments }: AwaitChain): readonly ChainLink[] =>
  segments.flatMap(({ links }) => links.filter(isOwn));

/** What has become of the chain since the step before. */
export function chainWords(chain: AwaitChain, before: AwaitChain | null): string {
  const own = ownLinks(chain);
  const innermost = own.at(-1);
  if (chain.state === 'absent') return 'There is no chain yet: the request has not come in.';
  if (chain.state === 'ended')
    return 'The chain is gone: every call has returned, and the response is on its way.';
  if (innermost === undefined) {
    return before && ownLinks(before).length > 0
      ? 'Every layer has returned. Django sends the response.'
      : 'The server has made a task for the request. No layer has been called yet.';
  }
  return [growthWords(chain, before), stateWords(chain, innermost)].filter(Boolean).join(' ');
}

function growthWords(chain: AwaitChain, before: AwaitChain | null): string {
  const now = ownLinks(chain);
  const then = before === null ? [] : ownLinks(before);
  if (now.length > then.length) {
    const called = now.at(-1);
    const caller = now[then.length - 1];
    const place =
      chain.segments.length > (before?.segments.length ?? 0) ? placeWords(chain.segments.at(-1)) : '';
    return `The chain grows: ${caller ? linkWords(caller) : 'Django'} ${verbOf(chain, caller, called)} ${
      called ? linkWords(called) : 'it'
    }${place}.`;
  }
  if (now.length < then.length) {
    const gone = then.slice(now.length).map(linkWords).join(' and ');
    return `The chain is taken down: ${gone} ${then.length - now.length > 1 ? 'have' : 'has'} returned.`;
  }
  const last = chain.segments.at(-1);
  if (last?.bridge && chain.segments.length > (before?.segments.length ?? 0)) {
    return `The chain goes on over a bridge, to ${last.kind === 'thread' ? `thread ${last.name}` : 'a new task on the loop'}.`;
  }
  return '';
}

/** A task awaits; a thread calls, or stands still until the loop has done what it asked for. */
function verbOf(
  { segments }: AwaitChain,
  caller: ChainLink | undefined,
  called: ChainLink | undefined,
): string {
  const from = segments.find(({ links }) => caller && links.includes(caller));
  if (from?.kind !== 'thread') return 'awaits';
  return called && from.links.includes(called) ? 'calls' : 'waits for';
}

function placeWords(segment: ChainSegment | undefined): string {
  if (segment?.bridge == null) return '';
  return segment.kind === 'thread' ? `, in thread ${segment.name}` : ', in a new task on the loop';
}

function stateWords({ state, waitsFor, segments }: AwaitChain, innermost: ChainLink): string {
  const held = segments.find(({ kind }, index) => kind === 'thread' && index < segments.length - 1);
  const last = segments.at(-1);
  const isEmpty = last?.links.some(isOwn) !== true;
  const idle = held ? ` Thread ${held.name} is held all the while.` : '';
  switch (state) {
    case 'suspended': {
      const what = waitsFor?.what ?? 'something';
      const until = waitsFor?.until == null ? '' : ` until ${formatDuration(waitsFor.until)}`;
      return `Now ${linkWords(innermost)} awaits ${what}${until}, and everyone above waits with it: the whole chain is suspended, and the loop is free.${idle}`;
    }
    case 'ready':
      return 'What was awaited is there. The chain is ready, and waits for the loop.';
    case 'blocking':
      return `Now ${linkWords(innermost)} blocks the loop.`;
    case 'in-thread':
      return isEmpty ? '' : `Thread ${last.name} runs ${linkWords(innermost)}.`;
    case 'running':
      return isEmpty ? '' : `Now ${linkWords(innermost)} runs.`;
    default:
      return '';
  }
}

/** How many of a longer chain's parts are there already, in the order of `keysOf`; null if it is another chain. */
export function partsThere(chain: AwaitChain, whole: AwaitChain): number | null {
  const own = keysOf(chain);
  const all = keysOf(whole);
  return own.every((key, index) => key === all[index]) ? own.length : null;
}
