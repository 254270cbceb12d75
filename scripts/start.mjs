/** `npm start`: from a fresh clone to the served site, with one command. */
import { spawn } from 'node:child_process';
import { fail } from './missing.mjs';
import { node, preparePackages, prepareRuntime, prepareSite } from './prepare.mjs';
import { root } from './root.mjs';

try {
  preparePackages();
  prepareRuntime();
  prepareSite();
} catch (error) {
  fail(error);
}
const server = spawn(node(), ['scripts/serve.mjs'], { cwd: root, stdio: 'inherit' });
server.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
