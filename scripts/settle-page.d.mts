export function settleBoundaries(html: string): string;
export function joinScripts(html: string): string;
