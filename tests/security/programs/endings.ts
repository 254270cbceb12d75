/** What ends the process, or its loop, from inside. */
import { BROKEN, EXIT, FINISHED, type HostileProgram } from './program';

export const ENDINGS: readonly HostileProgram[] = [
  {
    what: 'os._exit',
    body: 'os._exit(1)',
    says: EXIT,
  },
  {
    what: 'sys.exit',
    body: 'sys.exit()',
    says: EXIT,
  },
  {
    what: 'SystemExit when the module is imported',
    before: 'sys.exit(3)',
    says: EXIT,
  },
  {
    what: 'KeyboardInterrupt',
    body: 'raise KeyboardInterrupt',
    says: EXIT,
  },
  {
    what: 'SystemExit in a thread',
    body: `
      def leave(): raise SystemExit(1)
      threading.Thread(target=leave).start()
    `,
    says: FINISHED,
  },
  {
    what: 'SystemExit in a task',
    body: `
      async def leave(): raise SystemExit(1)
      await asyncio.create_task(leave())
    `,
    says: EXIT,
  },
  {
    what: 'SystemExit in a callback of the loop',
    body: `
      asyncio.get_running_loop().call_soon(sys.exit)
      await asyncio.sleep(0.1)
    `,
    says: EXIT,
  },
  {
    what: 'os.abort',
    body: 'os.abort()',
    says: EXIT,
  },
  {
    what: 'a signal to itself',
    body: `
      import signal
      os.kill(os.getpid(), signal.SIGKILL)
    `,
    says: EXIT,
  },
  {
    what: 'a raised signal',
    body: `
      import signal
      signal.raise_signal(signal.SIGABRT)
    `,
    says: BROKEN,
  },
  {
    what: 'stopping the loop',
    body: 'asyncio.get_running_loop().stop()',
    says: /The code stopped the event loop/,
  },
  {
    what: 'closing the loop',
    body: 'asyncio.get_running_loop().close()',
    says: /RuntimeError was raised/,
  },
  {
    what: 'stopping the loop from a thread, closed',
    body: `
      loop = asyncio.get_running_loop()
      def end():
          loop.stop()
          loop.close()
      await asyncio.to_thread(end)
    `,
    says: /The code stopped the event loop/,
  },
];
