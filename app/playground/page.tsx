import { readFileSync } from 'node:fs';
import type { Metadata } from 'next';
import styles from '@/components/open-trace/open-trace.module.css';
import { PlaygroundWhenNear } from '@/components/playground/playground-when-near';
import { units } from '@/content/manifest.generated';
import { scenarioAddress, siteAddress } from '@/lib/course/addresses';
import { highlightFiles } from '@/lib/course/highlight';
import { readUnit } from '@/lib/course/read-unit';
import { filesOf, modulesOf } from '@/lib/playground/arrangement';
import { projectRequirements } from '@/lib/playground/take-home/requirements';
import { sharedAs } from '../shared-as';

export const metadata: Metadata = sharedAs({
  path: '/playground/',
  title: 'Playground',
  description:
    'Build a stack of sync and async layers, send requests through it, and see who waits for whom.',
});

/** What a first visitor finds. */
const SEED = { unit: 'mixing-sync-and-async', example: 'mixed-stack' };

function presets() {
  return units.flatMap(({ id, title: lesson }) =>
    readUnit('content', id).examples.map(({ name, title }) => ({
      id: `${id}/${name}`,
      title: title.replaceAll('`', ''),
      lesson,
      scenario: scenarioAddress(id, name),
    })),
  );
}

function requirements() {
  return projectRequirements(
    readFileSync('lib/simulator/python/requirements.txt', 'utf8'),
    readFileSync('tests/native/requirements.txt', 'utf8'),
  );
}

export default async function PlaygroundPage() {
  const example = readUnit('content', SEED.unit).examples.find(({ name }) => name === SEED.example);
  if (example === undefined) throw new Error(`content/${SEED.unit}/examples/${SEED.example} is missing.`);
  const seed = filesOf(example.scenario);
  const sources = modulesOf(seed);
  return (
    <article className={styles.wide}>
      <header className="max-w-(--measure)">
        <h1 className="text-4xl font-[680] tracking-tight">Playground</h1>
        <p className="mt-4 text-lg text-ink-soft">
          Stack sync and async layers in any order, decide which requests come when, change every line, and
          run it on real Django. What you build stays in this browser.
        </p>
        <noscript>
          <p className="mt-4">The playground needs JavaScript. The lessons can be read without.</p>
        </noscript>
      </header>
      <PlaygroundWhenNear
        address={siteAddress('/playground/')}
        seed={seed}
        seedHighlighted={{ sources, html: await highlightFiles(sources) }}
        presets={presets()}
        requirements={requirements()}
      />
    </article>
  );
}
