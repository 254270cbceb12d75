/** Prints the trace of one scenario: `node tests/kernel/run-scenario.ts FILE [--only ID]`. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runScenario } from './interpreter.ts';

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const file = positionals[0];
if (file === undefined) throw new Error('usage: run-scenario.ts FILE [--only ID]');
const content = JSON.parse(readFileSync(file, 'utf8'));
const scenarios = Array.isArray(content.scenarios) ? content.scenarios : [content];
const chosen =
  values.only === undefined ? scenarios : scenarios.filter((row: { id: string }) => row.id === values.only);
if (chosen.length === 0) throw new Error(`no scenario ${values.only} in ${file}`);
for (const { expected: _, ...scenario } of chosen) process.stdout.write(`${await runScenario(scenario)}\n`);
