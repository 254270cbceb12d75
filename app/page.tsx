import type { Metadata } from 'next';
import { Hero } from '@/components/home/hero';
import { MapSection } from '@/components/home/map-section';
import { Ways } from '@/components/home/ways';
import { RecordedFigure } from '@/components/lesson/recorded-run';
import { units } from '@/content/manifest.generated';
import { fastPath } from '@/lib/course/fast-path';
import { highlight } from '@/lib/course/highlight';
import { courseMap } from '@/lib/course/map';
import { readUnit } from '@/lib/course/read-unit';
import { SITE_TITLE } from '@/lib/course/site';
import { sharedAs } from './shared-as';

/** The run that greets a visitor: the plainest case of a layer that holds the loop. */
const HERO = {
  unit: 'simple-async-middleware',
  example: 'holding-the-loop',
  file: 'middleware.py',
  culprit: 'time.sleep',
};

/** A module from its first definition on, without what it imports. */
function fromFirstDefinition(source: string): string {
  return source.slice(Math.max(source.search(/^(@|def |class |async def )/m), 0));
}

export const metadata: Metadata = sharedAs({
  path: '/',
  title: SITE_TITLE,
  description:
    'A course on async middleware in Django. Edit real middleware in the page, run it on real Django, and see on a timeline who held the event loop.',
});

export default async function LandingPage() {
  const [first] = units;
  const example = readUnit('content', HERO.unit).examples.find(({ name }) => name === HERO.example);
  const source = example?.scenario.files[HERO.file];
  if (!first || !example || source === undefined) {
    throw new Error(
      `content/${HERO.unit}/examples/${HERO.example}/${HERO.file} greets visitors and is missing.`,
    );
  }
  return (
    <>
      <Hero
        first={first}
        path={fastPath(units)}
        code={await highlight(fromFirstDefinition(source), 'python', HERO.culprit)}
        run={<RecordedFigure unitId={HERO.unit} example={example} />}
      />
      <Ways />
      <MapSection parts={courseMap(units)} />
    </>
  );
}
