/** The marks of one row: shape tells the state, hue only the request. */
import type { CSSProperties } from 'react';
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import type { Mark, Shape, Sign } from './figure-model';
import { BlockingSign } from './icons';
import styles from './marks.module.css';
import { HUES, hue, percent } from './placing';

/** Vertical place of each shape in its bar, as [y, height] in percent of the bar's height. */
export const EXTENT: Readonly<Record<Shape, readonly [y: number, height: number]>> = {
  running: [0, 100],
  callback: [30, 40],
  blocking: [0, 100],
  ready: [12, 76],
  suspended: [30, 40],
  queued: [84, 24],
  'in-thread': [0, 72],
  ghost: [15, 70],
  held: [0, 72],
  framework: [38, 24],
  mixed: [0, 100],
};

/** A turn of two microseconds still happened: it keeps a sliver, as a fraction of what is looked at. */
export const NARROWEST: Partial<Record<Shape, number>> = {
  running: 0.002,
  blocking: 0.002,
  callback: 0.001,
  'in-thread': 0.002,
};

/** The loop's work has square shoulders, a thread's is a pill. In pixels. */
export const RADIUS: Partial<Record<Shape, number>> = { suspended: 2, 'in-thread': 7, queued: 3, held: 7 };

/** Patterns for the suspended, one for each hue that a figure needs. */
export function Hatches({ id, groups }: { readonly id: string; readonly groups: number }) {
  return (
    <svg width="0" height="0" className="absolute" aria-hidden="true">
      <defs>
        {Array.from({ length: Math.min(groups, HUES) }, (_, group) => (
          <pattern
            // The hues never change places.
            key={hue(group)}
            id={`${id}-hatch-${group}`}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
            style={{ '--hue': hue(group) } as CSSProperties}
          >
            <line x1="0" y1="0" x2="0" y2="5" className={styles.hatch} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

type BarsProps = {
  readonly marks: readonly Mark[];
  readonly scale: Scale;
  /** What is looked at, as a share of what is drawn. */
  readonly looked?: number;
  readonly id: string;
  readonly signs?: readonly Sign[];
  readonly life?: { readonly from: number; readonly to: number } | null;
  readonly group?: number;
  /** Draws the line of an idle loop behind the marks. */
  readonly idle?: boolean;
};

export function Bars({
  marks,
  scale,
  looked = 1,
  id,
  signs = [],
  life = null,
  group = -1,
  idle = false,
}: BarsProps) {
  const at = (moment: number) => percent(fractionIn(scale, moment));
  return (
    <svg className={styles.bars} aria-hidden="true">
      {idle && <line x1="0" x2="100%" y1="50%" y2="50%" className={styles.idle} />}
      {life && (
        <line
          x1={at(life.from)}
          x2={at(life.to)}
          y1="50%"
          y2="50%"
          className={styles.life}
          style={{ '--hue': hue(group) } as CSSProperties}
        />
      )}
      {marks.map((mark) => (
        <Bar key={`${mark.shape}-${mark.from}`} mark={mark} scale={scale} looked={looked} id={id} />
      ))}
      {signs.map((sign) => (
        <SignMark key={`${sign.kind}-${sign.at}`} sign={sign} x={at(sign.at)} />
      ))}
    </svg>
  );
}

function Bar({
  mark,
  scale,
  looked,
  id,
}: {
  readonly mark: Mark;
  readonly scale: Scale;
  readonly looked: number;
  readonly id: string;
}) {
  const [y, height] = extentOf(mark);
  const left = fractionIn(scale, mark.from);
  const width = Math.max(fractionIn(scale, mark.to) - left, (NARROWEST[mark.shape] ?? 0) * looked);
  const fill = mark.shape === 'suspended' ? `url(#${id}-hatch-${mark.group % HUES})` : undefined;
  return (
    <rect
      className={`${styles.mark} ${styles[mark.shape]}`}
      style={{ '--hue': hue(mark.group), fill } as CSSProperties}
      x={percent(left)}
      width={percent(width)}
      y={`${y}%`}
      height={`${height}%`}
      rx={RADIUS[mark.shape] ?? 3}
      data-moment={mark.from}
      data-file={mark.place?.file}
      data-line={mark.place?.line}
    >
      <title>{mark.title}</title>
    </rect>
  );
}

/** A mixed mark is as high as its marks fill its width: twenty turns in an idle second are no busy second. */
export function extentOf({ shape, cover = 1 }: Mark): readonly [y: number, height: number] {
  const [y, height] = EXTENT[shape];
  return [y + (height * (1 - cover)) / 2, height * cover];
}

/** The words of the marks. They are HTML so that each shows itself only where it has room. */
export function Chips({ marks, scale }: { readonly marks: readonly Mark[]; readonly scale: Scale }) {
  return marks.map((mark) => {
    if (mark.chip === null && mark.shape !== 'blocking') return null;
    const left = fractionIn(scale, mark.from);
    const width = fractionIn(scale, mark.to) - left;
    return (
      <span
        key={`${mark.shape}-${mark.from}`}
        className={styles.chip}
        style={{ left: percent(left), width: percent(width) }}
      >
        <span className={styles.words} data-shape={mark.shape} data-letter={isLetter(mark.chip) || undefined}>
          {mark.shape === 'blocking' && <BlockingSign />}
          <ChipText text={mark.chip ?? ''} />
        </span>
      </span>
    );
  });
}

const isLetter = (chip: string | null): boolean => (chip?.length ?? 0) <= 2;

/** 'await · line 8', of which only the second half stays where room is short. */
function ChipText({ text }: { readonly text: string }) {
  const [first, second] = text.split(' · ');
  if (second === undefined) return <span className={styles.text}>{text}</span>;
  return (
    <>
      <span className={styles.roomy}>{first} · </span>
      {second}
    </>
  );
}

function SignMark({ sign, x }: { readonly sign: Sign; readonly x: string }) {
  const style = { '--hue': hue(sign.group) } as CSSProperties;
  // A nested svg gives the sign a coordinate system of its own at its percentage.
  return (
    <svg x={x} y="50%" overflow="visible" style={style} data-moment={sign.at} className={styles.mark}>
      <title>{sign.title}</title>
      {sign.kind === 'arrive' && (
        <path d="M-10 -5.5 L-1.5 0 L-10 5.5 Z" className={styles.sign} data-kind="arrive" />
      )}
      {sign.kind === 'response' && (
        <path d="M-5 0 L0 -5 L5 0 L0 5 Z" className={styles.sign} data-kind="response" />
      )}
      {sign.kind === 'error' && (
        <>
          <path d="M0 -8 L8 6 L-8 6 Z" className={styles.sign} data-kind="error" />
          <path d="M0 -3 L0 1 M0 3.6 L0 3.8" className={styles.glyph} />
        </>
      )}
      {sign.kind === 'cancelled' && (
        <>
          <circle r="7" className={styles.sign} data-kind="cancelled" />
          <path d="M-3 -3 L3 3 M3 -3 L-3 3" className={styles.glyph} />
        </>
      )}
    </svg>
  );
}
