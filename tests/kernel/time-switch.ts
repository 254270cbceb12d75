/** Times stack switches: two threads hand a lock to and fro. `node tests/kernel/time-switch.ts` */
import { createEngineHost } from '../../lib/simulator/engine-host.ts';
import { restore } from './interpreter.ts';

const HANDOVERS = 5_000;
const LAYER = `import threading
def Layer(get_response):
    def middleware(request):
        mine, yours = threading.Semaphore(1), threading.Semaphore(0)
        def play(wait, wake):
            for _ in range(${HANDOVERS}):
                wait.acquire()
                wake.release()
        other = threading.Thread(target=play, args=(yours, mine))
        other.start()
        play(mine, yours)
        other.join()
        return get_response(request)
    return middleware
`;
const scenario = {
  id: 'switches',
  layers: [{ entry: 'Layer', source: LAYER }],
  view: "from django.http import HttpResponse\ndef view(request):\n    return HttpResponse('ok')\n",
  requests: [{ id: 'A', path: '/' }],
  mode: 'wsgi',
};

const python = await restore();
const boot = python.pyimport('await_points.boot');
const { scheduler } = python.pyimport('await_points.kernel');
boot.connect(createEngineHost(python));
const begun = process.threadCpuUsage();
await boot.run.callPromising(JSON.stringify(scenario));
const { user, system } = process.threadCpuUsage(begun);
const microseconds = (user + system) / scheduler.switches;
console.log(`${scheduler.switches} switches, ${microseconds.toFixed(0)} µs of CPU each, everything included`);
