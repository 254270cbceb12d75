/** The playground: a stack built, run, changed, kept, and handed on. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { filesOf } from '@/lib/playground/arrangement';
import { writeShareLink } from '@/lib/playground/share-link';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const RUN = { timeout: 60_000 };

async function openPlayground(page: Page, hash = '') {
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  await page.goto(`/playground/${hash}`, { waitUntil: 'networkidle' });
  const stack = page.getByRole('region', { name: 'The stack' });
  // It is alive once it answers.
  await expect(stack.getByRole('combobox', { name: 'Add a layer' })).toBeEnabled();
  const run = async (says: RegExp) => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: /^Run \d+:/ })).toHaveText(says, RUN);
  };
  const layers = () =>
    stack
      .getByRole('listitem')
      .getByRole('button', { name: /, show / })
      .allInnerTexts();
  return { stack, requests: page.getByRole('region', { name: 'The requests' }), run, layers };
}

test('a stack is reordered by keys, switched, converted, and run; each step can be undone', async ({
  page,
}) => {
  const { stack, run, layers } = await openPlayground(page);
  await run(/^Run 1: 3 × 200\./);
  await stack.getByRole('button', { name: 'Move audit down, towards the view' }).press('Enter');
  await expect(stack.getByRole('status')).toHaveText('audit is now layer 4 of 4.');
  await expect
    .poll(layers)
    .toEqual(['timer', 'tenant', 'flags', 'audit'].map((name) => expect.stringContaining(name)));
  await run(/^Run 2: 3 × 200\./);
  await expect(page.getByRole('button', { name: 'Compare with the run before' })).toBeVisible();

  await stack.getByRole('button', { name: 'Make async: audit' }).click();
  await expect(stack.getByRole('status')).toContainText('audit is async now');
  await stack.getByRole('checkbox', { name: 'timer is in the stack' }).uncheck();
  await run(/^Run 3: 3 × 200\./);
  await expect(page.getByText('audit in').first()).toBeVisible();
  await expect(page.getByRole('cell', { name: 'timer in' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(stack.getByRole('checkbox', { name: 'timer is in the stack' })).toBeChecked();
});

test('new layers and Django’s own are added with what they need', async ({ page }) => {
  const { stack, run } = await openPlayground(page);
  const add = stack.getByRole('combobox', { name: 'Add a layer' });
  await add.selectOption({ label: 'AuthenticationMiddleware' });
  await add.selectOption({ label: 'SessionMiddleware' });
  await stack.getByRole('button', { name: 'Move SessionMiddleware up, outwards' }).click();
  await add.selectOption({ label: 'gate: answers early where a header is missing' });
  await run(/^Run 1: 3 × 401\./);
  await stack.getByRole('button', { name: 'Remove gate' }).click();
  await run(/^Run 2: 3 × 200\./);
});

test('requests are added, changed and sent to another server', async ({ page }) => {
  const { requests, run } = await openPlayground(page);
  await requests.getByRole('button', { name: 'Add a request' }).click();
  await expect(requests.getByRole('listitem')).toHaveCount(4);
  await requests.getByRole('radio', { name: 'WSGI' }).check();
  await requests.getByRole('spinbutton', { name: /with/ }).fill('2');
  await run(/^Run 1: 4 × 200\./);
});

test('a link brings the whole stack, shows the code first, and runs nothing', async ({ page, context }) => {
  const { stack } = await openPlayground(page);
  await stack.getByRole('button', { name: 'Remove flags' }).click();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy a link to this stack' }).click();
  const link = await page.getByRole('textbox', { name: 'The link' }).inputValue();

  const other = await context.newPage();
  const asked: string[] = [];
  other.on('request', (request) => asked.push(request.url()));
  const { layers } = await openPlayground(other, new URL(link).hash);
  await expect(other.getByRole('status').filter({ hasText: 'came with a link' })).toBeVisible();
  await expect.poll(layers).toHaveLength(3);
  await expect(other.getByText('Nothing runs before you press Run.')).toBeVisible();
  expect(asked.filter((url) => url.includes('/runtime/'))).toEqual([]);
});

test('a stack is taken home as a project whose tests expect what the run answered', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const { stack, run } = await openPlayground(page);
  const take = page.getByRole('region', { name: 'Take it home' });
  const takeHome = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), take.getByRole('button').click()]);
    expect(download.suggestedFilename()).toBe('django-project.zip');
    const files = Object.entries(unzipSync(await readFile(await download.path())));
    return new Map(files.map(([path, bytes]) => [path.replace('django-project/', ''), strFromU8(bytes)]));
  };
  const timer = stack.getByRole('checkbox', { name: 'timer is in the stack' });
  await timer.click();
  await expect(timer).not.toBeChecked();
  const asksBefore = asked.length;
  const unrun = await takeHome();
  expect(asked.slice(asksBefore).some((url) => url.endsWith('.js'))).toBe(true);
  await expect(take.getByRole('status')).toContainText('Run the stack first');
  expect([...unrun.keys()].sort()).toEqual([
    'README.md',
    'manage.py',
    'middleware.py',
    'project/__init__.py',
    'project/asgi.py',
    'project/settings.py',
    'project/urls.py',
    'project/wsgi.py',
    'requirements.txt',
    'tests.py',
    'views.py',
  ]);
  expect(unrun.get('project/settings.py')).not.toContain('middleware.timer');
  expect(unrun.get('project/settings.py')).toContain('"middleware.audit"');
  expect(unrun.get('requirements.txt')).toMatch(/^django==5\.\d+\.\d+$/m);
  expect(unrun.get('tests.py')).not.toContain('"status"');

  await run(/^Run 1: 3 × 200\./);
  expect((await takeHome()).get('tests.py')?.match(/"status": 200/g)).toHaveLength(3);
  await expect(take.getByRole('status')).toContainText('statuses of your last run');
});

for (const [what, hash, words] of [
  ['a cut link', '#stack=7VjLbts4FP', /changed or cut/],
  ['an oversized link', `#stack=${'a'.repeat(40_000)}`, /longer than any link/],
  ['a link to no run', '#preset=nowhere/nothing', /not here/],
] as const) {
  test(`${what} is refused in a sentence, and what was here stays`, async ({ page }) => {
    const { layers } = await openPlayground(page, hash);
    await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await expect.poll(layers).toHaveLength(4);
  });
}

test('a hostile link is data: it cannot bring markup or another kind of run', async ({ page }) => {
  const files = filesOf({
    id: 'x',
    title: '<img src=x onerror=alert(1)>',
    layers: ['middleware.timer'],
    files: { 'middleware.py': '# <script>alert(1)</script>\n' },
    view: 'view = 1\n',
    requests: [{ id: '<b>A</b>', path: '/' }],
  });
  const { requests } = await openPlayground(page, (await writeShareLink(files)) ?? '');
  await expect(requests.getByText('<b>A</b>', { exact: true })).toBeVisible();
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('a stack is kept under a name and comes back; a lesson’s run can be taken up', async ({ page }) => {
  const { stack, layers } = await openPlayground(page);
  await stack.getByRole('button', { name: 'Remove flags' }).click();
  await page.getByRole('textbox', { name: 'Name for this stack' }).fill('Three layers');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page
    .getByRole('combobox', { name: 'Begin from' })
    .selectOption({ label: 'Three requests through one async layer' });
  await expect.poll(layers).toHaveLength(1);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('combobox', { name: 'Begin from' }).selectOption({ label: 'Three layers' });
  await expect.poll(layers).toHaveLength(3);
});

test('nothing for axe to complain of after a run, on a phone or on a desk', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 375, height: 900 });
  const { run } = await openPlayground(page);
  await run(/^Run 1: 3 × 200\./);
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect.soft(await axeFindingsInBothThemes(page), `${width} px`).toEqual([]);
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
});
