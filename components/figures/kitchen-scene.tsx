/** The kitchen, drawn: one scene of it. Every part is placed by the scene, and nothing moves by itself. */
import type { CSSProperties } from 'react';
import { hue } from '@/components/timeline/placing';
import { formatDuration } from '@/lib/trace/duration';
import type { Helper, Order, Scene, Station } from '@/lib/trace/kitchen';
import { timeAtPosition } from '@/lib/trace/times';
import styles from './kitchen.module.css';
import { type KitchenRun, progressOf, servedAt } from './kitchen-model';

/** In units of the drawing, which is 420 wide. */
const WIDTH = 420;
const HEIGHT = 368;
/** Where people stand along the lower edge: waiters from the left, helpers up to the right. */
const WAITERS = { left: 14, width: 190 };
const HELPERS = { left: 220, width: 190 };
const OVEN_SLOTS = [
  [326, 142],
  [374, 142],
  [326, 194],
  [374, 194],
] as const;

type Spot = { readonly x: number; readonly y: number };

/** The middle of the `index`th of `count` places side by side. */
const along = (room: typeof WAITERS, index: number, count: number): number =>
  room.left + (room.width * (index + 0.5)) / Math.max(count, 1);

function spotOf(order: Order, scene: Scene): Spot {
  const { index } = order.group;
  const atWaiter = { x: along(WAITERS, index, scene.orders.length), y: 315 };
  const helper = scene.helpers.findIndex(({ thread }) => thread.id === order.thread?.id);
  const [ovenX, ovenY] = OVEN_SLOTS[index % OVEN_SLOTS.length] ?? OVEN_SLOTS[0];
  const spots: Readonly<Record<Station, Spot>> = {
    away: atWaiter,
    served: atWaiter,
    rail: { x: 34 + order.slot * 38, y: 56 },
    board: { x: 204, y: 174 },
    pot: { x: 72, y: 170 },
    oven: { x: ovenX, y: ovenY },
    helper: { x: along(HELPERS, Math.max(helper, 0), scene.helpers.length), y: 315 },
  };
  return spots[order.at];
}

export type KitchenSceneProps = {
  readonly kitchen: KitchenRun;
  readonly scene: Scene;
  /** The whole picture in words. */
  readonly label: string;
  /** Where the playhead stands: the clock and the rings follow it between two scenes. */
  readonly position: number;
};

export function KitchenScene({ kitchen, scene, label, position }: KitchenSceneProps) {
  const { timeline } = kitchen;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
      className={styles.scene}
      data-chef={scene.chef}
    >
      <rect className={styles.wall} x="1" y="1" width={WIDTH - 2} height={HEIGHT - 2} rx="12" />
      <path className={styles.floor} d="M1 252H419V356a12 12 0 0 1-12 12H13a12 12 0 0 1-12-12Z" />
      <Rail />
      <Clock time={timeAtPosition(timeline.times, position)} duration={timeline.times[timeline.end] ?? 0} />
      <ChefFigure />
      <Worktop />
      <Oven lit={scene.orders.some(({ at }) => at === 'oven')} />
      {scene.orders.map((order) => (
        <Waiter
          key={order.group.index}
          order={order}
          x={along(WAITERS, order.group.index, scene.orders.length)}
          served={order.at === 'served' ? servedAt(order) : null}
        />
      ))}
      <Counter room={WAITERS} label="waiters: requests" />
      {scene.helpers.map((helper, index) => (
        <HelperFigure
          key={helper.thread.id}
          helper={helper}
          x={along(HELPERS, index, scene.helpers.length)}
        />
      ))}
      <Counter
        room={HELPERS}
        label={scene.helpers.length > 0 ? 'helpers: threads' : 'no helper in this run'}
        idle={scene.helpers.length === 0}
      />
      {scene.orders.map((order) => (
        <Dish
          key={order.group.index}
          order={order}
          spot={spotOf(order, scene)}
          progress={progressOf(timeline, order, position)}
        />
      ))}
    </svg>
  );
}

