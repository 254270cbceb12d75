/**
 * The parts of BENCHMARKS.md that commands write: each between `<!-- name -->` and `<!-- /name -->`, so that
 * one command leaves alone what another wrote.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * The document with `text` as its section `name`; everything else as it is.
 * @param {string} document
 * @param {string} name
 * @param {string} text
 * @returns {string}
 * @throws when the document does not hold the two markers
 */
export function withSection(document, name, text) {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = document.indexOf(open) + open.length;
  const end = document.indexOf(close);
  if (start < open.length || end < start) throw new Error(`No section between ${open} and ${close}.`);
  return `${document.slice(0, start)}\n\n${text.trim()}\n\n${document.slice(end)}`;
}

/** Writes a section of a file, which must hold its markers. */
export function writeSection(file, name, text) {
  writeFileSync(file, withSection(readFileSync(file, 'utf8'), name, text));
}
