/** A program that wants to break the page, and the sentence that a learner must get for it. */

export type HostileProgram = {
  /** Ends the sentence 'the page survives ...'. */
  readonly what: string;
  /** What the lesson's layer does before it hands the request on. */
  readonly body?: string;
  /** What stands before the layer in its module. */
  readonly before?: string;
  /** In the bench's status or in its list of problems. */
  readonly says: RegExp;
  /** Nothing in it gives way: only the clock ends it. */
  readonly endsByTheClock?: boolean;
};

export const FINISHED = /^Run \d+: 3 × 200\./m;
export const ENDLESS = /This loop does not seem to end/;
export const TIMEOUT = /The run took too long and was stopped/;
export const MEMORY = /The run used up its memory/;
export const RECURSION = /A function calls itself without end/;
export const EXIT = /The code ended the whole process/;
export const BROKEN = /Python broke down during the run/;
export const NOT_SHOWN = /so it is not shown/;
export const FLOOD = /Too much was printed|Too much happened to be recorded|This loop does not seem to end/;

/** `middleware.py` with this program in it. */
export function sourceOf({ body = '', before = '' }: Pick<HostileProgram, 'body' | 'before'>): string {
  return `import asyncio, os, sys, threading, time

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

${flush(before, '')}

@async_only_middleware
def timer(get_response):
    async def middleware(request):
${flush(body, ' '.repeat(8))}
        return await get_response(request)

    return middleware
`;
}

/** Moves indented lines to another column. */
function flush(text: string, indentation: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const columns = Math.min(...lines.map((line) => line.search(/\S/)));
  return lines.map((line) => indentation + line.slice(columns)).join('\n');
}
