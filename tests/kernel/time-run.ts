/** Times one scenario, boot apart: `node tests/kernel/time-run.ts FILE [--repeat N]`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createEngineHost } from '../../lib/simulator/engine-host.ts';
import { restore } from './interpreter.ts';

const { values, positionals } = parseArgs({
  options: { repeat: { type: 'string', default: '3' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined) throw new Error('usage: time-run.ts FILE [--repeat N]');
const scenario = readFileSync(file, 'utf8');
for (let run = 0; run < Number(values.repeat); run += 1) {
  const begun = performance.now();
  const python = await restore();
  const boot = python.pyimport('await_points.boot');
  boot.connect(createEngineHost(python));
  const booted = performance.now();
  const before = process.threadCpuUsage();
  const trace: string = await boot.run.callPromising(scenario);
  const milliseconds = performance.now() - booted;
  const { user, system } = process.threadCpuUsage(before);
  const { events, outcome } = JSON.parse(trace);
  const { switches } = python.pyimport('await_points.kernel').scheduler;
  console.log(
    `boot ${(booted - begun).toFixed(0)} ms, run ${milliseconds.toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms of CPU), ${events.length} events, ` +
      `${switches} switches, ${(trace.length / 1e6).toFixed(2)} MB, ${outcome.kind}`,
  );
}
