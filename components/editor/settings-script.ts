/** What of the editor's settings must hold before the first paint, so that nothing moves. */
import { SIZES } from '@/lib/editor/settings';

/** In the browser's storage and in the record. */
export const SETTINGS_KEY = 'editor-settings';

/** Runs inline on every page, and so is written small; `applySettings` says the same for later. */
export const settingsScript = `try{const e=JSON.parse(localStorage.getItem('${SETTINGS_KEY}'))||{},d=document.documentElement,z=e.size,s=(n,v)=>d.style.setProperty('--editor-'+n,v);if(${JSON.stringify(SIZES)}.includes(z)){s('size',z+'px');s('scale',z/16);s('line',Math.round(z*1.75)+'px')}if(e.font==='browser')s('font','monospace');if(e.wrap===true)d.dataset.codeWraps=''}catch{}`;
