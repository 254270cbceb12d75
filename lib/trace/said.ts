/** What a request says to those outside: the headers and the body of its answer, and what was printed for it. */
import type { RequestGroup, Timeline } from './timeline';

/** The same thing said in two runs, or what only one of them says. */
export type SaidDifference = {
  /** 'printed', 'body' or the name of a header. */
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
};

type Heard = { readonly timeline: Timeline; readonly group: RequestGroup };

/** Where the runs say something else for one request: headers by name, the body, printed lines by their text. */
export function saidDifferences(before: Heard, after: Heard): readonly SaidDifference[] {
  return [
    ...headerDifferences(before.group, after.group),
    ...bodyDifference(before.group, after.group),
    ...printedDifferences(printedBy(before), printedBy(after)),
  ];
}

function headerDifferences(before: RequestGroup, after: RequestGroup): readonly SaidDifference[] {
  const headersOf = ({ request }: RequestGroup) => Map.groupBy(request?.headers ?? [], ([name]) => name);
  const own = { before: headersOf(before), after: headersOf(after) };
  const joined = (headers: ReturnType<typeof headersOf>, name: string) =>
    headers
      .get(name)
      ?.map(([, value]) => value)
      .join(', ') ?? null;
  return [...new Set([...own.before.keys(), ...own.after.keys()])]
    .map((what) => ({ what, before: joined(own.before, what), after: joined(own.after, what) }))
    .filter((difference) => difference.before !== difference.after);
}

function bodyDifference(before: RequestGroup, after: RequestGroup): readonly SaidDifference[] {
  const said = { before: before.request?.body ?? null, after: after.request?.body ?? null };
  return said.before === said.after ? [] : [{ what: 'body', ...said }];
}

/** Lines in another order are the same lines: when each was printed, the timeline shows. */
function printedDifferences(before: readonly string[], after: readonly string[]): readonly SaidDifference[] {
  const [gone, come] = [without(before, after), without(after, before)];
  const length = Math.max(gone.length, come.length);
  return Array.from({ length }, (_, index) => ({
    what: 'printed',
    before: gone[index] ?? null,
    after: come[index] ?? null,
  }));
}

/** The lines of `own` that `other` does not have as often. */
function without(own: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of other) left.set(line, (left.get(line) ?? 0) + 1);
  return own.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

function printedBy({ timeline: { trace, outputs }, group }: Heard): readonly string[] {
  const id = group.request?.id ?? null;
  return Array.from(outputs, (moment) => trace.events[moment]).flatMap((event) =>
    event?.kind === 'output' && event.request === id ? [event.text] : [],
  );
}
