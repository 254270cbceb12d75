import type { MDXComponents } from 'mdx/types';

/** Required by Next. A lesson's components know their unit, so the route passes them instead. */
export function useMDXComponents(): MDXComponents {
  return {};
}
