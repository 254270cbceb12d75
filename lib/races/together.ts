/** Scenarios in which requests that came one after the other come at one instant: only then is there an order to choose. */
import type { ScenarioInput } from '@/lib/simulator/scenario';

/** The scenario with these requests at the instant of the first of them. Throws an Error naming one that it lacks. */
export function together<Given extends ScenarioInput>(scenario: Given, ids: readonly string[]): Given {
  const missing = ids.find((id) => scenario.requests.every((request) => request.id !== id));
  if (missing !== undefined) throw new Error(`There is no request ${missing} in ${scenario.id}.`);
  const chosen = scenario.requests.filter(({ id }) => ids.includes(id));
  const instant = Math.min(...chosen.map(({ at = 0 }) => at));
  return {
    ...scenario,
    requests: scenario.requests.map((request) =>
      ids.includes(request.id) ? { ...request, at: instant } : request,
    ),
  };
}
