/**
 * Serves the built site: `node scripts/serve.mjs [--log]`, on PORT or 3000. It compresses nothing, as the
 * plainest of hosts; `--log` prints a line for every request.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, Missing } from './missing.mjs';
import { siteFolder } from './root.mjs';
import { serveStatic } from './static-server.mjs';

const folder = siteFolder();
const port = Number(process.env.PORT ?? 3000);
const logs = process.argv.includes('--log');

try {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Missing('The site is not built yet; `npm start` builds it and serves it.');
  }
  const { origin, close } = await serveStatic({
    folder,
    port,
    onRequest: logs
      ? ({ method, path, status, bytes }) => console.log(`${method} ${path} ${status} ${bytes}`)
      : undefined,
  }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    throw new Missing(`Port ${port} is in use; name a free one in PORT: \`PORT=3001 npm start\`.`);
  });
  console.log(`\nAwait Points is served on ${origin}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => close().then(() => process.exit(0)));
  }
} catch (error) {
  fail(error);
}
