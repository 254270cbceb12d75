/**
 * After `next build`: settles every exported page and writes its Content-Security-Policy, first in <head>.
 *
 * A static host sends no headers, so the policy is a <meta>; it allows exactly the inline scripts that the
 * page carries, by their hashes. Running it twice changes nothing more.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, siteFolder } from './root.mjs';
import { joinScripts, settleBoundaries } from './settle-page.mjs';

const SCRIPT = /<script(\s[^>]*)?>([\s\S]*?)<\/script>/gi;
const FOREIGN = /<(?:script|link|img|iframe)[^>]*\s(?:src|href)="(?:https?:)?\/\/[^"]*"/gi;
/** Links that only name an address: nothing is fetched for them. */
const NAMED = /^<link rel="(?:canonical|alternate)"/i;
const META = /<meta http-equiv="Content-Security-Policy"[^>]*>/g;

/** Inline scripts of a page that a browser would run, in order. */
export function inlineScripts(html) {
  return [...html.matchAll(SCRIPT)]
    .filter(([, attributes = '']) => !/\ssrc=/i.test(attributes))
    .filter(([, attributes = '']) => !/\stype="?(application|importmap)/i.test(attributes))
    .map(([, , source]) => source);
}

/** The policy for a page that carries these inline scripts. */
export function policyFor(scripts) {
  const hashes = scripts.map((source) => `'sha256-${createHash('sha256').update(source).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...new Set(hashes)].join(' ')}`.trim(),
    // Shiki and Monaco colour by style attributes.
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    // The simulator's worker starts from a blob, so that it inherits this policy.
    "worker-src 'self' blob:",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What in a page its policy would stop: handlers in attributes, javascript: addresses, foreign scripts. */
export function problemsOf(html) {
  const markup = html.replace(SCRIPT, (_all, attributes = '') => `<script${attributes}></script>`);
  const problems = [];
  const handler = /<[a-z][^>]*\s(on[a-z]+)\s*=/i.exec(markup);
  if (handler) problems.push(`an inline handler, ${handler[1]}`);
  if (/(?:href|src)="\s*javascript:/i.test(markup)) problems.push('a javascript: address');
  const foreign = (markup.match(FOREIGN) ?? []).find((tag) => !NAMED.test(tag));
  if (foreign !== undefined) problems.push(`something from another host: ${foreign}`);
  if (!/<head>/.test(html)) problems.push('no <head> to put the policy in');
  return problems;
}

/** The page, settled, with its policy first in <head>; one that it has already is replaced. */
export function secure(html) {
  const bare = joinScripts(settleBoundaries(html.replace(META, '')));
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(inlineScripts(bare))}"/>`;
  return bare.replace('<head>', `<head>${meta}`);
}

function pagesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join(folder, name));
}

function secureExport(folder) {
  const pages = pagesIn(folder);
  if (pages.length === 0)
    throw new Error(`${relative(root, folder)} holds no pages: run \`next build\` first.`);
  for (const page of pages) {
    const html = readFileSync(page, 'utf8');
    const problems = problemsOf(html);
    if (problems.length > 0) throw new Error(`${relative(root, page)} holds ${problems.join('; ')}.`);
    writeFileSync(page, secure(html));
  }
  console.log(`A Content-Security-Policy for each of ${pages.length} pages.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    secureExport(siteFolder());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
