// A lesson in the fragment of an address, so that it can be sent and kept. What comes out of
// an address can be anything: only what a lesson can have is taken from it.
'use strict';

(() => {
  const most = { text: 20000, list: 500, all: 1 << 20 };

  // Each takes what fits, or nothing.
  const text = (it) => (typeof it === 'string' ? it.slice(0, most.text) : undefined);
  const number = (it) => (typeof it === 'number' && Number.isSafeInteger(it) ? it : undefined);
  const yes = (it) => (it === true ? true : undefined);
  const one = (...words) => (it) => (words.includes(it) ? it : undefined);
  const either = (...takes) => (it) => takes.map((take) => take(it)).find((found) => found !== undefined);
  const list = (take) => (it) => (Array.isArray(it) ? it.slice(0, most.list).map(take).filter((item) => item !== undefined) : undefined);
  const record = (keys) => (it) => {
    if (!it || typeof it !== 'object' || Array.isArray(it)) return undefined;
    const found = Object.entries(keys).map(([key, take]) => [key, Object.hasOwn(it, key) ? take(it[key]) : undefined]);
    return Object.fromEntries(found.filter(([, value]) => value !== undefined));
  };
  const texts = list(text);
  const lesson = record({
    id: text,
    title: text,
    for: text,
    minutes: either(number, text),
    question: text,
    intro: text,
    standards: list(either(text, record({ code: text, text }))),
    events: texts,
    vocabulary: list(record({ term: text, meaning: text })),
    activities: list(record({
      kind: one(
        'sequence', 'who-said-it', 'compare-reports', 'sourcing', 'planned-or-happened',
        'blank-timeline', 'significance', 'cause-or-just-before', 'questions',
      ),
      title: text,
      instructions: text,
      answer: text,
      minutes: either(number, text),
      events: texts,
      claims: texts,
      distractors: texts,
      columns: list(one('value', 'put-as', 'period', 'speaker', 'hedge', 'verb')),
      claim: text,
      from: text,
      to: text,
      choose: either(number, text),
      rubric: list(record({ criterion: text, levels: texts })),
      pairs: list(record({ before: text, after: text })),
      questions: list(record({
        ask: text,
        choices: list(either(text, record({ text, right: yes }))),
        answer: text,
        because: text,
        claims: texts,
      })),
    })),
    closing: text,
    citations: one('mla', 'apa', 'chicago'),
    seed: number,
  });
  const shaped = (it) => {
    const found = lesson(it);
    if (found?.activities) found.activities = found.activities.filter(({ kind }) => kind);
    return found ?? null;
  };

  const through = (bytes, stream) => new Blob([bytes]).stream().pipeThrough(stream);
  const gathered = async (stream) => {
    const parts = [];
    let length = 0;
    const reader = stream.getReader();
    for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
      length += value.length;
      // A few letters can unfold to more than there is memory.
      if (length > most.all) {
        reader.cancel().catch(() => {});
        throw new RangeError();
      }
      parts.push(value);
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };
  const encoded = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const decoded = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

  // `1z`: compressed; `1p`: as it is.
  const pack = async (it) => {
    const bytes = new TextEncoder().encode(JSON.stringify(shaped(it) ?? {}));
    if (!window.CompressionStream) return `1p${encoded(bytes)}`;
    return `1z${encoded(await gathered(through(bytes, new CompressionStream('deflate-raw'))))}`;
  };
  const unpack = async (packed) => {
    try {
      const [, way, rest] = `${packed}`.slice(0, most.all * 2).match(/^1([zp])([\w-]+)$/);
      const bytes = decoded(rest);
      const json = way === 'p' ? bytes : await gathered(through(bytes, new DecompressionStream('deflate-raw')));
      return shaped(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
    } catch {
      return null;
    }
  };

  Object.assign(window.dateline.lessonFile, { pack, shaped, unpack });
})();
