/**
 * The border: whatever comes from outside the page's own code is parsed here. One module, so that Zod is
 * loaded once, on intent, with the first run.
 */
import { contradictions } from '@/lib/trace/contradictions';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import {
  type InterpreterMessage,
  interpreterMessageSchema,
  type LoaderMessage,
  loaderMessageSchema,
} from './messages';
import { type ScenarioInput, scenarioSchema } from './scenario';
import { SimulatorError } from './simulator';

/**
 * Checks a scenario and writes it as the engine reads it, every default filled in.
 * @throws SimulatorError naming the first wrong key
 */
export function scenarioToJson(scenario: ScenarioInput): string {
  const { success, data, error } = scenarioSchema.safeParse(scenario);
  if (success) return JSON.stringify(data);
  const [issue] = error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw new SimulatorError('invalid-scenario', `The scenario is not valid${where}: ${issue?.message}.`);
}

/**
 * @throws SimulatorError when it is no trace, or one that contradicts itself: an engine whose parts were
 * replaced under it, or a forgery
 */
export function traceFromJson(text: string): Trace {
  const trace = traceSchema.safeParse(parseJson(text)).data;
  if (!trace) throw unbelievable('is none');
  const [contradiction] = contradictions(trace);
  if (contradiction !== undefined) throw unbelievable(`contradicts itself (${contradiction})`);
  return trace;
}

/** @returns undefined, which no schema of ours takes, for what is no JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unbelievable = (why: string) =>
  new SimulatorError(
    'crashed',
    `What the run gave as its trace ${why}, so it is not shown. Look for code that takes away or replaces ` +
      'what Python itself or the simulator stands on, then run again.',
  );

/** @returns null for anything that no loader of ours says */
export function loaderMessageFrom(value: unknown): LoaderMessage | null {
  return loaderMessageSchema.safeParse(value).data ?? null;
}

/** @returns null for anything that no interpreter of ours says */
export function interpreterMessageFrom(value: unknown): InterpreterMessage | null {
  return interpreterMessageSchema.safeParse(value).data ?? null;
}
