/** The chain of awaits, outermost link first: what is there is drawn firm, what is not yet or no more there faintly. */
import { hue } from '@/components/timeline/placing';
import type { AwaitChain, ChainLink, ChainSegment } from '@/lib/trace/await-chain';
import { isMachinery, isOwn, linkWords, partsThere, segmentWords } from '@/lib/trace/await-chain-words';
import { formatDuration } from '@/lib/trace/duration';
import { capitalise, STATE_WORDS } from '@/lib/trace/words';
import styles from './chain.module.css';

export function ChainPicture({
  chain,
  whole,
  all,
  index,
}: {
  readonly chain: AwaitChain;
  readonly whole: AwaitChain;
  /** With the frames of Django and of the libraries. */
  readonly all: boolean;
  /** Of the request among those of the run. */
  readonly index: number;
}) {
  const known = partsThere(chain, whole);
  const drawn = known === null ? chain : whole;
  const there = known ?? Number.POSITIVE_INFINITY;
  const starts = drawn.segments.map((_, depth) =>
    drawn.segments.slice(0, depth).reduce((sum, { links }) => sum + links.length + 1, 0),
  );
  return (
    <ol
      className={styles.chain}
      style={{ '--hue': hue(index) } as React.CSSProperties}
      data-state={chain.state}
    >
      {drawn.segments.map((segment, depth) => (
        <Segment
          // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the chain
          key={depth}
          segment={segment}
          there={there - (starts[depth] ?? 0)}
          all={all}
        />
      ))}
      <Leaf chain={chain} />
    </ol>
  );
}

/** `there`: how many of its parts are in the chain now, its own head being the first. */
function Segment({
  segment,
  there,
  all,
}: {
  readonly segment: ChainSegment;
  readonly there: number;
  readonly all: boolean;
}) {
  const { kind, bridge, links } = segment;
  const shown = links
    .map((link, index) => ({ link, isThere: index + 1 < there }))
    .filter(({ link }) => isOwn(link) || (all && !isMachinery(link)));
  return (
    <li className={styles.segment} data-kind={kind} data-there={there > 0 || undefined}>
      {bridge && (
        <p className={styles.bridge}>
          {bridge.direction === 'to-thread'
            ? 'sync_to_async, over the bridge to a thread'
            : 'async_to_sync, over the bridge to the loop'}
        </p>
      )}
      <p className={styles.head}>{capitalise(segmentWords(segment))}</p>
      {shown.length > 0 && (
        <ol>
          {shown.map(({ link, isThere }, index) => (
            <Link
              // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place in the chain
              key={index}
              link={link}
              isThere={isThere}
              verb={kind === 'task' ? 'awaits' : index === shown.length - 1 ? 'waits' : 'calls'}
            />
          ))}
        </ol>
      )}
    </li>
  );
}

function Link({
  link,
  isThere,
  verb,
}: {
  readonly link: ChainLink;
  readonly isThere: boolean;
  readonly verb: 'awaits' | 'calls' | 'waits';
}) {
  const { place, source } = link;
  const [name, within] = shortName(linkWords(link));
  return (
    <li className={styles.link} data-own={isOwn(link) || undefined} data-there={isThere || undefined}>
      <span className={styles.name}>{name}</span>{' '}
      <span className={styles.place}>{place ? `${place.file}, line ${place.line}` : (within ?? source)}</span>
      <span className={styles.verb}>{verb}</span>
      {!isThere && <span className="sr-only">not there now</span>}
    </li>
  );
}

/** The name of a function, and the one it is defined in: 'inner', 'in convert_exception_to_response'. */
function shortName(qualified: string): readonly [name: string, within: string | undefined] {
  const [outer, inner] = qualified.split('.<locals>.');
  return inner === undefined ? [qualified, undefined] : [inner, `in ${outer}`];
}

/** What the innermost link waits for, or does. */
function Leaf({ chain: { state, waitsFor } }: { readonly chain: AwaitChain }) {
  const words =
    state === 'absent'
      ? 'not here yet'
      : state === 'suspended'
        ? (waitsFor?.what ?? 'something')
        : STATE_WORDS[state];
  const until =
    state === 'suspended' && waitsFor?.until != null ? `until ${formatDuration(waitsFor.until)}` : '';
  return (
    <li className={styles.leaf} data-state={state}>
      <span className={styles.name}>{words}</span> <span className={styles.place}>{until}</span>
    </li>
  );
}
