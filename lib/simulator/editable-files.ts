/**
 * The source files of a scenario under the names by which the interpreter and the trace know them,
 * wherever the scenario keeps them.
 */
import type { ScenarioInput } from './scenario';

export type SourceFile = { readonly path: string; readonly source: string };

const layerPath = (index: number) => `layer_${index + 1}.py`;
const VIEW_PATH = 'scn_views.py';

/** The scenario's files in reading order: its modules, layers written in place, then the view. */
export function editableFiles(scenario: ScenarioInput): readonly SourceFile[] {
  const modules = Object.entries(scenario.files ?? {}).map(([path, source]) => ({ path, source }));
  const layers = scenario.layers.flatMap((layer, index) =>
    typeof layer === 'string' ? [] : [{ path: layerPath(index), source: layer.source }],
  );
  const view = scenario.view === undefined ? [] : [{ path: VIEW_PATH, source: scenario.view }];
  return [...modules, ...layers, ...view];
}

/** The scenario with these texts in place of its own; paths that it does not have become modules of it. */
export function withFiles(scenario: ScenarioInput, files: Readonly<Record<string, string>>): ScenarioInput {
  const { [VIEW_PATH]: view, ...others } = files;
  const modules = { ...scenario.files, ...others };
  const layers = scenario.layers.map((layer, index) => {
    const path = layerPath(index);
    const source = others[path];
    if (typeof layer === 'string' || source === undefined) return layer;
    delete modules[path];
    return { ...layer, source };
  });
  if (view === undefined) return { ...scenario, layers, files: modules };
  return scenario.view === undefined
    ? { ...scenario, layers, files: { ...modules, [VIEW_PATH]: view } }
    : { ...scenario, layers, files: modules, view };
}
