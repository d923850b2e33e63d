import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { htmlToText } from './html-text.ts';

const plain = (html: string) => htmlToText(html, { style: 'plain' });
const markdown = (html: string) => htmlToText(html, { style: 'markdown', baseUrl: 'https://demo.daktela.test/' });

describe('plain text', () => {
  test.each([
    ['blocks are lines', '<div>One<br>two</div><div>three</div><p>four</p>five', 'One\ntwo\nthree\n\nfour\n\nfive'],
    ['entities', '<p>caf&eacute; &amp; th&#233;&nbsp;&#x1F600; &lt;b&gt; AT&T</p>', 'café & thé 😀 <b> AT&T'],
    [
      'scripts and styles',
      '<style>p{}</style><p>a<script>if (a<b) "</p>"</script>b</p><!-- no --><title>t</title>',
      'ab',
    ],
    ['an unclosed script', '<p>a</p><script>secret', 'a'],
    ['spaces', '<p>  a \n\n b<b> c</b>\t<i>d </i>e</p>', 'a b c d e'],
    [
      'links',
      '<a href="https://a.test/x">here</a> <a href="https://a.test">a.test</a> <a href="#top">up</a>',
      'here <https://a.test/x> a.test up',
    ],
    ['a link to a script', '<a href="javascript:alert(1)">here</a>', 'here'],
    ['an address', '<a href="mailto:jana%2Bx@example.test">write</a>', 'write <jana+x@example.test>'],
    ['lists', '<ul><li>a<li>b<ol><li>c</li></ol></ul>', '- a\n- b\n\n  1. c'],
    ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    [
      'quotes',
      '<p>yes</p><blockquote><p>no</p>or<blockquote>maybe</blockquote></blockquote>end',
      'yes\n\n> no\n>\n> or\n>\n> > maybe\n\nend',
    ],
    ['preformatted', '<pre>a\n  b\n</pre>c', 'a\n  b\n\nc'],
    ['pictures', '<p>see <img src="cid:1" alt="a kettle"><img src="x"></p>', 'see [a kettle]'],
    ['control characters', '<p>a\u0007b&#27;c</p>', 'abc'],
    ['broken markup', '</div></b><p>a</blockquote><a href=x>b<', 'a\n\nb<'],
    [
      'text',
      'Dear Sir,\r\n  a < b & c > d <jana@example.test>\n\n\n\nBye',
      'Dear Sir,\n  a < b & c > d <jana@example.test>\n\nBye',
    ],
  ])('%s', async (_, html, text) => {
    expect(await plain(html)).toBe(text);
  });

  test('the long query of a link is cut', async () => {
    const text = await plain(`<a href="https://a.test/track?${'x'.repeat(500)}">offer</a>`);
    expect(text).toBe('offer <https://a.test/track…>');
  });
});

test('Markdown', async () => {
  const html =
    '<h2>Steps</h2><p>Press <b>Reset</b> and <em> wait</em>, see <a href="/articles/1">this</a>.</p><ol><li>One</li><li><code>two</code></li></ol><pre>a  b\nc</pre><hr><table><tr><th>x</th><th>y</th></tr></table><img alt="no" src="a">';
  expect(await markdown(html)).toBe(
    '## Steps\n\nPress **Reset** and *wait*, see [this](https://demo.daktela.test/articles/1).\n\n1. One\n2. `two`\n\n```\na  b\nc\n```\n\n---\n\nx | y',
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<blockquote>',
    '</blockquote>',
    '<li>',
    '<ul>',
    '</ul>',
    '<a href="https://a.test/">',
    '</a>',
    '<pre>',
    '</pre>',
    '<td>',
    '<br>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '&amp;',
    '<',
    ' ',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\n'), maxLength: 5 }),
);

test('whatever it is made of, it is read, and no word that a reader sees is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.boolean(), async (pieces, marked) => {
      const html = `<p>${pieces.join('')}`;
      const text = await (marked ? markdown(html) : plain(html));
      expect(text).toBe(text.trimEnd());
      if (
        /<script|<!--|<$|<[a-zé]/.test(
          pieces.join('').replaceAll(/<\/?(p|b|blockquote|li|ul|pre|td|br|a)( href="[^"]*")?>/g, ''),
        )
      )
        return;
      const seen = pieces
        .filter((one) => !/^<|^-->$|^&/.test(one))
        .join('')
        .replaceAll(/\s/g, '');
      const letters = (one: string) => one.replaceAll(/<?\(?https:\/\/a\.test\/[>)]?/g, '').replaceAll(/[^abé]/g, '');
      expect(letters(text)).toBe(letters(seen));
    }),
  );
});

describe('hostile mails of 5 MB', () => {
  test.each([
    ['nested', '<div>'],
    ['nested in quotes', '<blockquote>'],
    ['of lists', '<ul><li>'],
    ['of links', '<a href=x>'],
    ['of open tags', '<'],
    ['of entities', '&amp;'],
    ['of paragraphs', '<p>a</p>'],
    ['of line breaks', '<br>\n'],
  ])('%s', async (_, unit) => {
    let turns = 0;
    let done = false;
    const other = (async () => {
      while (!done) {
        turns += 1;
        await setImmediate();
      }
    })();
    const text = await plain(`<p>first</p>${unit.repeat(5_000_000 / unit.length)}`);
    done = true;
    await other;
    expect(text.slice(0, 5)).toBe('first');
    expect(turns).toBeGreaterThan(60);
  });
});
