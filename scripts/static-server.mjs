/** A plain static host, as any web server or CDN is one: files, right types, the 404 page, nothing else. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * @typedef {object} StaticSite
 * @property {string} folder what is served at the root
 * @property {number} port 0 for any free one
 * @property {string} [host] where to listen
 * @property {boolean} [compresses] serve `x.br` or `x.gz` for `x` where it lies beside it
 * @property {Record<string, string>} [headers] for every answer
 * @property {(request: {method: string, path: string, status: number, bytes: number}) => void} [onRequest]
 */

/**
 * Serves a folder until it is closed.
 * @param {StaticSite} site
 * @returns {Promise<{origin: string, close: () => Promise<void>}>} rejects when the port is taken
 */
export async function serveStatic({
  folder,
  port,
  host = 'localhost',
  compresses = false,
  headers,
  onRequest,
}) {
  const files = sirv(folder, {
    dev: true,
    etag: true,
    brotli: compresses,
    gzip: compresses,
    setHeaders(response, path) {
      if (/^\/(_next\/static|runtime)\/.*\.[0-9a-f]{8,}\./.test(path)) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      }
    },
  });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    if (onRequest) {
      const { socket } = response;
      const before = socket?.bytesWritten ?? 0;
      response.on('close', () =>
        onRequest({
          method: request.method ?? '',
          path: request.url ?? '',
          status: response.statusCode,
          bytes: (socket?.bytesWritten ?? 0) - before,
        }),
      );
    }
    files(request, response, () => notFound(folder, response));
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    origin: `http://${host}:${typeof address === 'object' ? address?.port : port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

function notFound(folder, response) {
  const page = join(folder, '404.html');
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(existsSync(page) ? readFileSync(page) : 'Not found');
}
