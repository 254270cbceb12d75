/** What the two runs of a lesson's comparison are called. */
import type { Pair } from '@/lib/trace/compare';

export const RUN_NAMES: Pair<string> = { before: 'The run before', after: 'The run after' };
