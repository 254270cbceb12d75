/** Wording that verdicts share. */

/** '1 hop', '2 hops'. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** 'once', 'twice', '5 times'; 'never' for 0. */
export function times(count: number): string {
  return ['never', 'once', 'twice'][count] ?? `${count} times`;
}

/** An id from words: 'Before view' becomes 'before-view'. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** An error as Python names it, without a full stop, for the middle of a sentence. */
export function errorWords({ type, message }: { readonly type: string; readonly message: string }): string {
  return message === '' ? type : `${type}: ${message.replace(/\.$/, '')}`;
}
