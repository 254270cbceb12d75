/** Reading the files of a unit, with the file named in every complaint. Build time only. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';

/** A part of the course that is missing or wrong. The message begins with the file. */
export class CourseError extends Error {
  constructor(file: string, problem: string) {
    super(`${relative(process.cwd(), file)}: ${problem}`);
    this.name = 'CourseError';
  }
}

/** The text of a file. Throws CourseError where there is none. */
export function readText(file: string): string {
  if (!existsSync(file)) throw new CourseError(file, 'is missing.');
  return readFileSync(file, 'utf8');
}

/** A JSON file, checked against its schema. Throws CourseError naming the file and the field. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  const text = readText(file);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new CourseError(file, `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = schema.safeParse(json);
  if (!result.success)
    throw new CourseError(file, `does not fit its schema.\n${z.prettifyError(result.error)}`);
  return result.data;
}

/** The same of a file that a unit need not have: null where there is none. */
export function readOptionalJson<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> | null {
  return existsSync(file) ? readJson(file, schema) : null;
}

/** Names in a folder, sorted, without hidden ones; empty where there is no folder. */
export function namesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && name !== '__pycache__')
    .sort();
}

/** The Python files of a folder by name. */
export function readPythonFiles(folder: string): Record<string, string> {
  const names = namesIn(folder).filter((name) => name.endsWith('.py'));
  return Object.fromEntries(names.map((name) => [name, readText(join(folder, name))]));
}
