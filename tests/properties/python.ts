/** Writes a generated program down as a scenario: Python that a person can read. */
import type { Scenario } from '@/lib/simulator/scenario';
import { scenarioSchema } from '@/lib/simulator/scenario';
import { writeAsyncBody, writeSyncBody } from './bodies';
import type { AsyncAround, Hooks, Layer, Program, SyncAround, View } from './program';
import { PythonSource } from './source';

/** The scenario of a program: what `tests/kernel/run-scenario.ts` takes. */
export function scenarioOf(program: Program, id = 'generated'): Scenario {
  const layers = program.layers.map((layer, index) =>
    layer.kind === 'django'
      ? layer.path
      : { entry: `Layer${index + 1}`, source: layerSource(layer, `Layer${index + 1}`) },
  );
  const view = viewSource(program.view);
  const text = JSON.stringify([layers, view]);
  const usesDatabase = text.includes('import Item');
  return scenarioSchema.parse({
    id,
    layers,
    view,
    ...(text.includes('from shared import') ? { files: { 'shared.py': SHARED } } : {}),
    ...(usesDatabase ? { setup: SETUP } : {}),
    settings: {
      ...(program.debug ? { DEBUG: true } : {}),
      ...(usesDatabase ? { _sqlite: true } : {}),
      ...SESSIONS,
    },
    requests: program.arrivals.map((arrival, index) => ({
      id: String.fromCharCode(65 + index),
      path: '/',
      method: arrival.method,
      at: arrival.at / 1000,
      ...(arrival.disconnectAfter === null ? {} : { disconnect_after: arrival.disconnectAfter / 1000 }),
    })),
    mode: program.mode,
    wsgi_threads: program.wsgiThreads,
    seed: program.seed,
    linger: program.linger / 1000,
    ...(program.mode === 'async_client' ? { raise_request_exception: program.debug } : {}),
  });
}

const SESSIONS = { SESSION_ENGINE: 'django.contrib.sessions.backends.signed_cookies' };

/** What all bodies of a program share. */
const SHARED = `import asyncio
import contextvars
import threading

LOCK = asyncio.Lock()
SEMAPHORE = asyncio.Semaphore(2)
QUEUE = asyncio.Queue(1)
EVENT = asyncio.Event()
THREAD_LOCK = threading.Lock()
VARIABLE = contextvars.ContextVar('VARIABLE', default=0)
`;

const SETUP = `from django.db import connection, models


class Item(models.Model):
    name = models.CharField(max_length=20)

    class Meta:
        app_label = 'shop'


with connection.schema_editor() as editor:
    editor.create_model(Item)
connection.close()
`;

type Written = Exclude<Layer, { kind: 'django' }>;

function layerSource(layer: Written, name: string): string {
  const source = new PythonSource();
  switch (layer.kind) {
    case 'async factory':
      source.line('@async_only_middleware').block(`def ${name}(get_response):`, () => {
        source.block('async def middleware(request):', () => passAsync(source, layer.around, 'get_response'));
        source.line('return middleware');
      });
      break;
    case 'sync factory':
      source.block(`def ${name}(get_response):`, () => {
        source.block('def middleware(request):', () => passSync(source, layer.around, 'get_response'));
        source.line('return middleware');
      });
      break;
    case 'hybrid factory':
      source.line('@sync_and_async_middleware').block(`def ${name}(get_response):`, () => {
        source.block('if iscoroutinefunction(get_response):', () =>
          source.block('async def middleware(request):', () =>
            passAsync(source, layer.around, 'get_response'),
          ),
        );
        source.block('else:', () =>
          source.block('def middleware(request):', () => passSync(source, layer.sync, 'get_response')),
        );
        source.line('return middleware');
      });
      break;
    case 'async class':
      source.block(`class ${name}:`, () => {
        source.line('sync_capable = False').line('async_capable = True');
        source.block('def __init__(self, get_response):', () =>
          source.line('self.get_response = get_response').line('markcoroutinefunction(self)'),
        );
        source.block('async def __call__(self, request):', () =>
          passAsync(source, layer.around, 'self.get_response'),
        );
        writeHooks(source, layer.hooks, layer.awaited);
      });
      break;
    case 'sync class':
      source.block(`class ${name}:`, () => {
        source.block('def __init__(self, get_response):', () =>
          source.line('self.get_response = get_response'),
        );
        source.block('def __call__(self, request):', () =>
          passSync(source, layer.around, 'self.get_response'),
        );
        writeHooks(source, layer.hooks, false);
      });
      break;
    case 'mixin':
      source.block(`class ${name}(MiddlewareMixin):`, () => {
        source.block('def process_request(self, request):', () => {
          writeSyncBody(source, layer.before);
          source.line('return None');
        });
        source.block('def process_response(self, request, response):', () => {
          writeSyncBody(source, layer.after);
          source.line('return response');
        });
      });
  }
  return source.text();
}