/** What a request is, wherever it stands: a plate with its letter, and a ring that closes while it stays. */
function Dish({
  order,
  spot,
  progress,
}: {
  readonly order: Order;
  readonly spot: Spot;
  readonly progress: number;
}) {
  const place = {
    '--hue': hue(order.group.index),
    transform: `translate(${Math.round(spot.x)}px, ${spot.y}px)`,
  } as CSSProperties;
  return (
    <g className={styles.dish} data-at={order.at} style={place}>
      <path className={styles.clip} d="M0-26v14" />
      <circle className={styles.plate} r="13" />
      <circle
        className={styles.ring}
        r="17"
        pathLength={1}
        strokeDasharray={`${progress.toFixed(3)} 1`}
        transform="rotate(-90)"
      />
      <text className={styles.letter} y="5">
        {order.group.request?.id}
      </text>
    </g>
  );
}

function Rail() {
  return (
    <g>
      <text className={styles.label} x="16" y="20">
        rail: ready
      </text>
      <path className={styles.rail} d="M16 30H214" />
    </g>
  );
}

function Clock({ time, duration }: { readonly time: number; readonly duration: number }) {
  const angle = duration === 0 ? 0 : (time / duration) * 330;
  return (
    <g transform="translate(250 40)">
      <circle className={styles.thing} r="22" />
      <path className={styles.detail} d="M0-18v3M18 0h-3M0 18v-3M-18 0h3" />
      <path className={styles.hand} d="M0 0V-14" transform={`rotate(${angle.toFixed(1)})`} />
      <text className={styles.label} y="38" textAnchor="middle">
        {formatDuration(Math.round(time / 1000) * 1000)}
      </text>
    </g>
  );
}

function ChefFigure() {
  return (
    <g className={styles.person}>
      <path d="M104 200C104 168 112 150 138 150s34 18 34 50Z" />
      <path className={styles.scarf} d="M126 149q12 10 24 0l-4 10h-16Z" />
      <circle cx="138" cy="126" r="19" />
      <g className={styles.eyes}>
        <circle cx="131" cy="125" r="2" />
        <circle cx="145" cy="125" r="2" />
      </g>
      <path className={styles.mouth} data-of="rests" d="M132 135q6 4 12 0" />
      <path className={styles.mouth} data-of="cooks" d="M133 136h10" />
      <path className={styles.mouth} data-of="stares" d="M128 137h8" />
      <path d="M120 113c-12-2-12-18 2-20 2-12 30-12 32 0 14 2 14 18 2 20Z" />
      <path className={styles.detail} d="M121 107h34" />
      <Arms of="rests" left={[108, 191, -7]} right={[168, 191, 7]} />
      <Arms of="cooks" left={[158, 189, -12]} right={[188, 184, 6]} />
      <Arms of="stares" left={[106, 184, -8]} right={[128, 188, 4]} />
    </g>
  );
}

/** Where a hand is, and how far the elbow stands out. */
type Reach = readonly [x: number, y: number, elbow: number];

function Arms({
  of,
  left,
  right,
}: {
  readonly of: Scene['chef'];
  readonly left: Reach;
  readonly right: Reach;
}) {
  return (
    <g className={styles.arms} data-of={of}>
      {[left, right].map(([x, y, elbow], side) => {
        const shoulder = side === 0 ? 114 : 162;
        return (
          <g key={shoulder}>
            <path d={`M${shoulder} 164Q${(shoulder + x) / 2 + elbow} ${(164 + y) / 2 + 6} ${x} ${y}`} />
            <circle cx={x} cy={y} r="4.5" />
          </g>
        );
      })}
    </g>
  );
}

