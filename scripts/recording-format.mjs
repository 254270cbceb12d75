/** How a recorded run is written: a line per row of a table, so that a change reads as a change. */

const row = (value) => `    ${JSON.stringify(value)}`;

/** @param {object} trace plain JSON @returns {string} the same as text, always in the same form */
export function formatRecording(trace) {
  const entries = Object.entries(trace).map(([key, value]) => {
    const isTable = Array.isArray(value) && value.some((item) => typeof item === 'object');
    const text = isTable ? `[\n${value.map(row).join(',\n')}\n  ]` : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}
