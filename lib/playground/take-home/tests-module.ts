/** tests.py of a project: the scenario's requests, sent at their times through Django's test client. */
import type { Trace } from '@/lib/trace/schema';
import type { Arrangement, PlaygroundRequest } from '../arrangement';
import { pythonLiteral } from './python-literal';
import { hasDatabase } from './settings-module';

type Statuses = ReadonlyMap<string, number | null>;

/** @param trace the last run of this very arrangement, whose statuses are expected; null where there is none */
export function testsModule(arrangement: Arrangement, trace: Trace | null): string {
  const statuses = new Map(trace?.requests.map(({ id, status }) => [id, status]));
  const sent = arrangement.requests.filter(({ disconnect_after: leaves }) => leaves === undefined);
  const isCompared = sent.every(({ id }) => statuses.has(id));
  const rows = pythonLiteral(
    sent.map((request) => row(request, isCompared ? statuses : null)),
    'REQUESTS = '.length,
  );
  const parts = arrangement.mode === 'wsgi' ? wsgi(arrangement.wsgi_threads) : asgi;
  const left = arrangement.requests.length - sent.length;
  const leaving =
    left === 0 ? '' : `# ${left} more went away before the answer, which the test client cannot do.\n`;
  return `"""Sends the requests of the scenario, each at its time, and looks at their statuses."""

${parts.imports(arrangement.setup === undefined ? '' : 'import importlib\n')}

${leaving}REQUESTS = ${rows}


${parts.send}

class ScenarioTest(SimpleTestCase):
${hasDatabase(arrangement) ? DATABASES : ''}${arrangement.setup === undefined ? '' : SET_UP}${isCompared ? asInTheRun : withoutServerError}`;
}

function row(request: PlaygroundRequest, statuses: Statuses | null) {
  const { id, method, path, headers, at, body, body_chunks: chunks } = request;
  const type = Object.keys(headers).find((name) => name.toLowerCase() === 'content-type');
  const { [type ?? '']: contentType, ...others } = headers;
  return {
    id,
    at,
    method,
    path,
    headers: others,
    content_type: contentType ?? 'application/octet-stream',
    body: body ?? chunks?.map(([, text]) => text ?? '').join('') ?? '',
    ...(statuses === null ? {} : { status: statuses.get(id) ?? null }),
  };
}

const SEND = `client.generic(
            request["method"],
            request["path"],
            request["body"],
            request["content_type"],
            headers=request["headers"],
        )`;

const asgi = {
  imports: (more: string) => `import asyncio
${more}
from asgiref.sync import ThreadSensitiveContext
from django.test import AsyncClient, SimpleTestCase
from django.test.client import AsyncClientHandler`,
  send: `async def send(handler, request):
    """One request, with a client of its own: nobody shares cookies."""
    client = AsyncClient(raise_request_exception=False)
    client.handler = handler
    await asyncio.sleep(request["at"])
    # As the ASGI handler does: sync code of one request has one thread.
    async with ThreadSensitiveContext():
        response = await ${SEND}
    return response.status_code


def send_all():
    """What became of each request: its status, or the error that left Django."""
    handler = AsyncClientHandler(enforce_csrf_checks=True)

    async def together():
        sending = (send(handler, request) for request in REQUESTS)
        return await asyncio.gather(*sending, return_exceptions=True)

    return asyncio.run(together())
`,
};

function wsgi(threads: number) {
  return {
    imports: (more: string) => `${more}import time
from concurrent.futures import ThreadPoolExecutor

from django.test import Client, SimpleTestCase
from django.test.client import ClientHandler

# The scenario is one of WSGI: it has threads, and no loop for an AsyncClient.
THREADS = ${threads}`,
    send: `def send(handler, request):
    """One request, with a client of its own: nobody shares cookies."""
    client = Client(raise_request_exception=False)
    client.handler = handler
    try:
        response = ${SEND}
    except Exception as error:
        return error
    return response.status_code


def send_all():
    """What became of each request: its status, or the error that left Django."""
    handler = ClientHandler(enforce_csrf_checks=True)
    started = time.monotonic()
    with ThreadPoolExecutor(THREADS) as server:
        answers = {}
        for request in sorted(REQUESTS, key=lambda one: one["at"]):
            time.sleep(max(0, started + request["at"] - time.monotonic()))
            answers[request["id"]] = server.submit(send, handler, request)
    return [answers[request["id"]].result() for request in REQUESTS]
`,
  };
}

const DATABASES = `    databases = "__all__"

`;

const SET_UP = `    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        importlib.import_module("project.at_start")

`;

const asInTheRun = `    def test_every_request_is_answered_as_in_the_run(self):
        for request, seen in zip(REQUESTS, send_all(), strict=True):
            with self.subTest(request=request["id"]):
                # Without a status an error left Django, for the server to answer.
                status = None if isinstance(seen, Exception) else seen
                self.assertEqual(status, request["status"])
`;

const withoutServerError = `    def test_no_request_ends_in_an_error_of_the_server(self):
        for request, seen in zip(REQUESTS, send_all(), strict=True):
            with self.subTest(request=request["id"]):
                if isinstance(seen, Exception):
                    raise seen
                self.assertLess(seen, 500)
`;
