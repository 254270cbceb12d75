/** What the learner asks the timeline to show: the next event on a line, or one event. A new object asks again. */
import type { Place } from '@/lib/trace/timeline';

export type Sought =
  | { readonly place: Place }
  | {
      /** `seq` of the event. */
      readonly event: number;
    };
