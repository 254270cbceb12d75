/** Reads scenarios as authors and the fidelity files write them. */
import { readFileSync } from 'node:fs';
import { Missing } from './missing.mjs';
import { importTypeScript } from './typescript-module.mjs';

/** 'scenarios[3].requests[0].path' */
const pathInWords = (path) =>
  path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');

const unknownKeys = (value, known) => Object.keys(value).filter((key) => !(key in known));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key that holds null is one that is not there: other tools write it so. */
const withoutNulls = (value) =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null)) : value;

/**
 * @param {string} file
 * @returns {unknown} what the JSON file holds
 * @throws {Missing} in a sentence, when there is no such file or it is not JSON
 */
export function readJson(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Missing(`${file} cannot be read: ${error.code === 'ENOENT' ? 'no such file' : error.message}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new Missing(`${file} is not JSON: ${error.message}`);
  }
}

/**
 * @param {unknown} content a parsed file: `{scenarios: [...]}`, an array of scenarios, or one scenario
 * @returns {Promise<{entries: {item: unknown, scenario?: object, mistake?: string}[], ignoredKeys: string[]}>} for
 * each item the complete scenario, or a sentence naming the place of its first mistake; and the names of
 * keys that this format does not have
 */
export async function readScenarios(content) {
  const { requestSchema, scenarioSchema } = await importTypeScript('lib/simulator/scenario.ts');
  const isList = Array.isArray(content);
  const list = isList ? content : Array.isArray(content?.scenarios) ? content.scenarios : [content];
  const ignored = new Set();
  const entries = list.map((item, index) => {
    const given = withoutNulls(item);
    if (Array.isArray(given?.requests)) given.requests = given.requests.map(withoutNulls);
    const { success, data, error } = scenarioSchema.safeParse(given);
    if (!success) {
      const [{ path, message }] = error.issues;
      const start = list.length === 1 && !isList ? '' : `${isList ? '' : 'scenarios'}[${index}]`;
      const place = `${start}${pathInWords(path)}`.replace(/^\./, '') || 'its root';
      return { item, mistake: `Not a scenario at ${place}: ${message}` };
    }
    for (const key of unknownKeys(item, scenarioSchema.shape)) ignored.add(key);
    for (const request of item.requests) {
      for (const key of unknownKeys(request, requestSchema.shape)) ignored.add(`requests.${key}`);
    }
    return { item, scenario: data };
  });
  return { entries, ignoredKeys: [...ignored].sort() };
}
