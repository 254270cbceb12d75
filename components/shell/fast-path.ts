/**
 * The fast path through the seven steps: whether the reader is on it, kept by this browser. Everything deeper
 * is then folded to one line.
 */

const KEY = 'path';

/** Runs inline before the first paint. Written small, because every page carries it. */
export const fastPathScript = `try{if(localStorage.getItem('${KEY}')==='fast')document.documentElement.dataset.path='fast'}catch{}`;

/** Runs inline inside each section off the fast path, before its content is there to be painted. */
export const foldScript = `if(document.documentElement.dataset.path==='fast')document.currentScript.parentElement.open=false`;
