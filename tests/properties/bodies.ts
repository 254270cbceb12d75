/** Writes the bodies of layers and views as Python statements. */
import type { AsyncBody, AsyncDeed, SyncBody, SyncDeed } from './program';
import type { PythonSource } from './source';

/** Where a body may end early: by answering in a layer or view, by a bare `return` in a generator. */
const ANSWER = "return HttpResponse('early', status=202)";

const seconds = (milliseconds: number) => `${milliseconds / 1000}`;

/** Writes the deeds of a coroutine. Nothing is written for an empty body. */
export function writeAsyncBody(source: PythonSource, body: AsyncBody, answer = ANSWER): void {
  for (const deed of body) writeAsyncDeed(source, deed, answer);
}

/** Writes the deeds of a plain function. Nothing is written for an empty body. */
export function writeSyncBody(source: PythonSource, body: SyncBody, answer = ANSWER): void {
  for (const deed of body) writeSyncDeed(source, deed, answer);
}

/** Defines a coroutine function of its own for a body; returns its name. */
function coroutine(source: PythonSource, body: AsyncBody): string {
  const name = source.fresh();
  source.block(`async def ${name}():`, () => writeAsyncBody(source, body));
  return name;
}

/** Defines a function of its own for a body; returns its name. */
function plainFunction(source: PythonSource, body: SyncBody): string {
  const name = source.fresh();
  source.block(`def ${name}():`, () => writeSyncBody(source, body));
  return name;
}

function writeAsyncDeed(source: PythonSource, deed: AsyncDeed, answer: string): void {
  const inside = (body: AsyncBody) => () => writeAsyncBody(source, body, answer);
  const called = (bodies: readonly AsyncBody[]) => bodies.map((body) => `${coroutine(source, body)}()`);
  switch (deed.do) {
    case 'sleep':
      source.line(`await asyncio.sleep(${seconds(deed.time)})`);
      return;
    case 'fetch':
      source.block('async with httpx.AsyncClient() as client:', () =>
        source.line(`await client.get('https://example.com/delay/${seconds(deed.time)}')`),
      );
      return;
    case 'later':
      source.line(`asyncio.get_running_loop().call_later(${seconds(deed.time)}, log, 'later')`);
      return;
    case 'forget await':
      source.line('asyncio.sleep(0.01)');
      return;
    case 'cancel itself':
      source.line('asyncio.current_task().cancel()');
      return;
    case 'put':
      source.line("await QUEUE.put('item')");
      return;
    case 'get':
      source.line('await QUEUE.get()');
      return;
    case 'set':
      source.line('EVENT.set()');
      return;
    case 'wait':
      source.line('await EVENT.wait()');
      return;
    case 'query':
      source.line("log('%d items' % await Item.objects.acount())");
      return;
    case 'sync_to_async': {
      const sensitive = deed.threadSensitive ? 'True' : 'False';
      source.line(
        `await sync_to_async(${plainFunction(source, deed.body)}, thread_sensitive=${sensitive})()`,
      );
      return;
    }
    case 'to_thread':
      source.line(`await asyncio.to_thread(${plainFunction(source, deed.body)})`);
      return;
    case 'run_in_executor':
      source.line(
        `await asyncio.get_running_loop().run_in_executor(None, ${plainFunction(source, deed.body)})`,
      );
      return;
    case 'call sync':
      source.line(`${plainFunction(source, deed.body)}()`);
      return;
    case 'await':
      source.line(`await ${coroutine(source, deed.body)}()`);
      return;
    case 'shield':
      source.line(`await asyncio.shield(${coroutine(source, deed.body)}())`);
      return;
    case 'iterate': {
      const name = source.fresh();
      source.block(`async def ${name}():`, () => {
        source.line('yield 1');
        writeAsyncBody(source, deed.body, 'return');
        source.line('yield 2');
      });
      source.block(`async for number in ${name}():`, () => source.line('log(number)'));
      return;
    }
    case 'gather': {
      const works = called(deed.bodies).join(', ');
      source.line(`await asyncio.gather(${works}${deed.returnExceptions ? ', return_exceptions=True' : ''})`);
      return;
    }
    case 'group': {
      const works = called(deed.bodies);
      source.block('async with asyncio.TaskGroup() as group:', () => {
        for (const work of works) source.line(`group.create_task(${work})`);
      });
      return;
    }
    case 'first': {
      const works = called(deed.bodies).map((work) => `asyncio.create_task(${work})`);
      source.line(`await asyncio.wait([${works.join(', ')}], return_when=asyncio.FIRST_COMPLETED)`);
      return;
    }
    case 'task':
      source.line(`task = asyncio.create_task(${coroutine(source, deed.body)}())`);
      if (deed.fate === 'await') source.line('await task');
      if (deed.fate === 'cancel') source.line('task.cancel()');
      if (deed.fate === 'cancel and await') {
        source.line('await asyncio.sleep(0)').line('task.cancel()').line('await asyncio.wait([task])');
      }
      return;
    case 'timeout':
      source.block('try:', () =>
        source.block(`async with asyncio.timeout(${seconds(deed.time)}):`, inside(deed.body)),
      );
      source.block('except TimeoutError:', () => source.line("log('late')"));
      return;
    case 'wait_for':
      source.line(`await asyncio.wait_for(${coroutine(source, deed.body)}(), ${seconds(deed.time)})`);
      return;
    case 'hold':
      source.block(`async with ${deed.lock}:`, inside(deed.body));
      return;
    case 'hold thread lock':
      source.block('with THREAD_LOCK:', inside(deed.body));
      return;
    case 'catch':
      source.block('try:', inside(deed.body));
      source.block(`except ${deed.error} as error:`, () => source.line('log(type(error).__name__)'));
      return;
    case 'finally':
      source.block('try:', inside(deed.body)).block('finally:', inside(deed.after));
      return;
    default:
      writeCommonDeed(source, deed, answer);
  }
}

