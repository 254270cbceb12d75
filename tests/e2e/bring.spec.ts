/** Middleware from elsewhere, brought to the playground: what is published runs there as natively; what is none is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { filesOf, scenarioOf } from '@/lib/playground/arrangement';
import { readShareLink, writeShareLink } from '@/lib/playground/share-link';
import { compareWithNative, nativeResultSchema } from '@/lib/simulator/fidelity';
import type { Scenario } from '@/lib/simulator/scenario';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import { recordNatively } from '../../scripts/fidelity/native.mjs';
import { prepareMiddlewares } from '../../scripts/python.mjs';

const RUN = { timeout: 60_000 };

/** How long it takes is not what is compared: a busy machine takes longer. */
const OF_TIME = /^(?:response start of|elapsed$|log, phase)/;

const VIEWS = `import asyncio
import time

from django.http import HttpResponse


async def waiting(request):
    await asyncio.sleep(0.05)
    log("async view")
    return HttpResponse("async")


def blocking(request):
    time.sleep(0.05)
    log("sync view")
    return HttpResponse("sync")
`;

const URLS = `from django.urls import path

from views import blocking, waiting

urlpatterns = [path("async/", waiting), path("sync/", blocking)]
`;

type Asked = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string };

/** A stack without a layer: an async and a sync view, and the requests to each of them. */
const seedOf = (title: string, asked: readonly Asked[]) =>
  filesOf({
    id: 'x',
    title,
    layers: [],
    files: { 'views.py': VIEWS },
    urls: URLS,
    view_entry: 'views.waiting',
    requests: ['/async/', '/sync/'].flatMap((path, view) =>
      asked.map((request, index) => ({
        id: `${'AS'[view]}${index + 1}`,
        path,
        // Apart from one another, so that the order holds on a busy machine.
        at: (view * asked.length + index) * 0.2,
        ...request,
      })),
    ),
  });

type Brought = {
  readonly layer: string;
  readonly way: 'choose' | 'drop' | 'paste' | 'folder';
  /** The files of the package, one after another; for a folder, the folder. */
  readonly parts: readonly string[];
  /** What the playground says of the first of them. */
  readonly says: RegExp;
  readonly settings?: string;
  readonly asked: readonly Asked[];
};

const MIDDLEWARES: readonly Brought[] = [
  {
    layer: 'middleware.CorsMiddleware',
    way: 'choose',
    parts: ['middleware', 'conf', 'defaults', 'signals'].map((name) => `corsheaders/${name}.py`),
    says: /Not here is corsheaders\.conf and corsheaders\.signals: a run stops/,
    settings: "CORS_ALLOWED_ORIGINS = [\n    'https://one.example',  # a comment\n]\n",
    asked: [
      { headers: { origin: 'https://one.example' } },
      { headers: { origin: 'https://other.example' } },
      {
        method: 'OPTIONS',
        headers: { origin: 'https://one.example', 'access-control-request-method': 'PUT' },
      },
    ],
  },
  {
    layer: 'pasted.HtmxMiddleware',
    way: 'paste',
    parts: ['django_htmx/middleware.py'],
    says: /^pasted\.py is here\. “Add a layer” offers what is in it: HtmxMiddleware\.$/,
    asked: [{ headers: { 'hx-request': 'true' } }],
  },
  {
    layer: 'brought.PermissionsPolicyMiddleware',
    way: 'drop',
    parts: ['django_permissions_policy/__init__.py'],
    says: /It reads PERMISSIONS_POLICY/,
    settings: 'PERMISSIONS_POLICY = {"camera": [], "geolocation": ["self", "https://one.example"]}\n',
    asked: [{}],
  },
  {
    layer: 'pasted.CSPMiddleware',
    way: 'paste',
    parts: ['middleware', 'constants', 'exceptions', 'utils'].map((name) => `csp/${name}.py`),
    says: /Not here is csp\.constants, csp\.exceptions and csp\.utils:/,
    settings: `CONTENT_SECURITY_POLICY = {"DIRECTIVES": {"default-src": ["'self'"], "img-src": ("*",)}}\n`,
    asked: [{}],
  },
  {
    layer: 'django_guid.middleware.guid_middleware',
    way: 'folder',
    parts: ['django_guid'],
    says: /^\d+ files are here\. “Add a layer” offers what is in it: guid_middleware\./,
    settings: 'INSTALLED_APPS = ["django_guid"]\n',
    asked: [{ headers: { 'correlation-id': 'c0ffee00c0ffee00c0ffee00c0ffee00' } }],
  },
  {
    layer: 'middleware.LoggingMiddleware',
    way: 'drop',
    parts: ['request_logging/middleware.py'],
    says: /It reads REQUEST_LOGGING|^middleware\.py is here\./,
    asked: [{ method: 'POST', body: 'a=1' }],
  },
  {
    layer: 'whitenoise.middleware.WhiteNoiseMiddleware',
    way: 'folder',
    parts: ['whitenoise'],
    says: /files are here\..*WhiteNoiseMiddleware/,
    settings: 'STATIC_URL = "static/"\n',
    asked: [{}],
  },
];

