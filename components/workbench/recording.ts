/** Recorded runs, fetched on intent and checked like anything from outside. */
import { type Trace, traceSchema } from '@/lib/trace/schema';

/** Fetches a recorded run. Rejects when it is not there or not a trace of this version. */
export async function fetchRecording(url: string): Promise<Trace> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return traceSchema.parse(await response.json());
}
