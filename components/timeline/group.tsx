/** A named part of the timeline. Not a landmark: a page may hold many timelines. */
import type { ComponentProps } from 'react';

export function Group({
  label,
  scrolls = false,
  ...rest
}: Omit<ComponentProps<'div'>, 'role'> & {
  readonly label: string;
  /** What scrolls must be reachable by keyboard. */
  readonly scrolls?: boolean;
}) {
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups the fields of a form.
  return <div role="group" aria-label={label} {...(scrolls ? { tabIndex: 0 } : {})} {...rest} />;
}
