import { expect, it } from 'vitest';
import { editableFiles, withFiles } from './editable-files';
import type { ScenarioInput } from './scenario';

const inPlace: ScenarioInput = {
  id: 'in-place',
  layers: ['django.middleware.common.CommonMiddleware', { entry: 'Simple', source: 'layer' }],
  view: 'view',
  requests: [],
};
const modules: ScenarioInput = {
  id: 'modules',
  layers: ['layer_1.Simple'],
  files: { 'layer_1.py': 'layer', 'views.py': 'view' },
  view_entry: 'views.view',
  requests: [],
};

it('names layers and views written in place as the interpreter does', () => {
  expect(editableFiles(inPlace)).toEqual([
    { path: 'layer_2.py', source: 'layer' },
    { path: 'scn_views.py', source: 'view' },
  ]);
});

it('lists modules under their own paths', () => {
  expect(editableFiles(modules).map(({ path }) => path)).toEqual(['layer_1.py', 'views.py']);
});

it.each([inPlace, modules])('puts edited texts back where they came from ($id)', (scenario) => {
  const edited = Object.fromEntries(editableFiles(scenario).map(({ path }) => [path, `edited ${path}`]));
  const result = withFiles(scenario, edited);
  expect(Object.fromEntries(editableFiles(result).map(({ path, source }) => [path, source]))).toEqual(edited);
  expect(Object.keys(result.files ?? {})).toEqual(Object.keys(scenario.files ?? {}));
});

it('adds a file that the scenario leaves to the learner', () => {
  const result = withFiles({ id: 'stack', layers: ['layer_1.Dual'], requests: [] }, { 'layer_1.py': 'mine' });
  expect(result.files).toEqual({ 'layer_1.py': 'mine' });
});
