/** Lets the browser save something under a name. It is made in the page, and sent nowhere. */
export function offerFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The download has its own hold on the blob once the click is through.
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
