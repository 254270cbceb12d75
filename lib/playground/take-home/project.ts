/** A stack of the playground as a Django project: its files by their paths, as text. */
import type { Trace } from '@/lib/trace/schema';
import { type Arrangement, type Files, modulesOf, readArrangement } from '../arrangement';
import { removeLayer } from '../arranging';
import { topName } from '../module-place';
import { GIVEN_MODULE, givenNamesIn, givenSource, withGivenNames } from './given-names';
import { settingsModule } from './settings-module';
import { testsModule } from './tests-module';

export type ProjectOptions = {
  /** The lines of requirements.txt, as `projectRequirements` gives them. */
  readonly requirements: readonly string[];
  /** The last run of these very files, if there is one. */
  readonly trace: Trace | null;
};

/** Names at the top of a project that are its own. */
const TAKEN = ['manage', 'project', 'tests'];

/**
 * The project. Layers that are off are left out, and with them the files that nothing else uses.
 * @throws Error with a sentence where no project can be made of the files
 */
export function projectOf(files: Files, { requirements, trace }: ProjectOptions): Files {
  const { arrangement, modules } = onlyWhatIsOn(files);
  const taken = Object.keys(modules).find((path) => TAKEN.includes(topName(path)));
  if (taken !== undefined) {
    const name = taken.includes('/') ? `folder “${topName(taken)}”` : taken;
    throw new Error(`A project has a ${name} of its own: give yours another name.`);
  }
  const middleware = arrangement.layers.map(({ path }) => path);
  const own: Record<string, string> = { ...modules, 'project/urls.py': urlsOf(arrangement) };
  if (arrangement.setup !== undefined) own['project/at_start.py'] = arrangement.setup;
  const learners = Object.entries(own);
  return {
    ...Object.fromEntries(learners.map(([path, source]) => [path, withGivenNames(source)])),
    ...(learners.some(([, source]) => givenNamesIn(source).length > 0)
      ? { [GIVEN_MODULE]: givenSource }
      : {}),
    'README.md': readme(arrangement, trace),
    'manage.py': MANAGE,
    'project/__init__.py': '',
    'project/asgi.py': serverModule('asgi', arrangement),
    'project/settings.py': settingsModule(arrangement, middleware),
    'project/wsgi.py': serverModule('wsgi', arrangement),
    'requirements.txt': requirements.map((line) => `${line}\n`).join(''),
    'tests.py': testsModule(arrangement, trace),
  };
}

function onlyWhatIsOn(files: Files): { arrangement: Arrangement; modules: Files } {
  const { arrangement, problem } = readArrangement(files);
  if (arrangement === null) throw new Error(problem);
  const off = arrangement.layers.flatMap(({ on }, index) => (on ? [] : [index]));
  const rest = off.reduceRight(removeLayer, files);
  const layers = arrangement.layers.filter(({ on }) => on);
  return { arrangement: { ...arrangement, layers }, modules: modulesOf(rest) };
}

function urlsOf({ urls, view }: Arrangement): string {
  if (urls !== undefined) return urls;
  const dot = view.lastIndexOf('.');
  const name = view.slice(dot + 1);
  return `from django.urls import re_path

from ${view.slice(0, dot)} import ${name}

# Every path leads to the view.
urlpatterns = [re_path("", ${name})]
`;
}

const MANAGE = `"""Django's commands, with this project's settings."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
    execute_from_command_line(sys.argv)
`;

/** asgi.py or wsgi.py. What a scenario does at its start comes between Django's start and the building of the stack. */
function serverModule(kind: 'asgi' | 'wsgi', { setup }: Arrangement): string {
  const environment = 'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")';
  if (setup === undefined) {
    return `import os

from django.core.${kind} import get_${kind}_application

${environment}
application = get_${kind}_application()
`;
  }
  const handler = `${kind.toUpperCase()}Handler`;
  return `import importlib
import os

import django
from django.core.handlers.${kind} import ${handler}

${environment}
django.setup(set_prefix=False)
# Before the handler is built, which reads MIDDLEWARE.
importlib.import_module("project.at_start")
application = ${handler}()
`;
}

function readme({ title, mode }: Arrangement, trace: Trace | null): string {
  const name = title.replace(/\s+/g, ' ').trim() || 'A stack of layers';
  const python = trace === null ? '' : ` The run in the page had Python ${trace.versions.python}.`;
  const server =
    mode === 'wsgi'
      ? 'python -m uvicorn --interface wsgi project.wsgi:application'
      : 'python -m uvicorn project.asgi:application';
  return `# ${name}

Install, with Python 3.10 or newer:

    python -m pip install -r requirements.txt

Run:

    ${server}

It answers at http://127.0.0.1:8000/. \`python manage.py test\` sends the requests of the scenario.${python}

Lines that the page printed at nearly the same time may come in another order here: a machine has several processors, and
its clock never stands still.

The layers stand in \`MIDDLEWARE\` of \`project/settings.py\`, outermost first. Made with Await Points.
`;
}
