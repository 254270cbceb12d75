/** `npm run manifest`: checks every unit of the course and writes what the site needs to show it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { importTypeScript } from './typescript-module.mjs';

const { buildCourse } = await importTypeScript('lib/course/build-course.ts');
const { explanationsSource, readExplanations } = await importTypeScript('lib/course/hints.ts');
const content = join(root, 'content');
try {
  const units = buildCourse(content, {
    recordings: join(root, 'public', 'recordings'),
    decks: join(root, 'public', 'decks'),
  });
  const explanations = explanationsSource(readExplanations(content, units));
  writeFileSync(join(root, 'lib', 'ruff', 'explanations.generated.ts'), explanations);
  console.log(`The course: ${units.length} ${units.length === 1 ? 'unit' : 'units'}.`);
} catch (error) {
  if (error.name !== 'CourseError') throw error;
  console.error(error.message);
  process.exitCode = 1;
}
