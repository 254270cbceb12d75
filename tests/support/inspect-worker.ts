/**
 * Looks into a page's worker from outside, as the browser's developer tools do. Playwright's own
 * `worker.evaluate` needs the worker's `eval`, which ours gives up.
 */
import type { Page } from '@playwright/test';

type Answer = { readonly id: number; readonly result?: { readonly result?: { readonly value?: unknown } } };

/** The name that the interpreter's worker is started under; its loader has another. */
const INTERPRETER = 'await-points';

/**
 * Attaches to the interpreters' workers that the page starts from now on.
 * @returns evaluates an expression in the latest of them, awaiting a promise
 */
export async function inspectWorker(page: Page): Promise<(expression: string) => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  const pending = new Map<number, (answer: Answer) => void>();
  let worker = '';
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.title === INTERPRETER) worker = sessionId;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer: Answer = JSON.parse(message);
    pending.get(answer.id)?.(answer);
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  let id = 0;
  return async (expression) => {
    id += 1;
    const answer = Promise.withResolvers<Answer>();
    pending.set(id, answer.resolve);
    // The worker's policy holds for what is evaluated here too.
    const allowUnsafeEvalBlockedByCSP = false;
    const params = { expression, awaitPromise: true, returnByValue: true, allowUnsafeEvalBlockedByCSP };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await session.send('Target.sendMessageToTarget', { sessionId: worker, message });
    return (await answer.promise).result?.result?.value;
  };
}
