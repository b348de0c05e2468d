// The light Markdown that teachers may type: paragraphs, lists, emphasis and links. What is
// shown while they type is what the page made from the file shows: anything else is text.
'use strict';

(() => {
  // What no text may hold goes; a text is not turned round by what cannot be seen.
  const clean = (text) => `${text ?? ''}`
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}|\p{Noncharacter_Code_Point}|\ufeff/gu, '');
  const turning = /[\u202a-\u202e\u2066-\u2069]/g;

  const isSpace = (char) => char === undefined || /\s/.test(char);
  const isEdge = (char) => isSpace(char) || (char !== '*' && /[!-/:-@[-`{-~\p{P}]/u.test(char));
  // The characters beside a place, those of two halves whole.
  const before = (text, at) => [...text.slice(Math.max(at - 2, 0), at)].at(-1);
  const after = (text, at) => [...text.slice(at, at + 2)][0];

  const marks = /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\\[\]])+)\]\(((?:https?:\/\/|mailto:)(?:[^\s<>()\\]|\\&|\((?:[^\s<>()\\]|\\&)*\))+)\)|(\*+)/giu;
  // Texts, links, and stars that may open or close emphasis.
  const tokensOf = (text) => {
    const tokens = [];
    let end = 0;
    for (const match of text.matchAll(marks)) {
      const [all, escaped, label, href, stars] = match;
      if (match.index > end) tokens.push({ text: text.slice(end, match.index) });
      end = match.index + all.length;
      if (escaped) tokens.push({ text: escaped });
      else if (stars) {
        const [left, right] = [before(text, match.index), after(text, end)];
        tokens.push({
          text: stars,
          count: stars.length,
          opens: isEdge(left) && !isSpace(right),
          closes: isEdge(right) && !isSpace(left),
        });
      } else if (label.trim()) tokens.push({ label, href: href.replaceAll('\\&', '&') });
      else tokens.push({ text: all });
    }
    if (end < text.length) tokens.push({ text: text.slice(end) });
    return tokens;
  };
  const names = { 1: 'em', 2: 'strong' };
  const build = (tokens, within) => {
    const nodes = [];
    const add = (text) => {
      if (typeof nodes.at(-1) === 'string') nodes.push(nodes.pop() + text);
      else nodes.push(text);
    };
    const hopeless = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const { text, count, opens, label, href } = tokens[at];
      const name = names[count];
      let end = 0;
      if (name && opens && !within.includes(name) && !hopeless[count]) {
        end = at + 2;
        while (end < tokens.length && !(tokens[end].count === count && tokens[end].closes)) end += 1;
        // Where there is none from here on, there is none further on.
        hopeless[count] = end >= tokens.length;
      }
      if (end && !hopeless[count]) {
        nodes.push({ [name]: build(tokens.slice(at + 1, end), [...within, name]) });
        at = end;
      } else if (label) nodes.push({ a: build(tokensOf(label), []), href });
      else add(text);
    }
    return nodes;
  };
  const inline = (lines) => build(tokensOf(
    lines.join('\n').replace(/(?<!\\)((?:\\\\)*)\\\n/g, '$1 ').replace(/[ \n]+/g, ' ').trim(),
  ), []);

  const blocks = (text) => {
    const found = [];
    let open = false;
    for (const raw of clean(text).replace(turning, '').split('\n')) {
      const line = raw.replaceAll('\t', ' ').trim();
      const last = found.at(-1);
      const [, bullet] = line.match(/^[-+*•] +(.+)$/) ?? [];
      const [, number, item] = line.match(/^(\d{1,9})[.)] +(.+)$/) ?? [];
      const lists = bullet ? 'ul' : item && (last?.ol || Number(number) === 1) ? 'ol' : null;
      if (lists && last?.[lists]) last[lists].push([bullet ?? item]);
      else if (lists) found.push({ [lists]: [[bullet ?? item]] });
      else if (line && open) (last.p ?? (last.ul ?? last.ol).at(-1)).push(line);
      else if (line) found.push({ p: [line] });
      open = line !== '';
    }
    return found.map(({ p, ul, ol }) =>
      (p ? { p: inline(p) } : ul ? { ul: ul.map(inline) } : { ol: ol.map(inline) }));
  };

  const escaped = (text, first) => {
    const safe = text
      .replace(/[\\`*[\]]/g, '\\$&')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&');
    if (!first) return safe;
    return safe.replace(/^(?:#{1,6}(?= |$)|>|[-+](?= |$)|-(?=[- ]+$)|~{3}|=(?==*$))/, '\\$&')
      .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
  };
  const written = (nodes, start = true) => nodes.map((node, place) => {
    if (typeof node === 'string') {
      const safe = escaped(node, start && !place);
      // It would make an image of the link.
      return nodes[place + 1]?.a ? safe.replace(/!$/, '\\!') : safe;
    }
    if (node.a) return `[${written(node.a, false)}](${node.href.replace(/&(?=#?\w+;)/g, '\\&')})`;
    const star = node.em ? '*' : '**';
    return star + written(node.em ?? node.strong, false) + star;
  }).join('');
  // Lines are broken before letters alone: nothing that begins with one means anything.
  const wrapped = (text, head, width = 120) => {
    const lines = [];
    for (const word of text.split(/ (?=\p{L})/u)) {
      const line = lines.at(-1);
      if (line !== undefined && head.length + line.length + word.length < width) lines.push(`${lines.pop()} ${word}`);
      else lines.push(word);
    }
    return lines.map((line, number) => (number ? ' '.repeat(head.length) : head) + line).join('\n');
  };
  const markdown = (text) => blocks(text).map(({ p, ul, ol }) => {
    if (p) return wrapped(written(p), '');
    return (ul ?? ol).map((item, number) => wrapped(written(item), ul ? '- ' : `${number + 1}. `)).join('\n');
  }).join('\n\n');

  (window.dateline ??= {}).lessonFile = { blocks, clean, markdown, turning };
})();
