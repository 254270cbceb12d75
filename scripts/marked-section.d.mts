export function withSection(document: string, name: string, text: string): string;
export function writeSection(file: string, name: string, text: string): void;
