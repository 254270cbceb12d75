/** How times are written for a reader: three significant digits, the unit that suits. */

const significant = (value: number): string => {
  const rounded = Number(value.toPrecision(3));
  return Math.abs(rounded) >= 100 ? String(Math.round(value)) : String(rounded);
};

/** A length of virtual time, given in microseconds: '850 µs', '1.5 ms', '200 ms', '1.25 s'. */
export function formatDuration(microseconds: number): string {
  const size = Math.abs(microseconds);
  if (size === 0) return '0 ms';
  if (size < 999.5) return `${significant(microseconds)} µs`;
  if (size < 999_500) return `${significant(microseconds / 1000)} ms`;
  return `${significant(microseconds / 1_000_000)} s`;
}

/** A difference with its sign, in microseconds: '−180 ms', '+2 ms', '±0'. */
export function formatDifference(microseconds: number): string {
  return signed(microseconds, formatDuration);
}

/** A difference between two counts with its sign: '−1', '+2', '±0'. */
export function formatCountDifference(count: number): string {
  return signed(count, String);
}

function signed(value: number, format: (size: number) => string): string {
  if (value === 0) return '±0';
  return `${value < 0 ? '−' : '+'}${format(Math.abs(value))}`;
}

/** A point in time as a ruler says it, exact enough to tell it from the next one `step` microseconds on. */
export function formatTick(microseconds: number, step: number): string {
  if (microseconds === 0) return '0 ms';
  const [unit, size] =
    microseconds >= 999_500 ? ['s', 1_000_000] : microseconds >= 999.5 ? ['ms', 1000] : ['µs', 1];
  const digits = Math.max(Math.ceil(Math.log10(size / step)), 0);
  return `${Number((microseconds / size).toFixed(digits))} ${unit}`;
}

/** "140 of 620 ms": where the playhead stands in a run, both in microseconds. */
export function formatProgress(now: number, duration: number): string {
  const [unit, size] = duration < 999_500 ? ['ms', 1000] : ['s', 1_000_000];
  const digits = unit === 's' ? 2 : duration < 20_000 ? 1 : 0;
  const write = (value: number) => String(Number((value / size).toFixed(digits)));
  return `${write(now)} of ${write(duration)} ${unit}`;
}

/** Joins words as a sentence does: 'A', 'A and B', 'A, B and C'. */
export function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
