/** Whether this browser can run code at all, told without downloading anything. */

/** Why it cannot, as a sentence for the reader; null where it can. */
export function missingSupport(): string | null {
  // Threads are WebAssembly stacks that are switched between: JavaScript Promise Integration.
  const switchesStacks =
    typeof WebAssembly === 'object' && 'Suspending' in WebAssembly && 'promising' in WebAssembly;
  if (switchesStacks && typeof Worker === 'function' && typeof DecompressionStream === 'function')
    return null;
  return (
    'This browser cannot run the examples. Chrome, Edge and other Chromium browsers from 137, Firefox from ' +
    '153 and Safari from 27 can; the recorded runs work everywhere.'
  );
}
