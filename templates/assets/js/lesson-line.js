// The line of time that pupils fill in: its parts, their names, and where events stand on it.
// Days go by their number since 1970-01-01.
'use strict';

(() => {
  const { floor, max, min } = Math;
  // How many parts a line has at most.
  const most = 16;

  // Years are counted from March, so that a leap day comes last.
  const numberOf = (year, month, day) => {
    const years = month > 2 ? year : year - 1;
    return 365 * years + floor(years / 4) - floor(years / 100) + floor(years / 400)
      + floor((153 * ((month + 9) % 12) + 2) / 5) + day - 719469;
  };
  const dateOf = (number) => {
    const days = number + 719468;
    const cycle = floor(days / 146097);
    const rest = days - cycle * 146097;
    const year = floor((rest - floor(rest / 1460) + floor(rest / 36524) - floor(rest / 146096)) / 365);
    const inYear = rest - (365 * year + floor(year / 4) - floor(year / 100));
    const months = floor((5 * inYear + 2) / 153);
    const month = months < 10 ? months + 3 : months - 9;
    return { year: year + cycle * 400 + (month < 3 ? 1 : 0), month, day: inYear - floor((153 * months + 2) / 5) + 1 };
  };

  // A year, a month or a day as teachers write them: first and last day, or nothing. Of the
  // notations that files can have it is the one without signs and brackets.
  const read = (text) => {
    const found = `${text}`.trim().match(/^(-?)(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/);
    if (!found || (found[1] && found[2] === '0000')) return null;
    const year = Number(found[1] + found[2]);
    const month = Number(found[3] ?? 1);
    const last = Number(found[3] ?? 12);
    if (month < 1 || last > 12) return null;
    const end = last === 12 ? numberOf(year, 12, 31) : numberOf(year, last + 1, 1) - 1;
    if (!found[4]) return [numberOf(year, month, 1), end];
    const day = numberOf(year, month, Number(found[4]));
    return Number(found[4]) > 0 && day <= end ? [day, day] : null;
  };

  const yearStep = (years) => {
    let step = 1;
    for (let factor = 0; floor(years / step) >= most; factor += 1) step *= [2, 2.5, 2][factor % 3];
    return step;
  };
  // The smallest unit of which there are few enough: where the part with a day begins, and
  // where the next part does.
  const unitOf = (from, to) => {
    const days = to - from + 1;
    const [first, last] = [dateOf(from), dateOf(to)];
    const months = (last.year - first.year) * 12 + last.month - first.month;
    if (days <= most) return { days: true, begin: (day) => day, next: (day) => day + 1 };
    if (days <= most * 7 - 6) {
      // The first of January 1970 was a Thursday.
      return { days: true, begin: (day) => floor((day + 3) / 7) * 7 - 3, next: (day) => day + 7 };
    }
    const byMonths = (count) => ({
      months: true,
      begin: (number) => {
        const { year, month } = dateOf(number);
        return numberOf(year, floor((month - 1) / count) * count + 1, 1);
      },
      next: (number) => {
        const { year, month } = dateOf(number);
        const then = month - 1 + count;
        return numberOf(year + floor(then / 12), (then % 12) + 1, 1);
      },
    });
    if (months < most) return byMonths(1);
    if (floor(months / 3) < most - 1) return byMonths(3);
    const step = yearStep(last.year - first.year + 1);
    return {
      begin: (number) => numberOf(floor(dateOf(number).year / step) * step, 1, 1),
      next: (number) => numberOf(dateOf(number).year + step, 1, 1),
    };
  };

  const yearIn = (words, year) => {
    if (year < 1) return words.yearBefore.replace('{year}', 1 - year);
    return (year < 1000 && words.yearEarly || words.year).replace('{year}', year);
  };
  const named = (words, unit, number) => {
    const { year, month, day } = dateOf(number);
    if (unit.days) {
      const [name, template] = [words.months[month - 1], words.month[month - 1]];
      // Grammar can have the year otherwise there; of an era that is rare here it is not known how.
      return [`${day}`, year < 1000 ? `${name} ${yearIn(words, year)}` : template.replace('{year}', year)];
    }
    return unit.months ? [words.months[month - 1], yearIn(words, year)] : [yearIn(words, year), null];
  };

  // The line for events; nothing if none can be drawn, or it would end before it begins.
  const line = (events, from, to, words) => {
    const spans = events.map((event) => event.known).filter(Boolean);
    const least = read(from)?.[0] ?? (spans.length ? min(...spans.map((span) => span[0])) : null);
    const last = read(to)?.[1] ?? (spans.length ? max(...spans.map((span) => span[1])) : null);
    if (least === null || last === null || last < least) return null;
    const unit = unitOf(least, last);
    const begins = [unit.begin(least)];
    while (begins.at(-1) <= last) begins.push(unit.next(begins.at(-1)));
    const [start, end] = [begins[0], begins.at(-1)];
    const at = (day) => (day - start) / (end - start);
    let before;
    const ticks = begins.map((day, number) => {
      // The last is where the line ends: it names nothing.
      if (number === begins.length - 1) return { at: at(day), name: '', under: null };
      const [name, group] = named(words, unit, day);
      const under = group === before ? null : group;
      before = group;
      return { at: at(day), name, under };
    });
    const stands = ({ known }) => known && known[1] >= start && known[0] < end;
    return {
      ticks,
      marks: events.filter(stands).map((event) => ({
        event,
        from: at(max(event.known[0], start)),
        to: at(min(event.known[1] + 1, end)),
      })),
      off: events.filter((event) => !stands(event)),
    };
  };

  (window.dateline ??= {}).line = { dateOf, line, numberOf, read, unitOf };
})();
