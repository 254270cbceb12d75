import { expect, test } from '@playwright/test';
import { axeFindingsInBothThemes } from '../support/axe';

test('search finds sections of lessons, marks the words, and leads there', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox', { name: 'Search the course' }).fill('undecorated factory');
  await expect(page.getByRole('main').getByRole('status')).toContainText('about “undecorated factory”');
  const first = page.getByRole('main').getByRole('listitem').first();
  await expect(first.locator('mark').first()).toBeVisible();
  await first.getByRole('link').first().click();
  await expect(page).toHaveURL(/\/(learn|glossary)\//);
  await page.goBack();
  await expect(page.getByRole('searchbox')).toHaveValue('undecorated factory');
});

test('search says when there is nothing, and when the index cannot be fetched', async ({ page }) => {
  await page.goto('/search/?q=zzqxjk');
  await expect(page.getByRole('main').getByRole('status')).toContainText('Nothing about “zzqxjk”');
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByRole('main').getByRole('status')).toContainText('could not be fetched');
});

test('nothing for axe to complain of in what was found', async ({ page }) => {
  await page.goto('/search/?q=thread');
  await expect(page.getByRole('main').getByRole('status')).toContainText('pages about');
  expect(await axeFindingsInBothThemes(page)).toEqual([]);
});
