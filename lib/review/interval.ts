/** Intervals of review, in words. */
import { DAY } from './due';

const count = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? '' : 's'}`;

/** How long something lies away, from milliseconds: '5 hours', '2 days', '4 months'. Never nothing. */
export function intervalWords(milliseconds: number): string {
  const hours = Math.max(1, Math.round(milliseconds / (DAY / 24)));
  if (hours < 24) return count(hours, 'hour');
  const days = Math.round(milliseconds / DAY);
  if (days < 60) return count(days, 'day');
  const months = Math.round(days / 30);
  return months < 24 ? count(months, 'month') : count(Math.round(days / 365), 'year');
}

/** 'Two cards and a question' in figures: '2 cards and 1 question'. */
export function itemWords(items: readonly { readonly kind: 'card' | 'question' }[]): string {
  const cards = items.filter(({ kind }) => kind === 'card').length;
  const questions = items.length - cards;
  return [
    ...(cards > 0 ? [count(cards, 'card')] : []),
    ...(questions > 0 ? [count(questions, 'question')] : []),
  ].join(' and ');
}
