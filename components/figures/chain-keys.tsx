/** How to read the chain of awaits. */
export function ChainKeys({ request }: { readonly request: string }) {
  return (
    <ul className="grid gap-1.5 text-sm text-ink-soft">
      <li>
        The chain of request {request}, from the server’s task at the top to what is awaited at the bottom.
      </li>
      <li>
        Links that are there now are drawn firmly; those that are not yet there, or there no more, are faint.
      </li>
      <li>
        A part with a <strong>double edge</strong> runs in a thread. A new task begins below it, where the
        chain comes back to the loop.
      </li>
    </ul>
  );
}
