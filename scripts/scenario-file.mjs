/** Reads scenarios as authors and the fidelity files write them. */
import { Missing } from './missing.mjs';
import { importTypeScript } from './typescript-module.mjs';

/** 'scenarios[3].requests[0].path' */
const pathInWords = (path) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

const unknownKeys = (value, known) => Object.keys(value).filter((key) => !(key in known));

/**
 * @param {unknown} content a parsed file: `{scenarios: [...]}`, an array of scenarios, or one scenario
 * @returns {Promise<{scenarios: object[], ignoredKeys: string[]}>} complete scenarios, and the names of keys
 * that this format does not have
 * @throws {Missing} naming the place of the first mistake
 */
export async function readScenarios(content) {
  const { requestSchema, scenarioSchema } = await importTypeScript('lib/simulator/scenario.ts');
  const isList = Array.isArray(content);
  const list = isList ? content : Array.isArray(content?.scenarios) ? content.scenarios : [content];
  const ignored = new Set();
  const scenarios = list.map((item, index) => {
    const { success, data, error } = scenarioSchema.safeParse(item);
    if (!success) {
      const [{ path, message }] = error.issues;
      const start = list.length === 1 && !isList ? '' : `${isList ? '' : 'scenarios'}[${index}]`;
      const place = `${start}${pathInWords(path)}`.replace(/^\./, '') || 'its root';
      throw new Missing(`Not a scenario at ${place}: ${message}`);
    }
    for (const key of unknownKeys(item, scenarioSchema.shape)) ignored.add(key);
    for (const request of item.requests) {
      for (const key of unknownKeys(request, requestSchema.shape)) ignored.add(`requests.${key}`);
    }
    return data;
  });
  return { scenarios, ignoredKeys: [...ignored].sort() };
}
