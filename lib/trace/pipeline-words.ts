/** What the pipeline says at a step: who has come where, and over which bridge. */
import { type Bridge, type Passing, type PipelineLayer, type PipelineStep, samePassing } from './pipeline';
import type { ThreadRow } from './schema';
import { capitalise, layerWords, placeWords, requestName } from './words';

/** 'on the loop', 'in thread w1', or where nobody came, 'never reached'. */
export function whereWords(thread: ThreadRow | null): string {
  if (thread === null) return 'never reached';
  if (thread.kind === 'loop') return 'on the loop';
  return thread.kind === 'temporary-loop' ? 'on a loop of its own' : `in thread ${thread.name}`;
}

/** 'sync_to_async: to thread w1', 'async_to_sync: to the loop'. */
export function bridgeWords({ direction, thread }: Bridge): string {
  return direction === 'to-thread'
    ? `sync_to_async, to thread ${thread?.name ?? ''}`.trimEnd()
    : 'async_to_sync, to the loop';
}

/** What has changed since the step before. */
export function stepWords(
  layers: readonly PipelineLayer[],
  step: PipelineStep,
  before: PipelineStep | null,
): string {
  const told = step.standing.flatMap((passing, index) => {
    const was = before?.standing[index];
    const here = was !== undefined || passing.way !== 'not-here';
    return here && !samePassing(passing, was) ? [passingWords(layers, passing, was)] : [];
  });
  return told.join(' ') || 'No request has come in yet.';
}

function passingWords(layers: readonly PipelineLayer[], passing: Passing, was: Passing | undefined): string {
  const request = requestName(passing.group);
  const name = capitalise(request);
  const here = layers[passing.depth];
  const next = layers[passing.depth + 1];
  if (passing.way === 'answered') return `The response to ${request} goes to the client.`;
  if (here === undefined) return `${name} comes in.`;
  if (passing.onBridge) {
    const bridge = next?.bridges.map(bridgeWords).join('; then ');
    return passing.way === 'in'
      ? `${name} crosses the bridge below ${layerWords(here.layer)}: ${bridge ?? 'to a thread'}.`
      : `The response to ${request} comes back over the bridge below ${layerWords(here.layer)}.`;
  }
  if (was?.depth === passing.depth && was.way === passing.way && !was.onBridge) {
    return stateWords(name, passing, here);
  }
  const arrives =
    passing.way === 'out'
      ? `The response to ${request} comes back to ${layerWords(here.layer)}`
      : here.layer.kind === 'view'
        ? `${name} reaches the view`
        : `${name} goes in through ${here.layer.name}`;
  const waits = passing.state === 'suspended' ? ` ${stateWords('It', passing, here)}` : '';
  return `${arrives}, ${whereWords(here.thread)}.${waits}`;
}

function stateWords(name: string, { state, place }: Passing, { layer }: PipelineLayer): string {
  const where = `in ${layerWords(layer)}${place ? `, ${placeWords(place)}` : ''}`;
  switch (state) {
    case 'suspended':
      return `${name} is suspended ${where}. The loop is free for others.`;
    case 'ready':
      return `${name} could go on ${where}, and waits for the loop.`;
    case 'blocking':
      return `${name} blocks the loop ${where}. Nobody else can run.`;
    case 'queued':
      return `${name} waits for a thread.`;
    default:
      return `${name} goes on ${where}.`;
  }
}
