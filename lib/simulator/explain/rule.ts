/** One rule: what it says about an error it recognises, and null about any other. */
import type { Explanation, Incident } from './problem';

export type Rule = (incident: Incident) => Explanation | null;

/** A rule for errors whose type and message match; `parts` are the groups of `message`. */
export function when(
  type: RegExp,
  message: RegExp,
  explain: (incident: Incident, parts: readonly string[]) => Explanation | null,
): Rule {
  return (incident) => {
    if (!type.test(incident.error.type)) return null;
    const match = message.exec(incident.error.message);
    return match === null ? null : explain(incident, match);
  };
}
