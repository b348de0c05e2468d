// Events of the corridor
var timeline_data = {
  'dateTimeFormat': 'iso8601',
  'wikiURL': "http://simile.example/",
  'events': [
    {'start': '2031-04-02', 'title': 'A ship is stopped', 'description': 'The <b>Aurora</b> is stopped<br/>at 3/4 speed',
     'link': 'https://ports.example/1', 'color': 'red', 'durationEvent': false,},
    {start: '2031-04-10', end: '2031-04-12', durationEvent: true, title: "It's a conference", image: '/hall.jpg'},
    {start: 1987, title: 'The port is built', caption: 'no more is known'},
    'not an event',
  ],
};
