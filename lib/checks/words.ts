/** Wording that verdicts share. */

/** Microseconds as milliseconds for reading: '200 ms', '0.35 ms'. */
export function milliseconds(microseconds: number): string {
  const value = microseconds / 1000;
  return `${value >= 10 ? Math.round(value) : Number(value.toPrecision(2))} ms`;
}

/** 'A', 'A and B', 'A, B and C'. */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** '1 hop', '2 hops'. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** 'once', 'twice', '5 times'; 'never' for 0. */
export function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

/** An id from words: 'Before view' becomes 'before-view'. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