type File = { readonly name: string; readonly bytes: Buffer };

async function openPlayground(page: Page, hash: string) {
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  await page.goto(`/playground/${hash}`, { waitUntil: 'networkidle' });
  const stack = page.getByRole('region', { name: 'The stack' });
  await expect(stack.getByRole('combobox', { name: 'Add a layer' })).toBeEnabled();
  const said = stack.getByRole('status').first();
  const settings = stack.getByRole('textbox', { name: 'Settings' });

  /** A real drop event, on the page's heading: anywhere will do. */
  const drop = (files: readonly File[]) =>
    page.getByRole('heading', { name: 'Playground' }).evaluate(
      (place, given) => {
        const dataTransfer = new DataTransfer();
        for (const { name, text } of given) {
          const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
          dataTransfer.items.add(new File([bytes], name));
        }
        for (const type of ['dragover', 'drop']) {
          place.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      },
      files.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') })),
    );
  const choose = (files: readonly File[]) =>
    stack
      .getByLabel('Choose files')
      .setInputFiles(files.map(({ name, bytes: buffer }) => ({ name, mimeType: '', buffer })));
  const paste = (text: string) =>
    stack.getByRole('textbox', { name: 'Paste the text of a file' }).evaluate((place, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      place.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  const unfold = async (name: RegExp) => {
    const summary = stack.locator('summary').filter({ hasText: name });
    if (!(await summary.evaluate((element) => element.closest('details')?.open))) await summary.click();
  };
  const layers = () => stack.getByRole('listitem').getByRole('button', { name: /, show / });
  return { stack, said, settings, drop, choose, paste, unfold, layers };
}

test.describe('well-known middlewares', () => {
  test.setTimeout(480_000);

  test('run in the playground as they do natively, over async and sync views, under ASGI and WSGI', async ({
    page,
  }) => {
    const packages = prepareMiddlewares();
    const bench = await openPlayground(page, '');
    const runs: { scenario: Scenario; trace: Trace }[] = [];

    const bring = async ({ way, parts, says }: Brought) => {
      if (way === 'folder') {
        await bench.stack.getByLabel('Choose a folder').setInputFiles(join(packages, parts[0] ?? ''));
        await expect(bench.said).toHaveText(says);
        return;
      }
      for (const [index, part] of parts.entries()) {
        const file = { name: basename(part), bytes: readFileSync(join(packages, part)) };
        if (way === 'paste') await bench.paste(file.bytes.toString('utf8'));
        else if (way === 'drop') await bench.drop([file]);
        else await bench.choose([file]);
        await expect(bench.said).toHaveText(index === 0 ? says : new RegExp(`^${part} is here\\.`));
      }
      await expect(bench.said).not.toContainText(parts.length > 1 ? 'Not here' : 'Nothing');
    };

    const run = async (id: string) => {
      const status = page.getByRole('status').filter({ hasText: /^Run \d+:/ });
      const before = (await status.count()) === 0 ? null : await status.textContent();
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(status).not.toHaveText(before ?? '', RUN);
      const save = page.getByRole('button', { name: 'Save the trace as a file' });
      await expect(page.getByRole('button', { name: 'Tools' })).toBeVisible();
      if (!(await save.isVisible())) await page.getByRole('button', { name: 'Tools' }).click();
      const download = page.waitForEvent('download');
      await save.click();
      const saved = await download;
      const trace = traceSchema.parse(JSON.parse(await readFile(await saved.path(), 'utf8')));
      await page.getByRole('button', { name: 'Copy a link to this stack' }).click();
      const link = page.getByRole('textbox', { name: 'The link' });
      const reading = await readShareLink(new URL(await link.inputValue()).hash);
      if (reading.kind !== 'scenario') throw new Error(`${id}: the link holds no stack`);
      runs.push({ scenario: { ...scenarioOf(reading.files), id }, trace });
    };

    for (const middleware of MIDDLEWARES) {
      const { layer, settings, asked } = middleware;
      await test.step(layer, async () => {
        const hash = await writeShareLink(seedOf(layer, asked));
        await page.evaluate((wanted) => window.location.replace(wanted), hash ?? '');
        await expect(bench.layers()).toHaveCount(0);
        await bring(middleware);
        if (settings !== undefined) {
          await bench.unfold(/^Settings/);
          await bench.settings.fill(settings);
          await bench.settings.blur();
        }
        await bench.stack.getByRole('combobox', { name: 'Add a layer' }).selectOption(`own:${layer}`);
        await run(`${layer} under ASGI`);
        await page.getByRole('radio', { name: 'WSGI' }).check();
        await run(`${layer} under WSGI`);
      });
    }

    const folder = mkdtempSync(join(tmpdir(), 'await-points-brought-'));
    try {
      const file = join(folder, 'scenarios.json');
      writeFileSync(file, JSON.stringify({ scenarios: runs.map(({ scenario }) => scenario) }));
      const differences = async (index: number, expected: unknown) => {
        const { trace } = runs[index] ?? {};
        if (trace === undefined) throw new Error(`Run ${index} is missing.`);
        const all = compareWithNative(trace, nativeResultSchema.parse(expected));
        return all.filter(({ what }) => !OF_TIME.test(what));
      };
      const { scenarios } = await recordNatively(file, { runs: 1 });
      expect(scenarios).toHaveLength(2 * MIDDLEWARES.length);
      for (const [index, { id, expected, native_error: error }] of scenarios.entries()) {
        expect(error, id).toBeUndefined();
        if ((await differences(index, expected)).length === 0) continue;
        // More native runs: a busy machine may have been the difference.
        const [again] = (await recordNatively(file, { only: id, runs: 6 })).scenarios;
        expect(await differences(index, again?.expected), id).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    // They ran, and did what they are for.
    const headers = runs.map(({ trace }) => new Map(trace.requests.at(0)?.headers));
    expect(headers[0]?.get('access-control-allow-origin')).toBe('https://one.example');
    expect(headers[4]?.get('Permissions-Policy')).toBe('camera=(), geolocation=(self "https://one.example")');
    expect(headers[8]?.get('Correlation-ID')).toBe('c0ffee00c0ffee00c0ffee00c0ffee00');
    const modes = runs.map(({ trace }) => trace.layers.find(({ kind }) => kind === 'middleware')?.mode);
    expect(new Set(modes)).toEqual(new Set(['async', 'sync']));
  });
});

const python = (name: string, text: string | Buffer): File => ({ name, bytes: Buffer.from(text) });
const layer = (name: string, first = '') => `${first}
import logging

from django.utils.deprecation import MiddlewareMixin

logger = logging.getLogger(__name__)


class ${name}(MiddlewareMixin):
\tdef process_response(self, request, response):
\t\tprint("${name} out")
\t\treturn response
`;

test('whatever is dropped, chosen or pasted gets an answer in words, and nothing is lost by it', async ({
  page,
}) => {
  const { stack, said, drop, choose, paste, unfold, layers, settings } = await openPlayground(page, '');
  await expect(layers()).toHaveCount(4);
  await unfold(/^Files/);
  const files = stack.getByRole('textbox', { name: /^Name of/ });
  await expect(files).toHaveCount(2);

  await drop([python('notes.txt', 'hello')]);
  await expect(said).toHaveText(/^Nothing was brought\. “notes\.txt” is not named like a Python file/);
  await drop([python('tool.py', 'MZ\0\0')]);
  await expect(said).toHaveText(/“tool\.py” is no text: it holds null bytes\./);
  await choose([python('long.py', '#'.repeat(2_000_000))]);
  await expect(said).toHaveText(/“long\.py” is too long for a stack: 2\.0 MB\./);
  await choose([python('long.py', '#'.repeat(300_000))]);
  await expect(said).toHaveText(/more than 200,000 characters/);
  await stack.getByRole('textbox', { name: 'Paste the text of a file' }).press('x');
  await expect(said).toHaveText(/^Paste a whole text here\./);
  await expect(files).toHaveCount(2);

  await test.step('several at once, of which one is none; in an old encoding, with a mark, and with tabs', async () => {
    const old = layer('Tagging', '# façade').replaceAll('\n', '\r\n');
    await drop([
      python('tagging.py', Buffer.from(old, 'latin1')),
      python('notes.txt', 'hello'),
      python('my tools.py', `\uFEFF${layer('Second')}${layer('Third')}`),
    ]);
    await expect(said).toHaveText(
      /^tagging\.py and my_tools\.py are here\. “Add a layer” offers what is in it: Tagging, Second and Third\. “tagging\.py” was not UTF-8 and was read as windows-1252.*“notes\.txt” is not named/,
    );
    await expect(files).toHaveCount(4);
    await expect(layers()).toHaveCount(4);
    await stack.getByRole('button', { name: 'Put Tagging on the stack' }).click();
    await expect(layers()).toHaveCount(5);
  });

  await test.step('what it imports and reads is named, before the run and by it', async () => {
    const own =
      'from __future__ import annotations\nfrom django.conf import settings\nfrom app.tools import LABEL\n';
    await paste(layer('Labelling', `${own}\n\nNAME = settings.LABEL_NAME\n`));
    await expect(said).toHaveText(
      /Not here is app\.tools: a run stops where it is imported\..*It reads LABEL_NAME, for which “Settings” has a place\.$/,
    );
    await expect(stack.getByText('imports app.tools, which is not here')).toBeVisible();
    await stack.getByRole('combobox', { name: 'Add a layer' }).selectOption('own:pasted.Labelling');
    await drop([python('tools.py', 'LABEL = 1\n')]);
    await expect(said).toHaveText(/^app\/tools\.py is here\. That is where it is imported from/);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const problems = page.getByRole('list', { name: 'Problems' });
    await expect(problems).toContainText('LABEL_NAME is not set', RUN);
    await unfold(/^Settings/);
    await settings.fill('LABEL_NAME = unknown');
    await expect(stack.getByText('Line 1 cannot be taken: “unknown” is a name')).toBeVisible();
    await settings.fill("LABEL_NAME = 'label'");
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Run \d+: 3 × 200\./ })).toBeVisible(RUN);
    await expect(page.getByText('Labelling out').first()).toBeVisible();
  });

  await test.step('a file is renamed and removed with its layers, and Undo brings all of it back', async () => {
    const name = stack.getByRole('textbox', { name: 'Name of pasted.py' });
    await name.fill('app/labels.py');
    await name.press('Enter');
    await expect(said).toHaveText('pasted.py is app/labels.py now.');
    await expect(layers().last()).toHaveText(/Labelling, show app\/labels\.py/);
    await stack.getByRole('button', { name: 'Remove app/labels.py' }).click();
    await expect(layers()).toHaveCount(5);
    await stack.getByRole('button', { name: 'Bring it back' }).click();
    await expect(layers()).toHaveCount(6);
    await expect(stack.getByRole('textbox', { name: 'Name of app/labels.py' })).toBeVisible();
  });
});