function Worktop() {
  return (
    <g>
      <path className={styles.thing} d="M30 206H264V252H30Z" />
      <path className={styles.top} d="M20 196H274V206H20Z" />
      <path className={styles.wood} d="M176 190H232V196H176Z" />
      <g className={styles.stove}>
        <path className={styles.flame} d="M58 195q2-7 6-1q3-9 8 0q5-9 8 0q4-6 6 1" />
        <path className={styles.pot} d="M46 158H98V182a8 8 0 0 1-8 8H54a8 8 0 0 1-8-8Z" />
        <path className={styles.pot} d="M40 164h6M98 164h6" />
        <path
          className={styles.steam}
          d="M58 148q-4-6 0-11t0-11M72 148q-4-6 0-11t0-11M86 148q-4-6 0-11t0-11"
        />
      </g>
      <text className={styles.label} x="147" y="234" textAnchor="middle">
        chef: the event loop
      </text>
    </g>
  );
}

function Oven({ lit }: { readonly lit: boolean }) {
  return (
    <g>
      <text className={styles.label} x="350" y="64" textAnchor="middle">
        oven: awaiting
      </text>
      <rect className={styles.thing} x="294" y="74" width="112" height="178" rx="6" />
      <path className={styles.detail} d="M294 100H406" />
      <circle className={styles.detail} cx="312" cy="87" r="4.5" />
      <circle className={styles.detail} cx="330" cy="87" r="4.5" />
      <path className={styles.detail} d="M352 87h40" />
      <rect
        className={styles.glass}
        data-lit={lit || undefined}
        x="302"
        y="108"
        width="96"
        height="112"
        rx="5"
      />
      <path className={styles.detail} d="M302 162H398M302 214H398" />
      <path className={styles.rail} d="M316 236H384" />
    </g>
  );
}

function Waiter({
  order,
  x,
  served,
}: {
  readonly order: Order;
  readonly x: number;
  readonly served: number | null;
}) {
  const place = { '--hue': hue(order.group.index) } as CSSProperties;
  return (
    <g className={styles.waiter} data-at={order.at} style={place} transform={`translate(${x.toFixed(1)} 12)`}>
      <path d="M-17 320c0-24 5-33 17-33s17 9 17 33Z" />
      <circle cx="0" cy="274" r="11.5" />
      <path className={styles.bow} d="M-6 288l6 3 6-3v6l-6-3-6 3Z" />
      <circle className={styles.eye} cx="-4" cy="273" r="1.4" />
      <circle className={styles.eye} cx="4" cy="273" r="1.4" />
      <path className={styles.detail} d={served === null ? 'M-3 280h6' : 'M-4 279q4 4 8 0'} />
      <text className={styles.letter} y="311">
        {order.group.request?.id}
      </text>
      {served !== null && (
        <text className={styles.time} y="258" textAnchor="middle">
          {formatDuration(Math.round(served / 1000) * 1000)}
        </text>
      )}
    </g>
  );
}

function HelperFigure({ helper, x }: { readonly helper: Helper; readonly x: number }) {
  const place = { '--hue': hue(helper.group) } as CSSProperties;
  return (
    <g
      className={styles.helper}
      data-doing={helper.doing}
      style={place}
      transform={`translate(${x.toFixed(1)} 12)`}
    >
      <path d="M-17 320c0-24 5-33 17-33s17 9 17 33Z" />
      <circle cx="0" cy="274" r="11.5" />
      <path d="M-12 271c0-16 24-16 24 0Z" />
      <circle className={styles.eye} cx="-4" cy={helper.doing === 'works' ? 277 : 275} r="1.4" />
      <circle className={styles.eye} cx="4" cy={helper.doing === 'works' ? 277 : 275} r="1.4" />
      <text className={styles.time} y="256" textAnchor="middle">
        {helper.doing === 'waits' ? `${helper.thread.name} waits` : helper.thread.name}
      </text>
    </g>
  );
}

function Counter({
  room,
  label,
  idle = false,
}: {
  readonly room: typeof WAITERS;
  readonly label: string;
  readonly idle?: boolean;
}) {
  const { left, width } = room;
  return (
    <g className={idle ? styles.idle : undefined}>
      <path className={styles.top} d={`M${left} 329H${left + width}V337H${left}Z`} />
      <text className={styles.label} x={left + width / 2} y="355" textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
