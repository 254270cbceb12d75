/** Whether the reader asked their browser to spare data: then nothing is fetched that was not asked for. Browser only. */
export function sparesData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
