/**
 * `node scripts/take-home.mjs UNIT/EXAMPLE FOLDER`: writes the zip that the playground offers for an example and its
 * recorded run into the folder, and prints its path.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, Missing } from './missing.mjs';
import { root } from './root.mjs';
import { importTypeScript } from './typescript-module.mjs';

try {
  const [example, folder, ...others] = process.argv.slice(2);
  const [unit, name, ...more] = example?.split('/') ?? [];
  if (name === undefined || folder === undefined || others.length + more.length > 0) {
    throw new Missing('Usage: node scripts/take-home.mjs UNIT/EXAMPLE FOLDER');
  }
  const { readExample } = await importTypeScript('lib/course/read-unit.ts');
  const { filesOf } = await importTypeScript('lib/playground/arrangement.ts');
  const { projectRequirements } = await importTypeScript('lib/playground/take-home/requirements.ts');
  const { zipProject } = await importTypeScript('lib/playground/take-home/zip-project.ts');
  const source = join(root, 'content', unit, 'examples', name);
  const trace = JSON.parse(readFileSync(join(source, 'recording.json'), 'utf8'));
  const requirements = projectRequirements(
    ...['lib/simulator/python', 'tests/native'].map((path) =>
      readFileSync(join(root, path, 'requirements.txt'), 'utf8'),
    ),
  );
  const archive = join(folder, 'django-project.zip');
  writeFileSync(archive, zipProject(filesOf(readExample(source).scenario), { requirements, trace }));
  console.log(archive);
} catch (error) {
  fail(error);
}
