/** What a page hands to a workbench: everything that is known before the learner does anything. */
import type { ReactNode } from 'react';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { AuthoredStop } from '@/lib/trace/stops';

export type WorkbenchProperties = {
  /** Under this id the learner's draft is kept. Never changes: 'unit/example'. */
  readonly id: string;
  /** With its files filled in; they are the text that Reset brings back. */
  readonly scenario: ScenarioInput;
  /** Where the recorded run of the unedited scenario lies; null where there is none. */
  readonly recordingUrl: string | null;
  /** Shiki's `<pre>` per file path, rendered on the server. */
  readonly highlighted: Readonly<Record<string, string>>;
  /** The recorded run as a figure, rendered on the server. */
  readonly staticTimeline: ReactNode;
  /** Moments the author of a lesson wants looked at. */
  readonly stops?: readonly AuthoredStop[];
  /** Files that can be read but not changed. */
  readonly readOnly?: readonly string[];
};
