import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readableBlocks } from '../../../../src/stages/articles/pages/readable.ts';
import { wellFormed } from '../../../../src/stages/articles/pages/well-formed.ts';

it.each([
  [
    'what is left open is closed',
    '<html><head></head><body><p>One<p>Two<br></body>',
    '<html><head></head><body><p>{One}</p><p>{Two}<br></br></p></body></html>',
  ],
  [
    'a page without head and body has empty ones',
    '<html>\n<div>One</div></html>',
    '<html><head></head><body></body>{\n}<div>{One}</div></html>',
  ],
  [
    'a page without body has an empty one',
    '<html><head></head><div>One</div></html>',
    '<html><head></head><body></body><div>{One}</div></html>',
  ],
  ['a page of nothing has both', '<html></html>', '<html><head></head><body></body></html>'],
  ['a page of a head alone has both', '<html><head></head></html>', '<html><head></head><body></body></html>'],
  ['the first element stands for the page', '<div>One</div><p>Two', '<div><head></head><body></body>{One}</div><p>{Two}</p>'],
  [
    'a page within a page is none',
    '<html><head></head><body><html>One</html></body></html>',
    '<html><head></head><body><x-html>{One}</x-html></body></html>',
  ],
  ['a prefix belongs to the name', '<div><o:p>One</o:p></div>', '<div><head></head><body></body><o_p>{One}</o_p></div>'],
  [
    'signs in attributes are escaped',
    '<div class="a&amp;b &lt;c">One</div>',
    '<div class="a&amp;b &lt;c"><head></head><body></body>{One}</div>',
  ],
  ['text that ends a section is escaped', '<div>a]]>b</div>', '<div><head></head><body></body>a]]&gt;b</div>'],
])('%s', (_what, slim, expected) => {
  expect(wellFormed(slim)).toBe(expected.replaceAll('{', '<![CDATA[').replaceAll('}', ']]>'));
});

it('whatever the markup is, the tree builder finds no fault in it', () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {});
  const piece = fc.constantFrom(
    ...[
      '<html>',
      '</html>',
      '<head>',
      '</head>',
      '<body class="story">',
      '</body>',
      '<p>',
      '</p>',
      '<div id="a">',
      '</div>',
      '<o:p>',
      '<br>',
      '<hr/>',
    ],
    ...[
      '<table><tr><td>',
      '</table>',
      '<ul><li>',
      '</ul>',
      '<a href="#top">',
      '</a>',
      '<title>A & B</title>',
      '<blockquote>',
      '<xmp>',
      '<form>',
      '<h1>',
    ],
    ...[
      'The harbour board met on Monday, and its chair spoke for an hour about the ferry. ',
      'Ferries “run”, she said. ',
      ' & ',
      '&lt;',
      ']]>',
      '"',
      '\n',
    ],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readableBlocks(pieces.join(''));
    }),
    { numRuns: 300 },
  );
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});
