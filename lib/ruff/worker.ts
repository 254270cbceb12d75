/** Ruff's worker: fetches and starts the WebAssembly, then answers one question after the other. */
import decoderWasm from 'zstd-decoder.wasm';
import { fromNetwork } from '@/lib/simulator/load/download';
import { compile } from '@/lib/simulator/load/unpack';
import { createLinter, type Linter } from './linter';
import type { AnswerMessage, AskMessage, StartMessage } from './messages';

const say = (message: AnswerMessage) => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<StartMessage>) => void start(data), { once: true });

async function start({ url, unpackedBytes }: StartMessage): Promise<void> {
  try {
    const { chunks } = fromNetwork(url, (bytes) => say({ kind: 'progress', bytes }));
    const decoder = new WebAssembly.Module(decoderWasm);
    const linter = createLinter(await compile(decoder, chunks, unpackedBytes));
    addEventListener('message', ({ data }: MessageEvent<AskMessage>) => answer(linter, data));
    say({ kind: 'ready' });
  } catch (error) {
    say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

function answer(linter: Linter, { id, ask, source }: AskMessage): void {
  if (ask === 'check') say({ kind: 'checked', id, diagnostics: linter.check(source) });
  else say({ kind: 'formatted', id, formatted: linter.format(source) });
}
