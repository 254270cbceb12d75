/**
 * The JavaScript side of a stack switch: what the Python engine's `connect` is given.
 *
 * The three functions are built-in functions of Python, made from WebAssembly, and not JavaScript objects in
 * Python's hands: Pyodide's own `run_sync` takes a promise through an event loop in Python and two turns of
 * the browser's, a hundred times as long as the switch itself. Numbers name stacks.
 */
import type { PyodideAPI } from 'pyodide';
import type { PyProxy } from 'pyodide/ffi';

export type EngineHost = {
  /** `spawn(entry)` calls `entry` on a stack of its own, once the calling stack is suspended. */
  readonly spawn: PyProxy;
  /** `swap(parked, resumed)` parks this stack and resumes another (-1 for none); returns when this is resumed. */
  readonly swap: PyProxy;
  /** `leave(resumed)` resumes another stack when this one, which is about to end, has ended. */
  readonly leave: PyProxy;
  /**
   * Ends the stacks that are still parked when a run is over, those of a deadlock, say. Nothing of Python runs on
   * them. Whoever throws an interpreter away without its process calls this: V8 holds on to whatever a suspended
   * stack refers to, and that is all of the interpreter.
   */
  readonly abandonStacks: () => void;
};

/** A stack that waits for somebody to go back to it. */
type ParkedStack = { readonly resume: () => void; readonly abandon: (reason: unknown) => void };

/** An address in the interpreter's memory. */
type Address = number;
/** What a built-in function was called with. */
type Arguments = { readonly list: Address; readonly count: number };

/** What is used of Pyodide below its public interface; see its `src/core/stack_switching`. */
type PyodideCore = {
  readonly HEAPU32: Uint32Array;
  readonly wasmTable: WebAssembly.Table;
  readonly __Py_NoneStruct: Address;
  readonly StackState: new () => { start: Address; stop: Address; restore(): void };
  readonly validSuspender: { value: boolean };
  convertJsFunctionToWasm(call: unknown, signature: string): unknown;
  stringToNewUTF8(text: string): Address;
  pyproxy_new(object: Address): PyProxy;
  enterTask(): void;
  stackSave(): Address;
  _emscripten_stack_get_end(): Address;
  promisingApply(
    callable: Address,
    positional: readonly unknown[],
    positionalCount: number,
    names: readonly string[],
    namedCount: number,
    error: Address,
  ): Promise<readonly [result: unknown]>;
  /** What stands for the result of a call that raised. */
  readonly error: unknown;
  _PyErr_SetRaisedException(error: Address): void;
  /** Throws the error that Python has set. */
  _pythonexc2js(): void;
  _captureThreadState(): Address;
  _restoreThreadState(state: Address): void;
  _malloc(bytes: number): Address;
  _PyLong_AsLong(object: Address): number;
  _PyCFunction_NewEx(definition: Address, self: Address, module: Address): Address;
  _Py_IncRef(object: Address): void;
  _Py_DecRef(object: Address): void;
};

/** What TypeScript's library does not know yet: an import that suspends its caller until a promise is settled. */
type StackSwitching = {
  readonly Suspending: new (call: (...words: number[]) => Promise<Address>) => object;
};

/** Python's calling convention of `f(self, arguments, count)`, and its WebAssembly signature. */
const METH_FASTCALL = 0x80;
const FASTCALL_SIGNATURE = 'iiii';
const WORD_BYTES = 4;
/** What a stack may use before it reaches into the place of the next one, which Pyodide then copies away. */
const PLACE_BYTES = 32_768;
/** Room below the lowest place, for a recursion that goes deep. */
const RESERVE_BYTES = 1_500_000;

/**
 * One per interpreter.
 * @param onCrash told when a stack ends in an error instead of handing over to another: then nothing of the
 * run goes on, and nobody is left to say so
 */
