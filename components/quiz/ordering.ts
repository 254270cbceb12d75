/** Moving an item of an order question. An order holds ids; what is in none "never happens". */
import type { Choice } from './verdict';

export type Move = 'earlier' | 'later' | 'never' | 'back';

/** The order after a move of one item. */
export function moved(order: Choice, id: string, move: Move): Choice {
  const place = order.indexOf(id);
  if (move === 'never') return order.filter((other) => other !== id);
  if (move === 'back') return place < 0 ? [...order, id] : order;
  return placed(order, id, move === 'earlier' ? place - 1 : place + 1);
}

/** The order with the item at that place, counted from 0; unchanged where there is no such place. */
export function placed(order: Choice, id: string, place: number): Choice {
  const others = order.filter((other) => other !== id);
  if (place < 0 || place > others.length) return order;
  return others.toSpliced(place, 0, id);
}
