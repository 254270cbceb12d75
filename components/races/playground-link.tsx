'use client';
/** A link to the playground with a scenario in it. What writes it is fetched when the link is shown. */
import { useEffect, useState } from 'react';
import { CourseLink } from '@/components/ui/course-link';
import type { Files } from '@/lib/playground/arrangement';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import styles from './races.module.css';

type Properties = {
  readonly children: string;
} & ({ readonly files: Files } | { readonly scenario: ScenarioInput });

async function fragmentOf(properties: Properties): Promise<string | null> {
  const { writeShareLink } = await import('@/lib/playground/share-link');
  if ('files' in properties) return writeShareLink(properties.files);
  const { filesOf } = await import('@/lib/playground/arrangement');
  return writeShareLink(filesOf(properties.scenario));
}

/** Nothing where the scenario is too large for a link. Shows what it was first given: use a `key`. */
export function PlaygroundLink(properties: Properties) {
  const [fragment, setFragment] = useState<string | null>(null);
  const [first] = useState(properties);
  useEffect(() => {
    let isWanted = true;
    void fragmentOf(first).then((written) => isWanted && setFragment(written));
    return () => {
      isWanted = false;
    };
  }, [first]);
  if (fragment === null) return null;
  return (
    <CourseLink href={`/playground/${fragment}`} className={styles.link}>
      {properties.children}
    </CourseLink>
  );
}
