/** Small scenarios for the kernel tests, and what is asked of their traces. */
import type { Scenario, ScenarioInput } from '@/lib/simulator/scenario';
import { scenarioSchema } from '@/lib/simulator/scenario';
import { type Trace, type TraceEvent, type TraceEventOf, traceSchema } from '@/lib/trace/schema';
import { runScenario } from './interpreter';

const ASYNC_VIEW = `import asyncio
from django.http import HttpResponse


async def view(request):
    await asyncio.sleep(0.1)
    return HttpResponse('ok')
`;

/** An async layer whose body before `await get_response(request)` is given. */
export function asyncLayer(...body: readonly string[]): string {
  return [
    'import asyncio, os, sys, threading, time',
    'from django.utils.decorators import async_only_middleware',
    '@async_only_middleware',
    'def Layer(get_response):',
    '    async def middleware(request):',
    ...body.map((line) => `        ${line}`),
    '        return await get_response(request)',
    '    return middleware',
    '',
  ].join('\n');
}

/** The line of `asyncLayer`'s body that stands at `index`. */
export const bodyLine = (index: number) => 6 + index;

/** A scenario of one layer over an async view that sleeps 0.1 s, with one request unless more are given. */
export function scenario(source: string, more: Partial<ScenarioInput> = {}): Scenario {
  return scenarioSchema.parse({
    id: 'test',
    layers: [{ entry: 'Layer', source }],
    view: ASYNC_VIEW,
    requests: [{ id: 'A', path: '/' }],
    ...more,
  });
}

/** `count` requests that arrive together. */
export const requests = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: String.fromCharCode(65 + index), path: '/' }));

/** Runs a scenario and parses its trace. */
export async function traceOf(input: Scenario): Promise<Trace> {
  return traceSchema.parse(JSON.parse(await runScenario(input)));
}

/** The events of one kind. */
export function eventsOf<Kind extends TraceEvent['kind']>(
  trace: Trace,
  kind: Kind,
): readonly TraceEventOf<Kind>[] {
  return trace.events.filter((event): event is TraceEventOf<Kind> => event.kind === kind);
}

/** What was printed and logged, in order. */
export const outputOf = (trace: Trace) => eventsOf(trace, 'output').map((event) => event.text);

/** 'layer_1.py:6' for an event's frame. */
export function placeOf(trace: Trace, frame: number | null): string | null {
  const row = frame === null ? undefined : trace.frames[frame];
  return row === undefined ? null : `${row.file}:${row.line}`;
}
