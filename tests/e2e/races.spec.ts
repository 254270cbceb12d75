/** The race finder: a lost update is found and shrunk, a locked one is not, a search can be ended; and a lesson has one. */
import { expect, type Page, test } from '@playwright/test';
import { filesOf } from '@/lib/playground/arrangement';
import { writeShareLink } from '@/lib/playground/share-link';
import { axeFindings } from '../support/axe';

/** Of a machine on which each run takes a few seconds. */
const SEARCH = { timeout: 200_000 };

/** Two deposits that arrive together, and one who reads the balance later. Which deposit is lost, the order decides. */
const bank = (isLocked: boolean) =>
  filesOf({
    id: 'bank',
    layers: ['middleware.plain'],
    files: {
      'middleware.py': `def plain(get_response):
    def middleware(request):
        return get_response(request)

    return middleware
`,
    },
    view: `import asyncio
import contextlib

from django.http import HttpResponse

account = {"balance": 0}
guard = ${isLocked ? 'asyncio.Lock()' : 'contextlib.nullcontext()'}


async def view(request):
    async with guard:
        balance = account["balance"]
        await asyncio.sleep(0.01)
        account["balance"] = balance + int(request.GET.get("add", 0))
    return HttpResponse("balance" if "add" in request.GET else str(account["balance"]))
`,
    requests: [
      { id: 'A', path: '/?add=10' },
      { id: 'B', path: '/?add=20' },
      { id: 'C', path: '/?add=0', at: 1 },
      { id: 'D', path: '/', at: 2 },
    ],
  });

async function openFinder(page: Page, isLocked: boolean) {
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  const link = await writeShareLink(bank(isLocked));
  await page.goto(`/playground/${link ?? ''}`, { waitUntil: 'networkidle' });
  await expect(page.getByRole('status').filter({ hasText: 'came with a link' })).toBeVisible();
  const finder = page.getByRole('region', { name: 'Races' });
  const look = async (orders: number) => {
    await finder.getByRole('spinbutton', { name: 'Orders' }).fill(String(orders));
    await finder.getByRole('button', { name: 'Look for races' }).click();
  };
  return { finder, look };
}

test('a lost update is found, shrunk, shown, taken over, and its order goes into the link', async ({
  page,
}) => {
  test.setTimeout(300_000);
  const { finder, look } = await openFinder(page, false);
  await look(12);
  await expect(finder.getByRole('status')).toHaveText(
    /^In order \d+ the outcome differs: the body of request D is “20” in the usual order and “10” in order \d+\.$/,
    SEARCH,
  );
  await expect(finder.getByText('has 3 requests and 0 layers')).toBeVisible();
  await finder.getByRole('button', { name: 'Show both orders, one above the other' }).click();
  await expect(finder.getByRole('group', { name: 'The usual order' })).toBeVisible();
  await expect(finder.getByRole('group', { name: /^Order \d+$/ })).toBeVisible();
  expect(await axeFindings(page, { within: 'main' })).toEqual([]);

  await finder.getByRole('button', { name: 'Take the shortest case into the playground' }).click();
  await expect(page.getByRole('region', { name: 'The requests' }).getByRole('listitem')).toHaveCount(3);
  await expect(finder.getByText(/^Run takes order \d+/)).toBeVisible();
  await page.getByRole('button', { name: 'Copy a link to this stack' }).click();
  const shared = await page.getByRole('textbox', { name: 'The link' }).inputValue();
  await page.goto('about:blank');
  await page.goto(`/playground/${new URL(shared).hash}`, { waitUntil: 'networkidle' });
  await expect(finder.getByText(/^Run takes order \d+/)).toBeVisible();
  await finder.getByRole('button', { name: 'Back to the usual order' }).click();
  await expect(finder.getByText(/^Run takes order \d+/)).toBeHidden();
});

test('under a lock the outcome is the same in all orders', async ({ page }) => {
  test.setTimeout(300_000);
  const { finder, look } = await openFinder(page, true);
  await look(5);
  await expect(finder.getByRole('status')).toHaveText(
    'None found in 5 orders: the outcome is the same in all of them.',
    SEARCH,
  );
});

test('a search is cancelled, and says how far it came', async ({ page }) => {
  test.setTimeout(300_000);
  const { finder, look } = await openFinder(page, true);
  await look(500);
  await expect(finder.getByText(/^[1-9]\d* of 500 orders tried$/)).toBeVisible(SEARCH);
  await finder.getByRole('button', { name: 'Cancel the search' }).click();
  await expect(finder.getByRole('status')).toHaveText(
    /^Cancelled after \d+ of 500 orders: the outcome was the same in them\.$/,
  );
  await expect(finder.getByRole('button', { name: 'Look for races' })).toBeEnabled();
});

test('a lesson searches the race that it shows, and leads to the playground with the order that shows it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.goto('/learn/shared-state/', { waitUntil: 'networkidle' });
  const finder = page.getByRole('region', {
    name: 'Search for a race Two deposits, and a look at the balance',
  });
  const search = finder.getByRole('button', { name: 'Search 20 orders' });
  await search.focus();
  await page.keyboard.press('Enter');
  await expect(finder.getByRole('status')).toHaveText(
    /^In order \d+ the outcome differs: the body of request C is “20” in the usual order and “10” in order \d+/,
    SEARCH,
  );
  await expect(
    finder.getByText(/^In the usual order the requests come as A, B, C, in order \d+ as B, A, C\.$/),
  ).toBeVisible();
  await expect(search).toBeVisible();
  expect(await axeFindings(page, { within: 'main' })).toEqual([]);
  await finder.getByRole('link', { name: 'Open the shortest case in the playground' }).click();
  const races = page.getByRole('region', { name: 'Races' });
  await expect(races.getByText(/^Run takes order \d+/)).toBeVisible();
});