export function createEngineHost(
  pyodide: PyodideAPI,
  onCrash: (error: unknown) => void = throwAgain,
): EngineHost {
  const core = coreOf(pyodide);
  const { Suspending } = WebAssembly as typeof WebAssembly & StackSwitching;
  const none = core.__Py_NoneStruct;
  const parkedStacks = new Map<number, ParkedStack>();
  const argument = ({ list, count }: Arguments, index: number): Address =>
    index < count ? (core.HEAPU32[list / WORD_BYTES + index] ?? none) : none;
  const number = (given: Arguments, index: number) => core._PyLong_AsLong(argument(given, index));

  const resume = (stack: number) => {
    const parked = parkedStacks.get(stack);
    parkedStacks.delete(stack);
    parked?.resume();
  };

  /** Runs on the stack that it parks: Python stands still from the capture to the restoration. */
  const swap = (given: Arguments): Promise<Address> => {
    const parked = number(given, 0);
    const resumed = number(given, 1);
    const stack = new core.StackState();
    const thread = core._captureThreadState();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    parkedStacks.set(parked, { resume: resolve, abandon: reject });
    resume(resumed);
    return promise.then(() => {
      stack.restore();
      core._restoreThreadState(thread);
      core.validSuspender.value = true;
      return none;
    });
  };

  const leave = (given: Arguments): Address => {
    resume(number(given, 0));
    return none;
  };

  const spawn = (given: Arguments): Address => {
    const entry = argument(given, 0);
    core._Py_IncRef(entry);
    queueMicrotask(() => void run(entry).catch((reason) => reason === abandoned || onCrash(reason)));
    return none;
  };
  const error = core._malloc(WORD_BYTES);
  const places = stackPlaces(core);
  const run = async (entry: Address) => {
    const place = enterOwnPlace(core, places);
    const [result] = await core.promisingApply(entry, [], 0, [], 0, error);
    if (result === core.error) {
      core._PyErr_SetRaisedException(core.HEAPU32[error / WORD_BYTES] ?? 0);
      core._pythonexc2js();
    }
    if (place !== null) places.push(place);
    core._Py_DecRef(entry);
  };

  const abandoned = new Error('this stack was abandoned');
  const abandonStacks = () => {
    for (const { abandon } of parkedStacks.values()) abandon(abandoned);
    parkedStacks.clear();
  };

  return {
    abandonStacks,
    spawn: builtin(core, 'spawn', fastcall(spawn)),
    swap: builtin(core, 'swap', new Suspending(fastcall(swap))),
    leave: builtin(core, 'leave', fastcall(leave)),
  };
}

/** Where stacks may begin, the first one last. */
function stackPlaces(core: PyodideCore): Address[] {
  const places: Address[] = [];
  const end = core._emscripten_stack_get_end() + RESERVE_BYTES;
  for (let place = core.stackSave() - PLACE_BYTES; place > end; place -= PLACE_BYTES) places.unshift(place);
  return places;
}

/**
 * Lets the next stack begin at a place of its own. Pyodide would let it begin right below the last one, and keep
 * a copy of what stacks above overwrite: right for who only runs on, but a frame on a stack that is parked may be
 * looked at meanwhile (Django's error page follows those of a traceback outwards), and must be where it was.
 * @returns the place, to be given back; null when all are taken
 */
function enterOwnPlace(core: PyodideCore, places: Address[]): Address | null {
  const place = places.pop();
  if (place === undefined) {
    core.enterTask();
    return null;
  }
  const beginning = new core.StackState();
  beginning.start = place;
  beginning.stop = place;
  beginning.restore();
  return place;
}

const fastcall =
  <Result>(call: (given: Arguments) => Result) =>
  (_self: Address, list: Address, count: number): Result =>
    call({ list, count });

/** Makes a built-in function of Python out of a JavaScript function. */
function builtin(core: PyodideCore, name: string, call: unknown): PyProxy {
  const entry = core.wasmTable.grow(1);
  core.wasmTable.set(entry, core.convertJsFunctionToWasm(call, FASTCALL_SIGNATURE));
  const definition = core._malloc(4 * WORD_BYTES);
  const documentation = 0;
  core.HEAPU32.set(
    [core.stringToNewUTF8(name), entry, METH_FASTCALL, documentation],
    definition / WORD_BYTES,
  );
  return core.pyproxy_new(core._PyCFunction_NewEx(definition, 0, 0));
}

/** Leaves it to whoever watches for errors that nobody caught. */
const throwAgain = (error: unknown): never => {
  throw error;
};

const coreOf = (pyodide: PyodideAPI) => (pyodide as unknown as { _module: PyodideCore })._module;
