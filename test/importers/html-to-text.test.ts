// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { htmlToText } from '#renderer/importers/html-to-text.ts';

const read = (html: string) => htmlToText(new DOMParser().parseFromString(html, 'text/html').body);

describe('the text of a page', () => {
  it.each([
    [
      'paragraphs with an empty line between',
      '<h1>One</h1><p>Two</p><div>Three</div>',
      'One\n\nTwo\n\nThree',
    ],
    [
      'one empty line, however blocks are nested',
      '<div><section><p>One</p></section></div><p>Two</p>',
      'One\n\nTwo',
    ],
    ['white space as a browser shows it', '<p>\n  One \t<b> two</b>\n three</p>', 'One two three'],
    [
      'the space before and behind marked words',
      '<p>One <b>two</b> <i>three</i> four</p>',
      'One two three four',
    ],
    ['words that only markup parts', '<p>dis<b>order</b>ed</p>', 'disordered'],
    ['non-breaking spaces', '<p>12&nbsp;000 \u00a0men</p>', '12\u00a0000 \u00a0men'],
    ['line breaks', '<p>One<br>two<br><br>three</p>', 'One\ntwo\n\nthree'],
    [
      'list items line by line',
      '<p>Who:</p><ul><li>One</li><li>Two</li></ul><p>End</p>',
      'Who:\n\nOne\nTwo\n\nEnd',
    ],
    [
      'table cells with tabs',
      '<table><tr><th>Name</th><th>Sum</th></tr><tr><td>A</td><td>5</td></tr></table>',
      'Name\tSum\nA\t5',
    ],
    ['preformatted text as it is', '<pre>a\n   b\n</pre><p>c</p>', 'a\n   b\n\n\nc'],
    [
      'no scripts, styles, buttons or drawings',
      '<style>p{}</style><script>x</script><button>Like</button><p>One</p>',
      'One',
    ],
    ['nothing of an empty page', ' <p> </p>\n', ''],
  ])('holds %s', (_, html, text) => {
    expect(read(html)).toBe(text);
  });
});
