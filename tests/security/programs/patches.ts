/** What takes away or replaces what the run stands on, the tracer included. */
import { BROKEN, ENDLESS, FINISHED, type HostileProgram, NOT_SHOWN } from './program';

export const PATCHES: readonly HostileProgram[] = [
  {
    what: 'deleting every builtin',
    body: `
      import builtins
      vars(builtins).clear()
    `,
    says: BROKEN,
  },
  {
    what: 'replacing the builtins by lies',
    body: `
      import builtins
      for name in ("len", "id", "isinstance", "str", "list", "dict", "getattr", "sorted", "max", "next"):
          setattr(builtins, name, lambda *a, **k: None)
    `,
    says: BROKEN,
  },
  {
    what: 'taking Django apart',
    body: `
      from django.core.handlers import base, asgi
      from django.http import response
      base.BaseHandler.get_response_async = None
      asgi.ASGIHandler.send_response = None
      response.HttpResponseBase.close = None
    `,
    says: /Something is None that should not be/,
  },
  {
    what: 'taking asyncio apart',
    body: `
      for name in list(vars(asyncio.events)): setattr(asyncio.events, name, None)
      for name in ("call_soon", "_run_once", "create_task"): setattr(type(asyncio.get_running_loop()), name, None)
    `,
    says: /The server itself broke down/,
  },
  {
    what: 'taking threading and time apart',
    body: `
      for module in (threading, time): vars(module).clear()
      await __import__('asyncio').to_thread(print, 1)
    `,
    says: /AttributeError was raised/,
  },
  {
    what: 'taking json apart',
    body: `
      import json
      json.dumps = json.loads = lambda *a, **k: '{}'
      json.encoder.JSONEncoder = json.JSONEncoder = None
    `,
    says: FINISHED,
  },
  {
    what: 'emptying the table of modules',
    body: `
      sys.modules.clear()
      import json
    `,
    says: BROKEN,
  },
  {
    what: 'an import hook that never answers',
    body: `
      class Hook:
          def find_spec(self, *a):
              while True: pass
      sys.meta_path.insert(0, Hook())
      import something
    `,
    says: ENDLESS,
  },
  {
    what: 'silencing the monitor',
    body: `
      monitoring = sys.monitoring
      for tool in range(6):
          try:
              monitoring.free_tool_id(tool)
          except Exception: pass
      while True: pass
    `,
    says: ENDLESS,
  },
  {
    what: 'unsetting the events of its own code',
    body: `
      for tool in range(6):
          try: sys.monitoring.set_local_events(tool, sys._getframe().f_code, 0)
          except Exception: pass
          try: sys.monitoring.register_callback(tool, sys.monitoring.events.LINE, None)
          except Exception: pass
      while True: pass
    `,
    says: ENDLESS,
  },
  {
    what: 'replacing the output',
    body: `
      sys.stdout = sys.stderr = None
      print('lost')
    `,
    says: FINISHED,
  },
  {
    what: 'an output that raises',
    body: `
      class Broken:
          def write(self, text): raise ValueError(text)
      sys.stdout = Broken()
      print('x')
    `,
    says: /ValueError was raised/,
  },
  {
    what: 'ending the engine through its modules',
    body: `
      for name, module in list(sys.modules.items()):
          if name.startswith('await_points'): vars(module).clear()
    `,
    says: BROKEN,
  },
  {
    what: 'lines that look like a trace',
    body: `
      print('{"kind":"trace","text":"{}"}')
      print('\\x00ready')
    `,
    says: FINISHED,
  },
  {
    what: 'events put into the recorder through a frame',
    body: `
      frame = sys._getframe()
      while frame:
          for value in list(frame.f_locals.values()):
              recorder = getattr(value, 'recorder', None) or getattr(value, '_recorder', None)
              if recorder: recorder.events.append('{}')
          frame = frame.f_back
    `,
    says: NOT_SHOWN,
  },
  {
    what: 'events put into the recorder through its modules',
    body: `
      import types
      for name in list(sys.modules):
          if name.startswith('await_points'):
              for value in list(vars(sys.modules[name]).values()):
                  recorder = getattr(value, 'recorder', None)
                  if recorder: recorder.events.append('{}')
      import await_points.trace as trace
      trace.Recorder.emit = lambda self, kind, **k: self.events.append(kind) or 0
    `,
    says: NOT_SHOWN,
  },
  {
    what: 'a scheduler that lies about the time',
    body: `
      from await_points.kernel import scheduler
      scheduler.now = -5
      scheduler.current.row = 999_999
    `,
    says: NOT_SHOWN,
  },
];
