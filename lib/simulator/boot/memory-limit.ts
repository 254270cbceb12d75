/** A ceiling on the interpreter's heap, so that a memory bomb is a MemoryError and not a dead tab. */

const PAGE_BYTES = 65_536;

/**
 * From now on no WebAssembly memory of this worker grows beyond `bytes`. Emscripten takes the error for
 * "no memory left", and Python raises MemoryError.
 */
export function limitMemory(bytes: number): void {
  const grow = WebAssembly.Memory.prototype.grow;
  const limited = function (this: WebAssembly.Memory, pages: number): number {
    if (this.buffer.byteLength + pages * PAGE_BYTES > bytes) throw new RangeError('memory limit reached');
    return grow.call(this, pages);
  };
  Object.defineProperty(WebAssembly.Memory.prototype, 'grow', { value: limited });
}
