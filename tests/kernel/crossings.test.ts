/** Crossings that do not come back in the common way. Generated programs found each of these. */
import { expect, test } from 'vitest';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { violations } from '@/lib/trace/invariants';
import type { Trace } from '@/lib/trace/schema';
import { asyncLayer, scenario, traceOf } from './scenarios';

/** The events of every crossing of the learner's own, in order: 'work: submit, start, end return, return'. */
function crossings(trace: Trace): string[] {
  const told = new Map<number, string[]>();
  for (const event of trace.events) {
    if (event.kind === 'hop-submit' && !event.internal) told.set(event.hop, [`${event.what}:`]);
    if (!('hop' in event)) continue;
    const how = event.kind === 'hop-end' ? ` ${event.how}` : '';
    told.get(event.hop)?.push(`${event.kind.slice('hop-'.length)}${how}`);
  }
  return [...told.values()].map(([what, ...events]) => `${what} ${events.join(', ')}`);
}

async function run(source: string, more: Partial<ScenarioInput> = {}): Promise<Trace> {
  const trace = await traceOf(scenario(source, more));
  expect(violations(trace)).toEqual([]);
  return trace;
}

test('who is cancelled goes on before the thread is done', async () => {
  const trace = await run(
    asyncLayer(
      'task = asyncio.create_task(asyncio.to_thread(time.sleep, 0.05))',
      'await asyncio.sleep(0.01)',
      'task.cancel()',
      'await asyncio.wait([task])',
    ),
  );
  expect(crossings(trace)).toContain('Context.run: submit, start, return, end return');
});

test('what is cancelled while it waits in line never begins', async () => {
  const source = [
    'from asgiref.sync import sync_to_async',
    asyncLayer(
      'busy = asyncio.create_task(sync_to_async(time.sleep)(0.05))',
      "task = asyncio.create_task(sync_to_async(log)('never'))",
      'await asyncio.sleep(0.01)',
      'task.cancel()',
      'await asyncio.wait([busy, task])',
    ),
  ].join('\n');
  const trace = await run(source);
  expect(crossings(trace)).toContain('Output.log: submit, return');
});

test('what an executor does not take ends at once', async () => {
  const trace = await run(
    asyncLayer(
      'loop = asyncio.get_running_loop()',
      'await loop.shutdown_default_executor()',
      'try:',
      "    await loop.run_in_executor(None, log, 'never')",
      'except RuntimeError as error:',
      '    log(error)',
    ),
  );
  expect(crossings(trace)).toContain('Output.log: submit, end raise');
});

test('what a loop was asked for as it shut down is cancelled, and the thread waits for ever', async () => {
  const view = [
    'import asyncio',
    'import threading',
    'import time',
    'from asgiref.sync import async_to_sync, sync_to_async',
    'from django.http import HttpResponse',
    'def ask():',
    '    time.sleep(0.05)',
    '    async_to_sync(asyncio.sleep)(0)',
    'async def leave():',
    '    task = asyncio.create_task(sync_to_async(ask, thread_sensitive=False)())',
    '    await asyncio.sleep(0.01)',
    '    time.sleep(0.1)',
    'def view(request):',
    '    async_to_sync(leave)()',
    "    return HttpResponse('ok')",
  ].join('\n');
  const trace = await run('def Layer(get_response):\n    return get_response\n', { mode: 'wsgi', view });
  expect(crossings(trace)).toContain('sleep: submit, end cancel');
});

test("the thread of the learner's own pool belongs to no request", async () => {
  const source = [
    'from concurrent.futures import ThreadPoolExecutor',
    'from asgiref.sync import sync_to_async',
    'own = ThreadPoolExecutor(1)',
    asyncLayer(
      "await sync_to_async(log, thread_sensitive=False, executor=own)('own')",
      "await sync_to_async(log)('sensitive')",
    ),
  ].join('\n');
  const trace = await run(source);
  const threadOf = (text: string) => {
    const said = trace.events.find((event) => event.kind === 'output' && event.text.trim() === text);
    return trace.threads.find(({ id }) => id === said?.thread);
  };
  expect(threadOf('own')).toMatchObject({ kind: 'other', request: null });
  expect(threadOf('sensitive')).toMatchObject({ kind: 'thread-sensitive', name: 'w1', request: 'A' });
});
