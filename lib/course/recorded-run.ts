import type { Trace } from '@/lib/trace/schema';
import { CourseError } from './unit-files';

export type RecordedExample = { readonly name: string; readonly recording: Trace };

/** Finds recorded runs by the names of their examples; throws CourseError where `file` names one that is not there. */
export function recordedRun(examples: readonly RecordedExample[], file: string): (name: string) => Trace {
  return (name) => {
    const example = examples.find((candidate) => candidate.name === name);
    if (example === undefined) {
      throw new CourseError(file, `names the run "${name}", which examples/${name}/ does not hold.`);
    }
    return example.recording;
  };
}
