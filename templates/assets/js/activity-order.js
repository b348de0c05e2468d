// Cards that are put in the order of time: with buttons, with the arrow keys, or by dragging.
// `activity.js` gives them their frame.
'use strict';

(() => {
  const order = (box, changed, words, fill) => {
    const list = box.querySelector('.practice-cards');
    const dealt = [...list.children];
    const now = () => [...list.children];
    const numberOf = (card) => dealt.indexOf(card);
    const follows = dealt.map((card) => card.dataset.follows.split(' ').filter(Boolean).map(Number));
    // Whether the dates allow one order alone.
    const isOne = follows.flat().length === (dealt.length * (dealt.length - 1)) / 2;
    const part = (card, name) => card.querySelector(`.practice-${name}`);
    let all = false;
    let revealed = false;
    const draw = () => {
      const cards = now();
      cards.forEach((card, place) => {
        part(card, 'date').hidden = !(all || revealed);
        part(card, 'earlier').ariaDisabled = `${place === 0}`;
        part(card, 'later').ariaDisabled = `${place === cards.length - 1}`;
      });
      box.querySelector('.practice-answer').hidden = !revealed;
    };
    const clear = () => {
      all = false;
      for (const card of dealt) {
        card.classList.remove('is-right', 'is-wrong');
        part(card, 'verdict').textContent = '';
      }
    };
    const say = (card) => {
      const [place, total] = [now().indexOf(card) + 1, dealt.length];
      return fill(words.place, { card: part(card, 'title').textContent, place, total });
    };

    // A card changes places with its neighbour. It is the neighbour that is moved: what is
    // moved loses the focus.
    const swap = (card, step) => {
      const other = step < 0 ? card.previousElementSibling : card.nextElementSibling;
      if (!other) return false;
      if (step < 0) card.after(other);
      else card.before(other);
      return true;
    };
    const still = matchMedia('(prefers-reduced-motion: reduce)');
    const move = (card, step) => {
      const tops = new Map(now().map((it) => [it, it.getBoundingClientRect().top]));
      // At either end only the place is told.
      if (!swap(card, step)) return changed(say(card), true);
      clear();
      draw();
      if (!still.matches) {
        for (const [it, top] of tops) {
          const way = top - it.getBoundingClientRect().top;
          if (way) it.animate([{ translate: `0 ${way}px` }, { translate: '0 0' }], 160);
        }
      }
      card.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      changed(say(card));
    };
    list.addEventListener('click', ({ target }) => {
      const button = target.closest('button');
      if (button) move(button.closest('li'), button.matches('.practice-earlier') ? -1 : 1);
    });
    list.addEventListener('keydown', (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      const card = event.target.closest('li');
      if (!step || !card || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      move(card, step);
    });

    // Dragging: a finger takes a card by its grip, so that the page can be scrolled by the rest.
    let held;
    const follow = ({ clientY }) => {
      const { card } = held;
      card.style.translate = '';
      // It changes places where its edge comes past the middle of a neighbour.
      const [top, { height }] = [clientY - held.at, card.getBoundingClientRect()];
      const middle = (it) => {
        const own = it?.getBoundingClientRect();
        return own && own.top + own.height / 2;
      };
      while (top < middle(card.previousElementSibling)) swap(card, -1);
      while (top + height > middle(card.nextElementSibling)) swap(card, 1);
      card.style.translate = `0 ${clientY - held.at - card.getBoundingClientRect().top}px`;
    };
    const drop = (back) => {
      const { card, before } = held;
      held = undefined;
      card.style.translate = '';
      card.classList.remove('is-held');
      if (back) {
        const focused = document.activeElement;
        list.append(...before);
        focused.focus({ preventScroll: true });
      }
      if (before.some((it, place) => it !== list.children[place])) {
        clear();
        draw();
        changed(say(card));
      }
    };
    list.addEventListener('pointerdown', (event) => {
      const { target, pointerType, clientY, button, pointerId } = event;
      const card = target.closest('li');
      if (held || button || !card || target.closest('button')) return;
      if (pointerType !== 'mouse' && !target.closest('.practice-grip')) return;
      event.preventDefault();
      held = { card, pointerId, before: now(), at: clientY - card.getBoundingClientRect().top };
      card.classList.add('is-held');
      list.setPointerCapture(pointerId);
    });
    list.addEventListener('pointermove', (event) => {
      if (event.pointerId !== held?.pointerId) return;
      const edge = 48;
      if (event.clientY < edge) scrollBy({ top: event.clientY - edge, behavior: 'instant' });
      if (event.clientY > innerHeight - edge) scrollBy({ top: event.clientY - innerHeight + edge, behavior: 'instant' });
      follow(event);
    });
    for (const [name, back] of [['pointerup', false], ['pointercancel', true]]) {
      list.addEventListener(name, ({ pointerId }) => pointerId === held?.pointerId && drop(back));
    }
    document.addEventListener('keydown', ({ key }) => key === 'Escape' && held && drop(true));

    draw();
    return {
      first: (selector = 'li') => list.querySelector(`${selector} .practice-later`),
      get: () => now().map(numberOf),
      set(numbers = dealt.keys()) {
        clear();
        list.append(...[...numbers].map((number) => dealt[number]));
        draw();
      },
      isEmpty: () => false,
      judge(tries) {
        const cards = now();
        clear();
        const early = cards.filter((card, place) => {
          const later = cards.slice(place + 1).map(numberOf);
          return follows[numberOf(card)].some((before) => later.includes(before));
        });
        all = !early.length;
        for (const card of early) {
          card.classList.add('is-wrong');
          part(card, 'verdict').textContent = words.tooEarly;
        }
        for (const card of all ? cards : []) card.classList.add('is-right');
        draw();
        const said = fill(all ? words.inOrder : words.notInOrder, { tries, wrong: early.length, total: cards.length });
        return [all, all && !isOne ? `${said} ${words.otherOrders}` : said];
      },
      reveal(shown) {
        revealed = shown;
        draw();
      },
    };
  };
  window.dateline = { ...window.dateline, order };
})();
