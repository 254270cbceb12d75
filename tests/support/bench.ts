/** A lesson's first bench, as a learner works it: in the plain editor, which a test can fill. */
import { expect, type Locator, type Page } from '@playwright/test';

export const LESSON = '/learn/simple-async-middleware/';
/** The bench's draft in the record. */
export const DRAFT = 'simple-async-middleware/first-layer';

/** A first run fetches and boots the interpreter. */
const FIRST_RUN = { timeout: 60_000 };

export class Bench {
  readonly #root: Locator;

  private constructor(root: Locator) {
    this.#root = root;
  }

  /** Opens the lesson; nothing of Python is fetched by that. */
  static async open(page: Page): Promise<Bench> {
    await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
    await page.goto(LESSON, { waitUntil: 'networkidle' });
    const bench = Bench.on(page);
    // It comes alive, and takes up its draft, when the reader is near.
    await bench.code.scrollIntoViewIfNeeded();
    return bench;
  }

  /** The bench of a lesson that is open already. */
  static on(page: Page): Bench {
    return new Bench(
      page
        .getByRole('figure')
        .filter({ has: page.getByRole('tab') })
        .first(),
    );
  }

  get editor(): Locator {
    return this.#root.getByRole('textbox', { name: 'middleware.py, code editor' });
  }

  /** The shown file's text, whether it is being edited or not. */
  get code(): Locator {
    return this.#root.getByRole('tabpanel').first();
  }

  /** What is going on, and then the last word about it. */
  get status(): Locator {
    return this.#root.getByRole('status').first();
  }

  get problems(): Locator {
    return this.#root.getByRole('list', { name: 'Problems' });
  }

  button(name: string): Locator {
    return this.#root.getByRole('button', { name, exact: true });
  }

  async write(source: string): Promise<void> {
    // A click before the page has come alive opens nothing: click until it does.
    await expect(async () => {
      if (!(await this.editor.isVisible())) await this.#root.locator('[role="tabpanel"] pre').click();
      await expect(this.editor).toBeVisible({ timeout: 1000 });
    }).toPass();
    await this.editor.fill(source);
  }

  /** Presses Run. @returns the number of the run that begins */
  async press(): Promise<number> {
    const [, last = '0'] = /^Run (\d+): /.exec(await this.status.innerText()) ?? [];
    await this.button('Run').click();
    return Number(last) + 1;
  }

  /** Cancels the run under way; one that ends first by itself has no button for it any more. */
  async cancel(): Promise<void> {
    const cancel = this.button('Cancel');
    await expect(async () => {
      if (await cancel.isVisible()) await cancel.click({ timeout: 500 });
      await expect(cancel).toBeHidden({ timeout: 500 });
    }).toPass();
  }

  /** Presses Run, and waits for the end of the run and for what the page must say about it. */
  async run(says: RegExp, options = FIRST_RUN): Promise<void> {
    await this.expectEnd(await this.press(), says, options);
  }

  /** Waits for the end of a run and for what the page must say about it, in its status or its problems. */
  async expectEnd(run: number, says: RegExp, options = FIRST_RUN): Promise<void> {
    await expect(this.status).toHaveText(new RegExp(`^Run ${run}: `), options);
    await expect
      .poll(async () => [await this.status.innerText(), ...(await this.problems.allInnerTexts())].join('\n'))
      .toMatch(says);
  }
}

/** The text of `middleware.py` in the record's draft, from where the browser keeps it. */
export function draftOf(page: Page): Promise<string | undefined> {
  return page.evaluate(
    (id) =>
      new Promise<string | undefined>((resolve, reject) => {
        const opening = indexedDB.open('await-points');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('drafts').objectStore('drafts').get(id);
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result?.files['middleware.py']);
          };
        };
      }),
    DRAFT,
  );
}
