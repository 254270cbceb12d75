/** Drives a lesson as a reader does and measures from the press of Run to the painted timeline. */

/**
 * Presses the first Run of the page at once, without the pointer or focus that would have warmed the
 * interpreter, and waits until the timeline of that run has been painted.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<number>} milliseconds
 */
export const pressRun = (page) =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const button = [...document.querySelectorAll('main button')].find(
      ({ textContent }) => textContent.trim() === 'Run',
    );
    if (!button) throw new Error('The page has no Run button.');
    // A workbench comes alive when the reader has scrolled to it; only then can it be pressed.
    button.scrollIntoView({ block: 'center', behavior: 'instant' });
    while (button.disabled) await nextFrame();
    const workbench = button.closest('[class*="workbench"]');
    const slider = () => workbench.querySelector('input[type="range"]');
    const caption = () => workbench.querySelector('[data-stale]').textContent.trim();
    const earlier = caption() === 'Your run' ? slider() : null;
    const isShown = () => caption() === 'Your run' && slider() !== null && slider() !== earlier;
    // Looking at every frame would slow down what is looked at.
    const shown = new Promise((resolve, reject) => {
      const observer = new MutationObserver(() => isShown() && resolve(observer.disconnect()));
      observer.observe(workbench, { subtree: true, childList: true, characterData: true, attributes: true });
      setTimeout(() => reject(new Error('The run was not painted within a minute.')), 60_000);
    });
    const start = performance.now();
    button.click();
    await shown;
    await nextFrame();
    // The frame in which the timeline stands in the document is painted when the next one begins.
    await nextFrame();
    return performance.now() - start;
  });

/** Lets the reader look at the result. This is what is measured, not a wait for something to be ready. */
export const lookFor = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
