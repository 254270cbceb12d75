/**
 * `npm run fuzz`: the property tests over 10,000 generated programs, others each time.
 * `npm run fuzz -- --programs N --seed N` runs so many, and repeats what a seed once made.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { fail } from './missing.mjs';
import { preparePackages, prepareRuntime } from './prepare.mjs';
import { root } from './root.mjs';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
  },
});
try {
  preparePackages();
  prepareRuntime();
} catch (error) {
  fail(error);
}
console.log(`\n${values.programs} programs of seed ${values.seed}`);
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--config', 'tests/properties/vitest.properties.config.ts', 'tests/properties/programs'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, AWAIT_POINTS_PROGRAMS: values.programs, AWAIT_POINTS_SEED: values.seed },
  },
);
process.exit(status ?? 1);
