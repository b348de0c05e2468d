// Shuffling that gives the same order as the pages of lessons have: what is shuffled follows
// from the lesson's seed and from its purpose, as in `sequence/0`.
'use strict';

(() => {
  const wrap = (number) => BigInt.asUintN(64, number);
  const bytes = new TextEncoder();
  // FNV-1a.
  const hash = (text) => bytes.encode(text).reduce(
    (hash, byte) => wrap((hash ^ BigInt(byte)) * 0x100000001b3n),
    0xcbf29ce484222325n,
  );
  // SplitMix64: a number below a limit, which is the upper half of a product.
  const chance = (state) => (limit) => {
    state = wrap(state + 0x9e3779b97f4a7c15n);
    let bits = state;
    bits = wrap((bits ^ (bits >> 30n)) * 0xbf58476d1ce4e5b9n);
    bits = wrap((bits ^ (bits >> 27n)) * 0x94d049bb133111ebn);
    bits ^= bits >> 31n;
    return Number((bits * BigInt(limit)) >> 64n);
  };
  const swap = (order, one, other) => {
    [order[one], order[other]] = [order[other], order[one]];
  };
  const sorted = (order) => order.every((it, place) => !place || order[place - 1] <= it);

  // The numbers below a count in an order that is never their own.
  const deal = (seed, purpose, count) => {
    const below = chance(wrap(BigInt(seed)) ^ hash(purpose));
    const order = Array.from({ length: count }, (_, number) => number);
    for (let last = count - 1; last > 0; last -= 1) swap(order, last, below(last + 1));
    if (count > 1 && sorted(order)) swap(order, 0, 1);
    return order;
  };
  const seedOf = ({ seed, id }) => (Number.isSafeInteger(seed) && seed >= 0 ? BigInt(seed) : hash(`${id ?? ''}`));

  (window.dateline ??= {}).shuffle = { chance, deal, hash, seedOf, sorted, swap };
})();
