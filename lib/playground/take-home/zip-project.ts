/** A project as a zip archive. With the packer in it, it is fetched when somebody wants one. */
import { strToU8, zipSync } from 'fflate';
import type { Files } from '../arrangement';
import { type ProjectOptions, projectOf } from './project';

/** The folder that the archive unpacks to. */
export const PROJECT_FOLDER = 'django-project';

/** The archive's bytes. @throws Error with a sentence, as `projectOf` does */
export function zipProject(files: Files, options: ProjectOptions): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(projectOf(files, options));
  return zipSync(
    Object.fromEntries(entries.map(([path, text]) => [`${PROJECT_FOLDER}/${path}`, strToU8(text)])),
  );
}
