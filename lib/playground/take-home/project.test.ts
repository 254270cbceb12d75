import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { type Files, filesOf, withArrangement } from '../arrangement';
import { switchLayer } from '../arranging';
import { projectOf } from './project';
import { zipProject } from './zip-project';

const scenario: ScenarioInput = {
  id: 'x',
  title: 'Two\nlayers',
  layers: ['timer.timer', 'gate.gate'],
  files: {
    'timer.py': 'def timer(get_response):\n    log("start")\n    return get_response\n',
    'gate.py': 'def gate(get_response):\n    return get_response\n',
    'views.py': 'def report(request): ...\n',
  },
  view_entry: 'views.report',
  requests: [
    { id: 'A', path: '/a?b=1', at: 0.05, headers: { 'Content-Type': 'text/plain', 'X-Key': '1' } },
    { id: 'B', path: '/', disconnect_after: 0.1 },
  ],
};

const options = { requirements: ['django==5.2.17'], trace: null };
const ran = (...requests: { id: string; status: number | null }[]) =>
  ({ requests, versions: { python: '3.14.2' } }) as unknown as Trace;

function project(changes: Partial<ScenarioInput> = {}, trace: Trace | null = null): Files {
  return projectOf(filesOf({ ...scenario, ...changes }), { ...options, trace });
}

describe('a stack as a Django project', () => {
  test('has all that Django and its server need', () => {
    expect(Object.keys(project()).sort()).toEqual([
      'README.md',
      'gate.py',
      'manage.py',
      'project/__init__.py',
      'project/asgi.py',
      'project/given.py',
      'project/settings.py',
      'project/urls.py',
      'project/wsgi.py',
      'requirements.txt',
      'tests.py',
      'timer.py',
      'views.py',
    ]);
  });

  test('leaves out a layer that is off, and the file that only it used', () => {
    const files = projectOf(switchLayer(filesOf(scenario), 0, false), options);
    expect(files['project/settings.py']).toContain('MIDDLEWARE = ["gate.gate"]\n');
    expect(files).not.toHaveProperty(['timer.py']);
    expect(files).not.toHaveProperty(['project/given.py']);
  });

  test('writes the settings as Python, over those that every run has', () => {
    const settings = project({ settings: { DEBUG: true, LOGGING: { version: 1, filters: null } } })[
      'project/settings.py'
    ];
    expect(settings).toContain('\nDEBUG = True\n');
    expect(settings).not.toContain('DEBUG = False');
    expect(settings).toContain('\nLOGGING = {"version": 1, "filters": None}\n');
    expect(settings).not.toContain('LOGGING_CONFIG');
  });

  test('has a database of its own where the scenario has one', () => {
    const settings = project({ settings: { _sqlite: true, _db: { CONN_MAX_AGE: 5 } } })[
      'project/settings.py'
    ];
    expect(settings).toContain('"NAME": DATABASE,');
    expect(settings).toContain('"CONN_MAX_AGE": 5,');
    expect(settings).not.toContain('_sqlite');
  });

  test('runs the set-up before the stack is built', () => {
    const files = project({ setup: 'log("set up")\n' });
    expect(files['project/at_start.py']).toBe('from project.given import log\nlog("set up")\n');
    expect(files['project/asgi.py']).toMatch(/at_start[\s\S]*ASGIHandler\(\)/);
    expect(files['tests.py']).toContain('import_module("project.at_start")');
  });

  test('tests expect what the last run answered', () => {
    const tests = project({}, ran({ id: 'A', status: 418 }))['tests.py'];
    expect(tests).toContain('"status": 418');
    expect(tests).toContain('"content_type": "text/plain"');
    expect(tests).toContain('1 more went away');
    expect(project({}, ran({ id: 'A', status: null }))['tests.py']).toContain('"status": None');
  });

  test('tests expect no error of the server where nothing ran', () => {
    expect(project()['tests.py']).not.toContain('"status"');
    expect(project()['tests.py']).toContain('assertLess(seen, 500)');
  });

  test('of WSGI runs and is tested under WSGI', () => {
    const files = project({ mode: 'wsgi', wsgi_threads: 3 });
    expect(files['README.md']).toContain('uvicorn --interface wsgi project.wsgi:application');
    expect(files['tests.py']).toContain('THREADS = 3');
  });

  test('says in a sentence why it cannot be made', () => {
    const files = filesOf(scenario);
    expect(() => projectOf({ 'a.py': '' }, options)).toThrow('no arrangement');
    expect(() => projectOf({ ...files, 'tests.py': '' }, options)).toThrow('a tests.py of its own');
    expect(() => projectOf({ ...files, 'project/x.py': '' }, options)).toThrow(
      'a folder “project” of its own',
    );
    expect(() => project({ settings: { 'X = 1\nimport os': 1 } })).toThrow('written in capitals');
    const broken = withArrangement(files, { version: 1, layers: [{ path: '1' }] } as never);
    expect(() => projectOf(broken, options)).toThrow('cannot be used');
  });

  test('comes as a zip of one folder', () => {
    const unpacked = unzipSync(zipProject(filesOf(scenario), options));
    const texts = Object.entries(unpacked).map(([path, bytes]) => [path, strFromU8(bytes)]);
    expect(Object.fromEntries(texts)).toEqual(
      Object.fromEntries(Object.entries(project()).map(([path, text]) => [`django-project/${path}`, text])),
    );
  });
});
