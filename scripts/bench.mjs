/**
 * `npm run bench`: measures the built site beside its alternatives in one session and writes its sections of
 * BENCHMARKS.md. `npm run bench -- runs memory` measures only those; `--print` writes nothing.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCrowds } from './bench/crowds.mjs';
import { measureLighthouse } from './bench/lighthouse.mjs';
import { measureMemory } from './bench/memory.mjs';
import { measurePages } from './bench/pages.mjs';
import { buildPlainBoot } from './bench/plain-boot.mjs';
import { measureRuns } from './bench/runs.mjs';
import { measureTimeline } from './bench/timeline.mjs';
import { writeSection } from './marked-section.mjs';
import { fail, Missing } from './missing.mjs';
import { preparePackages, prepareRuntime, prepareSite } from './prepare.mjs';
import { root } from './root.mjs';
import { serveStatic } from './static-server.mjs';

const ROUNDS = 5;
/** By the name of their section. */
const MEASUREMENTS = {
  runs: measureRuns,
  crowds: measureCrowds,
  memory: measureMemory,
  pages: measurePages,
  timeline: measureTimeline,
  lighthouse: measureLighthouse,
};

/** The measurements asked for, all unless some are named. */
function wanted(names) {
  const unknown = names.filter((name) => !(name in MEASUREMENTS));
  if (unknown.length === 0) return names.length > 0 ? names : Object.keys(MEASUREMENTS);
  const known = Object.keys(MEASUREMENTS).join(', ');
  throw new Missing(`No such measurement: ${unknown.join(', ')}. There are ${known}.`);
}

try {
  const { values, positionals } = parseArgs({
    options: { print: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const names = wanted(positionals);
  preparePackages();
  prepareRuntime();
  prepareSite();
  const wire = { bytes: 0 };
  const onRequest = ({ bytes }) => {
    wire.bytes += bytes;
  };
  const site = await serveStatic({ folder: join(root, 'out'), port: 0, onRequest });
  const plain = await serveStatic({ folder: buildPlainBoot(), port: 0 });
  console.log('\n— Measuring');
  for (const name of names) {
    const context = { site: site.origin, plain: plain.origin, wire, rounds: ROUNDS };
    const section = await MEASUREMENTS[name](context);
    console.log(`\n${section}\n`);
    if (!values.print) writeSection(join(root, 'BENCHMARKS.md'), name, section);
  }
  await Promise.all([site.close(), plain.close()]);
} catch (error) {
  fail(error);
}
