/**
 * Every scenario whose native result is known gives the same result here.
 *
 * The scenarios are not part of the repository: they lie beside it, or where AWAIT_POINTS_SCENARIOS says.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareWithNative, nativeResultSchema } from '@/lib/simulator/fidelity';
import { traceSchema } from '@/lib/trace/schema';
import { runScenario } from './interpreter';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const file = process.env.AWAIT_POINTS_SCENARIOS ?? join(root, '../shared/scenarios/scenarios.json');

const scenariosSchema = z.object({
  scenarios: z.array(z.looseObject({ id: z.string(), title: z.string(), expected: nativeResultSchema })),
});

describe.skipIf(!existsSync(file))('the simulator against native Django', () => {
  const { scenarios } = existsSync(file)
    ? scenariosSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { scenarios: [] };

  it.each(scenarios)('$id: $title', async ({ expected, ...scenario }) => {
    const trace = traceSchema.parse(JSON.parse(await runScenario(scenario)));
    expect(compareWithNative(trace, expected)).toEqual([]);
  });
});
