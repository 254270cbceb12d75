/** Hostile learner code finds no way out of Python; what it would reach outside watches too. */
import { expect, type Page, test } from '@playwright/test';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { traceSchema } from '@/lib/trace/schema';
import { openSealedPage, type SealedPage } from '../support/sealed-page';
import { FROM_PYTHON } from './escapes/from-python';
import { sourceOf } from './programs/program';

const VIEW =
  'from django.http import HttpResponse\n\nasync def view(request):\n    return HttpResponse("hello")\n';

const scenario = (body: string): ScenarioInput => ({
  id: 'escape',
  layers: ['middleware.timer'],
  files: { 'middleware.py': sourceOf({ body }) },
  view: VIEW,
  requests: [{ id: 'A', path: '/' }],
});

/** What the run printed; of a run that was ended, why. */
async function printed(page: Page, body: string): Promise<readonly string[]> {
  const { trace, failure } = await page.evaluate(
    (json) =>
      globalThis.simulator.run(JSON.parse(json)).then(
        (result) => ({ trace: result.trace, failure: null }),
        (error: { kind: string; message: string }) => ({
          trace: null,
          failure: `${error.kind}: ${error.message}`,
        }),
      ),
    JSON.stringify(scenario(body)),
  );
  if (failure !== null) return [failure];
  const { events, requests } = traceSchema.parse(trace);
  const lines = events.flatMap((event) => (event.kind === 'output' ? [event.text] : []));
  return [...lines, ...requests.map(({ status }) => `answered ${status}`)];
}

let sealed: SealedPage;
test.beforeAll(async ({ browser }) => {
  sealed = await openSealedPage(browser);
  expect(await printed(sealed.page, "print('ready')")).toEqual(['ready', 'answered 200']);
});
test.afterAll(() => sealed.close());

for (const { what, body } of FROM_PYTHON) {
  test(`Python does not get at ${what}`, async () => {
    sealed.watch();
    const lines = await printed(sealed.page, sealed.withBait(body));
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes('escaped'))).toEqual([]);
    expect(await sealed.seen()).toEqual([]);
  });
}

test('what one run leaves in files, modules and the environment, the next does not find', async () => {
  const leaves = [
    "open('/tmp/note', 'w').write('left')",
    "open('/lib/note.py', 'w').write('left')",
    "os.environ['LEFT'] = 'left'",
    "sys.modules['left'] = sys",
    "print('left')",
  ];
  expect(await printed(sealed.page, leaves.join('\n'))).toContain('left');
  const finds =
    "print(os.path.exists('/tmp/note'), os.path.exists('/lib/note.py'), 'LEFT' in os.environ, 'left' in sys.modules)";
  expect(await printed(sealed.page, finds)).toContain('False False False False');
});
