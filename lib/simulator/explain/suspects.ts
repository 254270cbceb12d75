/**
 * Which line to point at when the traceback names none of the learner's.
 *
 * A forgotten `await` or `return` fails later, inside Django. These functions look for the line that
 * brought it about, among the lines that really ran. They only aim a message: what is an error and
 * what is not is never decided here.
 */
import type { Trace } from '@/lib/trace/schema';
import type { Place } from './problem';

const FACTORY = /^(async\s+)?def\s+(\w+)\s*\(\s*get_response\b/;
const AWAITED_OR_PASSED_ON = /\b(await|return|create_task|ensure_future|gather|wait_for|shield)\b/;

type Factory = Place & { readonly name: string; readonly isAsync: boolean; readonly decorators: string };

/** The `def layer(get_response)` lines of the learner's files, with the decorators above them. */
function factories(trace: Trace): readonly Factory[] {
  return trace.files.flatMap(({ path, source }) => {
    const lines = source.split('\n');
    return lines.flatMap((text, index) => {
      const [, isAsync, name] = FACTORY.exec(text) ?? [];
      if (name === undefined) return [];
      let above = index;
      while (lines[above - 1]?.startsWith('@') === true) above -= 1;
      const decorators = lines.slice(above, index).join(' ');
      return [{ file: path, line: index + 1, name, isAsync: isAsync !== undefined, decorators }];
    });
  });
}

/** The first factory that is itself `async def`. */
export function asyncFactory(trace: Trace): (Place & { readonly name: string }) | null {
  return factories(trace).find((factory) => factory.isAsync) ?? null;
}

/** The first plain factory with an async function inside that does not tell Django so. */
export function undeclaredFactory(
  trace: Trace,
): (Place & { readonly name: string; readonly both: boolean }) | null {
  for (const factory of factories(trace)) {
    if (factory.isAsync || factory.decorators.includes('async_only_middleware')) continue;
    const body = bodyOf(trace, factory);
    if (!/^\s+async\s+def\b/m.test(body)) continue;
    const both = factory.decorators.includes('sync_and_async_middleware');
    if (both && body.includes('iscoroutinefunction')) continue;
    return { ...factory, both };
  }
  return null;
}

function bodyOf(trace: Trace, place: Place): string {
  const lines = trace.files.find(({ path }) => path === place.file)?.source.split('\n') ?? [];
  const body: string[] = [];
  for (const text of lines.slice(place.line)) {
    if (text.trim() !== '' && !/^\s/.test(text)) break;
    body.push(text);
  }
  return body.join('\n');
}

/** The last line that ran in each of the learner's functions, in the order in which they last ran. */
function lastLinesRun(
  trace: Trace,
): readonly (Place & { readonly function: string; readonly text: string })[] {
  const sources = new Map(trace.files.map(({ path, source }) => [path, source.split('\n')]));
  const frames = new Map(trace.frames.map((frame) => [frame.id, frame]));
  const last = new Map<string, Place & { function: string; text: string }>();
  for (let index = 2; index < trace.lines.length; index += 3) {
    const frame = frames.get(trace.lines[index] ?? -1);
    if (frame?.origin !== 'learner') continue;
    const key = `${frame.file}:${frame.function}`;
    const text = sources.get(frame.file)?.[frame.line - 1]?.trim() ?? '';
    last.delete(key);
    last.set(key, { file: frame.file, line: frame.line, function: frame.function, text });
  }
  return [...last.values()];
}

/** The line that ran and called the next layer without awaiting it. */
export function unawaitedCall(trace: Trace): Place | null {
  const sources = new Map(trace.files.map(({ path, source }) => [path, source.split('\n')]));
  const ran = new Set(trace.lines.filter((_, index) => index % 3 === 2));
  const suspects = trace.frames.filter(({ id, origin, file, line }) => {
    const text = sources.get(file)?.[line - 1] ?? '';
    return (
      origin === 'learner' &&
      ran.has(id) &&
      /\bget_response\s*\(/.test(text) &&
      !AWAITED_OR_PASSED_ON.test(text)
    );
  });
  const [suspect] = suspects;
  return suspect === undefined ? null : { file: suspect.file, line: suspect.line };
}

/** Where the function or class of a dotted path is defined, such as 'views.report'. */
export function definitionOf(trace: Trace, path: string): Place | null {
  const [module, name = ''] = path.split('.');
  return definitionNamed(trace, name, `${module}.py`);
}

/** Where a function or class of that name is defined, in any file or in the one given. */
export function definitionNamed(trace: Trace, name: string, file?: string): Place | null {
  const definition = new RegExp(`^\\s*(async\\s+)?(def|class)\\s+${name}\\b`);
  for (const { path, source } of trace.files) {
    const index = source.split('\n').findIndex((text) => definition.test(text));
    if (index >= 0 && (file === undefined || file === path)) return { file: path, line: index + 1 };
  }
  return null;
}

/** The line from which the outermost layer returned. */
export function outermostReturn(trace: Trace): Place | null {
  const layers = trace.layers.filter(({ origin, kind }) => origin === 'learner' && kind === 'middleware');
  const line = lastLinesRun(trace).findLast((candidate) =>
    layers.some(({ name }) => candidate.function.startsWith(`${name}.`)),
  );
  return line === undefined ? null : { file: line.file, line: line.line };
}

/** The last line of the innermost layer that ran off its end without `return`. */
export function missingReturn(trace: Trace): Place | null {
  const layers = trace.layers.filter(({ origin, kind }) => origin === 'learner' && kind === 'middleware');
  const suspect = lastLinesRun(trace).find(
    (line) =>
      !/^(return|raise)\b/.test(line.text) && layers.some(({ name }) => line.function.startsWith(`${name}.`)),
  );
  if (suspect !== undefined) return { file: suspect.file, line: suspect.line };
  const outermost = layers.toSorted((a, b) => a.order - b.order).at(0);
  return outermost?.file == null || outermost.line === null
    ? null
    : { file: outermost.file, line: outermost.line };
}