function writeSyncDeed(source: PythonSource, deed: SyncDeed, answer: string): void {
  const inside = (body: SyncBody) => () => writeSyncBody(source, body, answer);
  switch (deed.do) {
    case 'fetch':
      source.line(`httpx.get('https://example.com/delay/${seconds(deed.time)}')`);
      return;
    case 'forget await':
      source.line('asyncio.sleep(0.01)');
      return;
    case 'query':
      source.line("log('%d items' % Item.objects.count())");
      return;
    case 'async_to_sync':
      source.line(`async_to_sync(${coroutine(source, deed.body)})()`);
      return;
    case 'asyncio.run':
      source.line(`asyncio.run(${coroutine(source, deed.body)}())`);
      return;
    case 'call':
      source.line(`${plainFunction(source, deed.body)}()`);
      return;
    case 'thread':
      source.line(`thread = threading.Thread(target=${plainFunction(source, deed.body)})`);
      source.line('thread.start()');
      if (deed.join) source.line('thread.join()');
      return;
    case 'pool': {
      const works = deed.bodies.map((body) => plainFunction(source, body));
      source.block('with ThreadPoolExecutor(2) as pool:', () => {
        for (const work of works) source.line(`pool.submit(${work})`);
      });
      return;
    }
    case 'hold thread lock':
      source.block('with THREAD_LOCK:', inside(deed.body));
      return;
    case 'catch':
      source.block('try:', inside(deed.body));
      source.block(`except ${deed.error} as error:`, () => source.line('log(type(error).__name__)'));
      return;
    case 'finally':
      source.block('try:', inside(deed.body)).block('finally:', inside(deed.after));
      return;
    default:
      writeCommonDeed(source, deed, answer);
  }
}

type CommonDeed = Extract<
  SyncDeed,
  { readonly do: 'log' | 'block' | 'burn' | 'raise' | 'answer' | 'remember' | 'recall' }
>;

/** What is written alike in a coroutine and in a plain function. */
function writeCommonDeed(source: PythonSource, deed: CommonDeed | AsyncDeed, answer: string): void {
  switch (deed.do) {
    case 'log':
      source.line("log('here')");
      return;
    case 'block':
      source.line(`time.sleep(${seconds(deed.time)})`);
      return;
    case 'burn':
      source.line(`burn(${deed.time})`);
      return;
    case 'raise':
      source.line(
        deed.error === 'asyncio.CancelledError' ? `raise ${deed.error}` : `raise ${deed.error}('no')`,
      );
      return;
    case 'answer':
      source.line(answer);
      return;
    case 'remember':
      source.line('VARIABLE.set(VARIABLE.get() + 1)');
      return;
    case 'recall':
      source.line('log(VARIABLE.get())');
  }
}
