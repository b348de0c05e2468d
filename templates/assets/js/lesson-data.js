// What lessons are made of: of all events what they are called, at once, and of those that are
// chosen all else, in parts that are loaded when they are needed.
'use strict';

(() => {
  // The timeline as the scripts use it, of what `data/lesson.js` hands over.
  const begin = ({ events, actors, ...more }) => ({
    ...more,
    events: events.map(([id, title, date], place) => ({ id, title, date, place })),
    actors: actors.map(([id, name]) => ({ id, name })),
    sources: {},
  });
  // Adds what `data/lesson-<number>.js` hands over; nothing if it is of another build, in which
  // the numbers stand for something else.
  const add = (data, number, { edition, events, sources }) => {
    if (edition !== data.edition) return;
    events.forEach((event, at) => Object.assign(data.events[number * data.part + at], event));
    Object.assign(data.sources, sources);
  };
  // The parts in which these events are and that are not there yet.
  const lacking = (data, events) =>
    [...new Set(events.filter(({ claims }) => !claims).map(({ place }) => Math.floor(place / data.part)))];

  (window.dateline ??= {}).lessonData = { add, begin, lacking };
})();
