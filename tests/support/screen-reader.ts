/** What a screen reader would say: from Chromium's accessibility tree and from what live regions come to say. */
import type { CDPSession, Page } from '@playwright/test';

/** One element as it is spoken. */
export type Spoken = {
  readonly role: string;
  readonly name: string;
  /** Of a slider, its value in words. */
  readonly value: string;
  /** 'pressed', 'expanded', 'collapsed', 'checked', 'disabled': those that hold. */
  readonly states: readonly string[];
};

export class ScreenReader {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  /** Listens from now on. */
  static async start(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send('Accessibility.enable');
    await page.evaluate(() => {
      const announced: string[] = [];
      const said = new Map<Element, string>();
      const regions = '[role="status"], [role="alert"], [aria-live]';
      const listen = (speaks: boolean) => {
        for (const region of document.querySelectorAll(regions)) {
          const words = (region.textContent ?? '').trim();
          const isNews = said.has(region) && said.get(region) !== words && words !== '';
          said.set(region, words);
          if (speaks && isNews && region.getAttribute('aria-live') !== 'off') announced.push(words);
        }
      };
      listen(false);
      new MutationObserver(() => listen(true)).observe(document.body, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      Object.assign(window, { announced });
    });
    return new ScreenReader(page, session);
  }

  /** Presses a key and says where the focus stands. */
  async press(key: string): Promise<Spoken> {
    await this.#page.keyboard.press(key);
    return this.focus();
  }

  /** The element that has the focus, as the accessibility tree has it. */
  async focus(): Promise<Spoken> {
    const { result } = await this.#session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      ...(result.objectId === undefined ? {} : { objectId: result.objectId }),
      fetchRelatives: false,
    });
    const [node] = nodes;
    const properties = new Map(node?.properties?.map(({ name, value }) => [String(name), value.value]));
    // A number that has words is spoken in them; the tree has the number alone.
    const valueText = await this.#page.evaluate(() => document.activeElement?.ariaValueText ?? undefined);
    const words = (value: unknown) => (value === undefined ? '' : String(value));
    const states = [
      properties.get('pressed') === 'true' && 'pressed',
      properties.get('checked') === 'true' && 'checked',
      properties.get('disabled') === true && 'disabled',
      properties.get('expanded') === true && 'expanded',
      properties.get('expanded') === false && 'collapsed',
    ].filter((state) => state !== false);
    return {
      role: words(node?.role?.value),
      name: words(node?.name?.value),
      value: words(valueText ?? node?.value?.value),
      states,
    };
  }

  /** Goes on with Tab until an element of that role and name; gives everything on the way, itself included. */
  async tabTo(role: string, name: string | RegExp, most = 40): Promise<readonly Spoken[]> {
    const passed: Spoken[] = [];
    while (passed.length < most) {
      const spoken = await this.press('Tab');
      passed.push(spoken);
      if (
        spoken.role === role &&
        (typeof name === 'string' ? spoken.name === name : name.test(spoken.name))
      ) {
        return passed;
      }
    }
    throw new Error(`no ${role} ${name} among ${passed.map((own) => `${own.role} ${own.name}`).join(', ')}`);
  }

  /** What live regions have come to say, oldest first. */
  announcements(): Promise<readonly string[]> {
    return this.#page.evaluate(() => (window as unknown as { announced: string[] }).announced);
  }

  /** The latest of them. */
  async lastAnnouncement(): Promise<string> {
    return (await this.announcements()).at(-1) ?? '';
  }
}

/** 'button Play pressed' */
export const inWords = ({ role, name, states }: Spoken): string => [role, name, ...states].join(' ');
