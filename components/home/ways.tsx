/** What a reader does here, in three steps, each under the timeline's sign that fits it. */
import { Lane, type LaneState } from '@/components/ui/lane';

const ways: readonly { readonly sign: LaneState; readonly title: string; readonly text: string }[] = [
  {
    sign: 'ready',
    title: 'Place a bet',
    text: 'Each lesson asks before it tells. You commit to an answer; every option then gets its reason, and a run decides.',
  },
  {
    sign: 'suspended',
    title: 'Change the layer',
    text: 'The code on the page is yours to edit. CPython and unmodified Django run it in your browser; only threads and time are simulated.',
  },
  {
    sign: 'running',
    title: 'Step through the run',
    text: 'Forwards and backwards, one hand-over of the loop at a time. Exercises are judged by what the run did, never by how the code looks.',
  },
];

export function Ways() {
  return (
    <section aria-labelledby="ways" className="mt-24">
      <h2 id="ways" className="text-2xl font-[650] tracking-tight">
        How a lesson goes
      </h2>
      <ol className="mt-6 grid gap-x-12 gap-y-8 md:grid-cols-3">
        {ways.map(({ sign, title, text }) => (
          <li key={title} className="border-t border-line-strong pt-4">
            <Lane state={sign} />
            <h3 className="mt-3 font-semibold">{title}</h3>
            <p className="mt-1 text-ink-soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
