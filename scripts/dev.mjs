/** `npm run dev`: the same preparation as `npm start`, then Next's development server. */
import { fail } from './missing.mjs';
import { preparePackages, prepareRuntime, run } from './prepare.mjs';

try {
  preparePackages();
  prepareRuntime();
  run('npm', ['run', '--silent', 'manifest']);
  run('npx', ['next', 'dev', '--port', process.env.PORT ?? '3000']);
} catch (error) {
  fail(error);
}
