export function inlineScripts(html: string): string[];
export function policyFor(scripts: readonly string[]): string;
export function problemsOf(html: string): string[];
export function secure(html: string): string;
