/**
 * Puts an exported page into the order in which a file is best read.
 *
 * Next writes pages as if it streamed them: large parts come last, hidden, with a script that moves each to
 * its place, and the payload for React comes in hundreds of scripts. In a file nothing is gained by that,
 * and a reader without JavaScript would never see those parts. Here they are put where they belong.
 */

const PLACE = /<!--\$\?--><template id="B:(\w+)"><\/template><!--\/\$-->/g;
const PAYLOAD = /<script>(self\.__next_f\.push\((?:(?!<\/script>)[\s\S])*)<\/script>/g;
const PAYLOAD_RUN = new RegExp(`(?:${PAYLOAD.source})+`, 'g');
/** A piece as Next writes it, in JSON; those of kind 1 are consecutive pieces of one text. */
const PIECE = /^self\.__next_f\.push\((\[1,".*"\])\)$/;
/** What ends a template or a script, or is not kept as it is; with the backslashes before it, which would escape it. */
const UNSAFE = /\\*(?:`|\$\{|<(?=!--|\/?script)|[\r\0])|\\+$/gi;

/** Does what React's `$RC(place, part)` would do in the browser: the boundary is then a completed one. */
export function settleBoundaries(html) {
  let settled = html;
  // A part may hold places itself, so each is looked up in the page as it is by then.
  for (let place = PLACE.exec(settled); place !== null; place = PLACE.exec(settled)) {
    PLACE.lastIndex = 0;
    const [marker, id] = place;
    const part = new RegExp(
      `<div hidden id="S:${id}">([\\s\\S]*?)</div><script>(?:(?!</script>)[\\s\\S])*?\\$RC\\("B:${id}","S:${id}"\\)</script>`,
    ).exec(settled);
    if (part === null) throw new Error(`The part for the place B:${id} is not where React puts it.`);
    settled = settled.replace(part[0], () => '').replace(marker, () => `<!--$-->${part[1]}<!--/$-->`);
  }
  return settled;
}

/**
 * One script in place of all those that stand side by side; the policy needs a hash for each that is left. Its text is
 * a raw template and not JSON: the payload repeats the page's own code and prose, and without escapes a compressor
 * finds them there again, which makes a lesson a kilobyte or two lighter.
 */
export function joinScripts(html) {
  return html.replace(PAYLOAD_RUN, (run) => {
    const sources = [...run.matchAll(PAYLOAD)].map(([, source]) => source);
    const texts = sources.map((source) => PIECE.exec(source)?.[1]).filter((piece) => piece !== undefined);
    // Written by us already, or of a kind that we do not know.
    if (texts.length < sources.length) return `<script>${sources.join(';')}</script>`;
    const text = texts.map((piece) => JSON.parse(piece)[1]).join('');
    return `<script>self.__next_f.push([1,${rawTemplate(text)}])</script>`;
  });
}

/** JavaScript of this text, to stand in a script of a page. */
function rawTemplate(text) {
  return `String.raw\`${text.replace(UNSAFE, (unsafe) => `\${${JSON.stringify(unsafe)}}`)}\``;
}