function passAsync(source: PythonSource, around: AsyncAround, below: string): void {
  const call = `response = await ${below}(request)`;
  writeAsyncBody(source, around.before);
  switch (around.passage) {
    case 'plain':
      source.line(call);
      break;
    case 'catch':
      source.block('try:', () => source.line(call));
      source.block('except Exception as error:', () =>
        source.line('response = HttpResponse(type(error).__name__, status=500)'),
      );
      break;
    case 'swallow cancel':
      source.block('try:', () => source.line(call));
      source.block('except asyncio.CancelledError:', () =>
        source.line("response = HttpResponse('cancelled', status=499)"),
      );
      break;
    case 'twice':
      source.line(call).line(call);
      break;
    case 'task':
      source.line(`response = await asyncio.create_task(${below}(request))`);
      break;
    case 'shield':
      source.line(`response = await asyncio.shield(${below}(request))`);
      break;
    case 'timeout':
      source.block('async with asyncio.timeout(0.02):', () => source.line(call));
      break;
    case 'skip':
      source.line("response = HttpResponse('skipped')");
  }
  writeAsyncBody(source, around.after);
  source.line('return response');
}

function passSync(source: PythonSource, around: SyncAround, below: string): void {
  const call = `response = ${below}(request)`;
  writeSyncBody(source, around.before);
  if (around.passage === 'catch') {
    source.block('try:', () => source.line(call));
    source.block('except Exception as error:', () =>
      source.line('response = HttpResponse(type(error).__name__, status=500)'),
    );
  } else if (around.passage === 'skip') {
    source.line("response = HttpResponse('skipped')");
  } else {
    source.line(call);
    if (around.passage === 'twice') source.line(call);
  }
  writeSyncBody(source, around.after);
  source.line('return response');
}

const HOOK_ARGUMENTS = {
  process_view: 'request, view_func, view_args, view_kwargs',
  process_exception: 'request, exception',
  process_template_response: 'request, response',
} as const;

function writeHooks(source: PythonSource, { names, body, answers }: Hooks, awaited: boolean): void {
  for (const name of names) {
    source.block(`${awaited ? 'async ' : ''}def ${name}(self, ${HOOK_ARGUMENTS[name]}):`, () => {
      writeSyncBody(source, body);
      if (name === 'process_template_response') source.line('return response');
      else source.line(answers ? `return HttpResponse('${name}')` : 'return None');
    });
  }
}

function viewSource(view: View): string {
  const source = new PythonSource();
  const answer = "return HttpResponse('ok')";
  switch (view.kind) {
    case 'async':
      source.block('async def view(request):', () => {
        writeAsyncBody(source, view.body);
        source.line(answer);
      });
      break;
    case 'async class':
      source.block('class Page(View):', () => {
        source.block('async def get(self, request):', () => {
          writeAsyncBody(source, view.body);
          source.line(answer);
        });
      });
      source.line('view = Page.as_view()');
      break;
    case 'async stream':
      source.block('async def parts():', () => {
        source.line("yield 'first'");
        writeAsyncBody(source, view.body, 'return');
        source.line("yield 'last'");
      });
      source.block('async def view(request):', () => source.line('return StreamingHttpResponse(parts())'));
      break;
    case 'sync':
      source.block('def view(request):', () => {
        writeSyncBody(source, view.body);
        source.line(answer);
      });
      break;
    case 'sync class':
      source.block('class Page(View):', () => {
        source.block('def get(self, request):', () => {
          writeSyncBody(source, view.body);
          source.line(answer);
        });
      });
      source.line('view = Page.as_view()');
      break;
    case 'sync stream':
      source.block('def parts():', () => {
        source.line("yield 'first'");
        writeSyncBody(source, view.body, 'return');
        source.line("yield 'last'");
      });
      source.block('def view(request):', () => source.line('return StreamingHttpResponse(parts())'));
      break;
    case 'template':
      source.block('def view(request):', () => {
        writeSyncBody(source, view.body);
        source.line("return TemplateResponse(request, 'page.html', {'name': 'you'})");
      });
  }
  return source.text();
}
