/** The middle of a set of measurements, and how far they lie apart. */

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** '1234 (1200–1300)': median and range of measurements in milliseconds. */
export function spread(values) {
  const whole = (value) => Math.round(value).toLocaleString('en');
  return `${whole(median(values))} (${whole(Math.min(...values))}–${whole(Math.max(...values))})`;
}
