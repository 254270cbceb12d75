/** Modules that are not there, that fail while they are imported, or that lack what they are asked for. */
import type { Explanation, Incident, Place } from './problem';
import { type Rule, when } from './rule';

/** What an error was raised from, as its traceback has it. */
type Cause = { readonly type: string; readonly message: string; readonly place: Place | null };

function causeOf({ trace, error }: Incident): Cause | null {
  const [before, after] = error.text.split('\nThe above exception was the direct cause');
  const said = after === undefined ? null : /\n([\w.]+)(?:: ([^\n]*))?\n*$/.exec(before ?? '');
  if (said === null) return null;
  const paths = new Set(trace.files.map(({ path }) => path));
  const places = [...(before ?? '').matchAll(/^ +File "([^"\n]+)", line (\d+)/gm)].flatMap(
    ([, file = '', line]) => (paths.has(file) ? [{ file, line: Number(line) }] : []),
  );
  return { type: said[1] ?? '', message: said[2] ?? '', place: places.at(-1) ?? null };
}

const UNSET = /module 'django\.conf\.global_settings' has no attribute '(\w+)'/;

const explainUnset = (name: string): Explanation => ({
  title: `\`${name}\` is not set`,
  explanation:
    `The code reads \`settings.${name}\`, which neither Django nor this stack sets. ` +
    'In the playground, give it a value under “Settings”.',
});

/** Django makes one error of two: the module has no such name, or was not imported to its end. */
function explainNameNotFound(incident: Incident, module: string, name: string): Explanation {
  const cause = causeOf(incident);
  const unset = UNSET.exec(cause?.message ?? '')?.[1];
  if (unset !== undefined) return { ...explainUnset(unset), place: cause?.place ?? null };
  const { files } = incident.trace;
  const place = module.replaceAll('.', '/');
  const own = files.find(({ path }) => path === `${place}.py` || path === `${place}/__init__.py`);
  const file = own?.path ?? `${place}.py`;
  // Python may go on with what else could have been meant.
  const isOnlyMissing = cause?.message.startsWith(`module '${module}' has no attribute '${name}'`);
  if (cause !== null && !isOnlyMissing) {
    return {
      title: `\`${file}\` failed while it was imported`,
      explanation:
        `Python says \`${cause.type}: ${cause.message}\` there, so Django never came to \`${name}\`, ` +
        'and could not build the stack.',
      place: cause.place,
    };
  }
  const defined = [...(own?.source ?? '').matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)/gm)].map(
    ([, found]) => `\`${found}\``,
  );
  return {
    title: `\`${file}\` has no \`${name}\``,
    explanation:
      `\`MIDDLEWARE\` names \`${module}.${name}\`, so Django looks for \`${name}\` in \`${file}\`. ` +
      (defined.length === 0
        ? 'Nothing is defined there.'
        : `Defined there: ${defined.join(', ')}. Check the spelling.`),
    place: own === undefined ? null : { file, line: 1 },
  };
}

export const importRules: readonly Rule[] = [
  when(
    /^(ImportError|ModuleNotFoundError)$/,
    /Module "([\w.]+)" does not define a "(\w+)" attribute/,
    (incident, [, module = '', name = '']) => explainNameNotFound(incident, module, name),
  ),
  when(/^AttributeError$/, UNSET, (_, [, name = '']) => explainUnset(name)),
  when(/^ModuleNotFoundError$/, /No module named '([\w.]+)'/, ({ trace, error }, [, module = '']) => ({
    title: `There is no module \`${module}\``,
    explanation:
      (error.frames.some(({ origin }) => origin === 'learner')
        ? 'The import asks for a module that does not exist here. '
        : 'A dotted path in the settings (`MIDDLEWARE`, say) starts with a module that does not exist. ') +
      `Your files: ${trace.files.map(({ path }) => `\`${path}\``).join(', ')}; beside them there are Django, asgiref, httpx and the standard library.`,
  })),
];
