import type { ScenarioInput } from '@/lib/simulator/scenario';

/** An async, a sync and an async layer over an async view that sleeps 0.1 s; `count` requests arrive together. */
export function crowd(count: number): ScenarioInput;
