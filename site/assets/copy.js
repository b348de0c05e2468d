// A button beside each citation that copies it, italics and all.
(function () {
  'use strict';

  /** Copies what an element shows; gives a promise. */
  function copy(element) {
    var clipboard = navigator.clipboard;
    if (clipboard && clipboard.write && window.ClipboardItem) {
      var as = function (type, text) { return new Blob([text], { type: type }); };
      return clipboard.write([new ClipboardItem({
        'text/html': as('text/html', element.innerHTML),
        'text/plain': as('text/plain', element.textContent),
      })]);
    }
    var selection = window.getSelection();
    selection.selectAllChildren(element);
    var done = document.execCommand('copy');
    selection.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject();
  }

  document.querySelectorAll('.cite').forEach(function (block) {
    var words = block.dataset;
    block.querySelectorAll('.cite-entry').forEach(function (entry) {
      var heading = entry.querySelector('h3');
      var button = document.createElement('button');
      var status = document.createElement('span');
      var timer;
      button.dataset.byScript = status.dataset.byScript = '';
      button.type = 'button';
      button.textContent = words.copy;
      button.setAttribute('aria-label', words.copy + ': ' + heading.textContent);
      status.setAttribute('role', 'status');
      button.addEventListener('click', function () {
        var say = function (text) {
          clearTimeout(timer);
          status.textContent = text;
          timer = setTimeout(function () { status.textContent = ''; }, 5000);
        };
        copy(entry.querySelector('.cite-text')).then(
          function () { say(words.copied); },
          function () { say(words.notCopied); }
        );
      });
      heading.after(status, button);
    });
  });
})();
