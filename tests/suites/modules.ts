/** The modules of the two suites that exercise what the simulator replaces. */
export type SuiteModule = { readonly suite: 'asgiref' | 'django'; readonly module: string };

const ASGIREF = ['test_sync', 'test_sync_contextvars', 'test_local', 'test_compatibility', 'test_wsgi'];
const DJANGO = [
  'async',
  'asgi',
  'handlers',
  'middleware',
  'middleware_exceptions',
  'signals',
  'deprecation.test_middleware_mixin',
];

export const SUITE_MODULES: readonly SuiteModule[] = [
  ...ASGIREF.map((module) => ({ suite: 'asgiref' as const, module })),
  ...DJANGO.map((module) => ({ suite: 'django' as const, module })),
];
