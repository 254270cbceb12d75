'use client';
/**
 * A link within the site. Next would fetch every page that a visible link names; this one waits until the
 * reader points at it, so that a map of thirty units costs nothing.
 */
import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

type Properties = Omit<ComponentProps<typeof Link>, 'prefetch'>;

export function CourseLink(properties: Properties) {
  const [wanted, setWanted] = useState(false);
  return (
    <Link
      {...properties}
      prefetch={wanted ? null : false}
      onPointerEnter={() => setWanted(true)}
      onFocus={() => setWanted(true)}
    />
  );
}
