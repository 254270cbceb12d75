/** Python source under construction: indented lines, and the imports that they turn out to need. */

/** What a line must contain, and the import that this takes. */
const IMPORTS: readonly (readonly [pattern: RegExp, statement: string])[] = [
  [/\basyncio\./, 'import asyncio'],
  [/\bhttpx\./, 'import httpx'],
  [/\bthreading\./, 'import threading'],
  [/\btime\.sleep/, 'import time'],
  [/\bThreadPoolExecutor\(/, 'from concurrent.futures import ThreadPoolExecutor'],
  [/\basync_to_sync\(/, 'from asgiref.sync import async_to_sync'],
  [/\biscoroutinefunction\(/, 'from asgiref.sync import iscoroutinefunction'],
  [/\bmarkcoroutinefunction\(/, 'from asgiref.sync import markcoroutinefunction'],
  [/\bsync_to_async\(/, 'from asgiref.sync import sync_to_async'],
  [/\bPermissionDenied\b/, 'from django.core.exceptions import PermissionDenied'],
  [/\bHttp404\b/, 'from django.http import Http404'],
  [/\bHttpResponse\(/, 'from django.http import HttpResponse'],
  [/\bStreamingHttpResponse\(/, 'from django.http import StreamingHttpResponse'],
  [/\bTemplateResponse\(/, 'from django.template.response import TemplateResponse'],
  [/@async_only_middleware/, 'from django.utils.decorators import async_only_middleware'],
  [/@sync_and_async_middleware/, 'from django.utils.decorators import sync_and_async_middleware'],
  [/\(MiddlewareMixin\)/, 'from django.utils.deprecation import MiddlewareMixin'],
  [/\(View\)/, 'from django.views import View'],
  [/\bItem\./, 'from scn_setup import Item'],
];
const SHARED_NAMES = /\b(?:EVENT|LOCK|QUEUE|SEMAPHORE|THREAD_LOCK|VARIABLE)\b/g;

export class PythonSource {
  readonly #lines: string[] = [];
  #depth = 0;
  #names = 0;

  /** Appends one line at the present depth. */
  line(text: string): this {
    this.#lines.push(`${'    '.repeat(this.#depth)}${text}`);
    return this;
  }

  /** Appends a line that opens a block, and what `write` puts into it; `pass` where that is nothing. */
  block(opening: string, write: () => unknown): this {
    this.line(opening);
    this.#depth += 1;
    const before = this.#lines.length;
    write();
    if (this.#lines.length === before) this.line('pass');
    this.#depth -= 1;
    return this;
  }

  /** A name that no other function of this source has: 'work_1'. */
  fresh(): string {
    this.#names += 1;
    return `work_${this.#names}`;
  }

  /** The whole module, imports first. */
  text(): string {
    const body = this.#lines.join('\n');
    const imports = IMPORTS.filter(([pattern]) => pattern.test(body)).map(([, statement]) => statement);
    const shared = [...new Set(body.match(SHARED_NAMES))].sort();
    if (shared.length > 0) imports.push(`from shared import ${shared.join(', ')}`);
    return [...imports, ...(imports.length > 0 ? ['', ''] : []), body, ''].join('\n');
  }
}
