/** A trace from a file that somebody opens: checked against the schema and the invariants, or refused with the reason. */
import { violations } from './invariants';
import { type JsonPlace, placeInJson, placeOfOffset } from './json-place';
import { TRACE_SCHEMA, type Trace, traceSchema } from './schema';

/** `reason` is a sentence or several; `place` is given where it helps to find the fault in the file. */
export type TraceReading =
  | { readonly trace: Trace; readonly refusal: null }
  | { readonly trace: null; readonly refusal: Refusal };

export type Refusal = { readonly reason: string; readonly place: JsonPlace | null };

/** How many faults are named; the others are counted. */
const NAMED = 3;

/** Reads the text of a file: one trace, or the list with one trace that `npm run simulate` prints. */
export function readTrace(text: string): TraceReading {
  const parsed = parseJson(text);
  if ('refusal' in parsed) return { trace: null, refusal: parsed.refusal };
  const { value } = parsed;
  if (!Array.isArray(value)) return checkTrace(value, text, []);
  if (value.length === 1) return checkTrace(value[0], text, [0]);
  return refused(`The file holds a list of ${value.length} traces. Open one that holds a single trace.`);
}

function parseJson(text: string): { readonly value: unknown } | { readonly refusal: Refusal } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const offset = /position (\d+)/.exec(message)?.[1];
    const place = offset === undefined ? null : placeOfOffset(text, Number(offset));
    return { refusal: { reason: 'The file is not JSON, or it is cut short.', place } };
  }
}

function checkTrace(value: unknown, text: string, path: readonly PropertyKey[]): TraceReading {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;
  if (schema === undefined) {
    return refused('This is JSON, but no trace of Await Points: a trace names its `schema`.');
  }
  if (schema !== TRACE_SCHEMA) {
    return refused(`The trace has schema ${JSON.stringify(schema)}; this page reads schema ${TRACE_SCHEMA}.`);
  }
  const { success, data, error } = traceSchema.safeParse(value);
  if (!success) {
    const [issue] = error.issues;
    const where = issue?.path ?? [];
    const reason = `It does not fit the schema at \`${where.join('.')}\`: ${issue?.message ?? ''}.${more(error.issues.length - 1)}`;
    return refused(reason, placeInJson(text, [...path, ...where]));
  }
  const broken = violations(data);
  if (broken.length === 0) return { trace: data, refusal: null };
  const named = broken.slice(0, NAMED).join('; ');
  const event = /event (\d+)/.exec(named)?.[1];
  const place = event === undefined ? null : placeInJson(text, [...path, 'events', Number(event)]);
  return refused(`It says what cannot have happened: ${named}.${more(broken.length - NAMED)}`, place);
}

const more = (count: number): string => (count > 0 ? ` And ${count} more.` : '');

function refused(reason: string, place: JsonPlace | null = null): TraceReading {
  return { trace: null, refusal: { reason, place } };
}
