/** What a scene of the kitchen says: once in the kitchen's words, once in those of the run. */
import { list } from './duration';
import type { Helper, Order, Scene, Station } from './kitchen';
import { layerWords, placeWords, threadName } from './words';

export type SceneWords = {
  /** 'The chef puts order A into the oven, sets a timer and turns away.' */
  readonly kitchen: string;
  /** 'Request A is suspended at its await: line 12 of middleware.py, asyncio.sleep(0.12).' */
  readonly run: string;
};

/** What has changed since the scene before; for the first scene, what there is to begin with. */
export function sceneWords(scene: Scene, before: Scene | null): SceneWords {
  const moved = scene.orders.filter(({ at }, index) => at !== (before?.orders[index]?.at ?? 'away'));
  const told = moved.map((order) => {
    const was = before?.orders[scene.orders.indexOf(order)];
    return moveWords(order, was?.at ?? 'away', scene);
  });
  const [first] = told;
  if (first === undefined) {
    return { kitchen: 'The kitchen is open, and nobody has ordered yet.', run: 'No request has come in.' };
  }
  return {
    kitchen: [...told.map(({ kitchen }) => kitchen), waitingWords(scene)].filter(Boolean).join(' '),
    run: told.map(({ run }) => run).join(' '),
  };
}

/** Who waits for no other reason than that the chef stares at a pot. */
function waitingWords({ chef, orders }: Scene): string {
  const waiting = orders.filter(({ at }) => at === 'rail').map(nameOf);
  if (chef !== 'stares' || waiting.length === 0) return '';
  return `${list(waiting)} ${waiting.length > 1 ? 'hang' : 'hangs'} on the rail, and nobody looks.`;
}

const nameOf = ({ group }: Order): string => group.request?.id ?? '?';

/** 'line 12 of middleware.py', or nothing where the run does not say. */
const at = ({ place }: Order): string => (place ? `, ${placeWords(place)}` : '');
const inLayer = ({ layer }: Order): string => (layer ? ` in ${layerWords(layer)}` : '');

function moveWords(order: Order, from: Station, scene: Scene): SceneWords {
  const name = nameOf(order);
  switch (order.at) {
    case 'away':
      return { kitchen: `Nobody has ordered ${name} yet.`, run: `Request ${name} has not come in.` };
    case 'rail':
      return railWords(order, from, scene);
    case 'board':
      return boardWords(order, from);
    case 'pot':
      return {
        kitchen: `The chef puts ${name} on the stove, and stares at the pot.`,
        run: `Request ${name} blocks the loop${inLayer(order)}${at(order)}. Nobody else can run.`,
      };
    case 'oven':
      return ovenWords(order, scene);
    case 'helper':
      return {
        kitchen: `The chef hands ${name} to a helper, and turns away.`,
        run: `The call goes to ${threadName(order.thread ?? undefined)}. On the loop, the request is suspended until it comes back.`,
      };
    case 'served':
      return {
        kitchen: `${name} is done, and goes out to the waiter.`,
        run: `Request ${name} has come out of the outermost layer. Its response goes out.`,
      };
  }
}

function railWords(order: Order, from: Station, { chef }: Scene): SceneWords {
  const name = nameOf(order);
  if (from === 'away') {
    return {
      kitchen: `A waiter brings order ${name}. It hangs on the rail.`,
      run: `Request ${name} has come in. It could run, as soon as the loop is free.`,
    };
  }
  return {
    kitchen: `${name} could go on${chef === 'rests' ? '.' : ', but the chef’s hands are full.'}`,
    run: `Request ${name} is ready, and waits for the loop.`,
  };
}

const TAKEN_FROM: Readonly<Partial<Record<Station, string>>> = {
  oven: 'The timer rings, and the chef takes NAME out of the oven.',
  helper: 'The helper brings NAME back, and the chef goes on with it.',
  pot: 'The pot has boiled at last, and the chef goes on with NAME.',
};

function boardWords(order: Order, from: Station): SceneWords {
  const name = nameOf(order);
  const kitchen = TAKEN_FROM[from] ?? 'The chef takes up order NAME.';
  return {
    kitchen: kitchen.replace('NAME', name),
    run: `The loop runs request ${name}${inLayer(order)}${at(order)}.`,
  };
}

function ovenWords(order: Order, { helpers }: Scene): SceneWords {
  const name = nameOf(order);
  const helper = helpers.find(({ doing, group }) => doing === 'waits' && group === order.group.index);
  const idle = helper ? ` Its helper, ${helper.thread.name}, waits beside it with empty hands.` : '';
  return {
    kitchen: `The chef puts ${name} into the oven, sets a timer and turns away.${idle}`,
    run: `Request ${name} is suspended at its await${at(order)}${order.what ? ` (${order.what})` : ''}. The loop is free.`,
  };
}

/** One part of the picture: what it is called, what it stands for, and what it does in this scene. */
export type Part = { readonly name: string; readonly meaning: string; readonly now: string };

/** Every part of the picture, in the order in which an order meets them. */
export function partsOf(scene: Scene): readonly Part[] {
  const standing = (station: Station): string => {
    const names = scene.orders.filter((order) => order.at === station).map(nameOf);
    return names.length === 0 ? 'nobody' : list(names);
  };
  return [
    {
      name: 'The waiters',
      meaning: 'the requests: each waits for one answer',
      now: servedNow(scene),
    },
    {
      name: 'The rail',
      meaning: 'the ready queue: who could run if the loop were free',
      now: standing('rail'),
    },
    {
      name: 'The chef',
      meaning: 'the event loop: one thread, one order at a time',
      now: CHEF_NOW[scene.chef].replace('NAME', standing(scene.chef === 'stares' ? 'pot' : 'board')),
    },
    {
      name: 'The oven',
      meaning: 'awaiting: the chef is free, the timer calls',
      now: standing('oven'),
    },
    {
      name: 'The pot',
      meaning: 'a blocking call on the loop: no timer, so somebody must look',
      now: standing('pot'),
    },
    {
      name: 'The helpers',
      meaning: 'worker threads: other hands, which can stare without harm',
      now: helpersNow(scene.helpers),
    },
  ];
}

function servedNow({ orders }: Scene): string {
  const served = orders.filter((order) => order.at === 'served').map(nameOf);
  const here = orders.filter((order) => order.at !== 'away' && order.at !== 'served').length;
  const waiting = here === 0 ? 'nobody waits' : `${here} ${here > 1 ? 'wait' : 'waits'}`;
  return served.length === 0 ? waiting : `${waiting}, ${list(served)} served`;
}

const CHEF_NOW: Readonly<Record<Scene['chef'], string>> = {
  rests: 'free: nothing to do',
  cooks: 'cooks NAME',
  stares: 'stares at the pot of NAME',
};

function helpersNow(helpers: readonly Helper[]): string {
  const works = helpers.filter(({ doing }) => doing === 'works').length;
  const waits = helpers.filter(({ doing }) => doing === 'waits').length;
  if (helpers.length === 0) return 'none in this run';
  if (works + waits === 0) return 'nobody works';
  return [works > 0 && `${works} at work`, waits > 0 && `${waits} only waiting`].filter(Boolean).join(', ');
}
