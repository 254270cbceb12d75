'use client';
/** A component whose code is fetched when it is first shown, or before: then it is there at once, and nothing moves. */
import { type ComponentType, useEffect } from 'react';
import { onDemand } from './on-demand';

export type Fetched<Properties> = ComponentType<Properties> & {
  /** Settles when the code is there, or could not be fetched. */
  readonly fetch: () => Promise<void>;
};

/** Shows nothing until the code is there. */
export function fetched<Properties extends object>(
  load: () => Promise<ComponentType<Properties>>,
): Fetched<Properties> {
  const code = onDemand(async () => ({ Component: await load() }));
  function WhenFetched(properties: Properties) {
    const { module } = code.useFetched();
    useEffect(() => {
      void code.fetch();
    }, []);
    return module && <module.Component {...properties} />;
  }
  return Object.assign(WhenFetched, { fetch: code.fetch });
}
