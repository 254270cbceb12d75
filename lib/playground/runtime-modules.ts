/**
 * What can be imported in a run beside the reader's own files: the top-level names of Python's library and the
 * packages. `tests/e2e/simulator.spec.ts` holds the list against the interpreter.
 */
export const runtimeModules: ReadonlySet<string> = new Set(
  `__future__ _thread abc annotationlib anyio argparse array asgiref ast asyncio atexit base64 binascii bisect builtins
  bz2 calendar certifi cmath cmd code codecs codeop collections colorsys compression concurrent configparser contextlib
  contextvars copy copyreg csv dataclasses datetime decimal difflib dis django email encodings enum errno fcntl filecmp
  fileinput fnmatch fractions functools gc genericpath getopt getpass gettext glob graphlib gzip hashlib heapq hmac html
  http httpx idna importlib inspect io ipaddress itertools json keyword linecache locale logging lzma marshal math
  mimetypes multiprocessing netrc ntpath numbers opcode operator os pathlib pickle pkgutil platform posix posixpath
  pprint py_compile pyexpat queue quopri random re reprlib rlcompleter runpy sched secrets select selectors shelve shlex
  shutil signal site smtplib socket socketserver sqlite3 sqlparse sre_compile sre_constants sre_parse ssl stat statistics
  string stringprep struct subprocess sys sysconfig tempfile termios textwrap threading time timeit token tokenize tomllib
  traceback tracemalloc types typing tzdata unicodedata unittest urllib uuid warnings weakref wsgiref xml zipfile
  zipimport zlib zoneinfo`.split(/\s+/),
);

/** What the runtime leaves out of Django: interfaces to what is not here, or only for the eye. */
const LEFT_OUT = /^django\.contrib\.(?:admin|admindocs|gis|humanize|postgres|sitemaps|syndication)\b/;

/** Whether a run can import the module, 'django.http' by its dotted name, without any file of the reader's. */
export function isInRuntime(module: string): boolean {
  return runtimeModules.has(/^\w*/.exec(module)?.[0] ?? '') && !LEFT_OUT.test(module);
}
