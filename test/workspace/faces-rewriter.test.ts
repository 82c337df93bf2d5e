import { rewriteScripts, stripComments } from '../../workspace/faces/rewrite-scripts';

const code = (source: string): string => stripComments(source).code;

describe('the rewriter of inline scripts', () => {
  it('strips comments and keeps the lines', () => {
    expect(code('a(); // one\nb(/* two */1);/* a\nb */c();')).toBe('a(); \nb( 1);\nc();');
  });

  it('understands quotes', () => {
    expect(code(`a("// no", '/* no */', "it's // no", 'a\\'// no'); // yes`)).toBe(
      `a("// no", '/* no */', "it's // no", 'a\\'// no'); `,
    );
  });

  it('understands regular expressions and divisions', () => {
    expect(code('a = /https?:\\/\\//.test(b); // yes')).toBe('a = /https?:\\/\\//.test(b); ');
    expect(code('a = /["/*]/; // yes')).toBe('a = /["/*]/; ');
    expect(code('a = b / c; // yes\nd = (e) / 2;')).toBe('a = b / c; \nd = (e) / 2;');
  });

  it('cuts // in a template literal to the end of the line, and says so', () => {
    const { code: cut, warnings } = stripComments('const url = `https://example.jp/${id}`;\nnext();');
    expect(cut).toBe('const url = `https:\nnext();');
    expect(warnings).toHaveLength(1);
  });

  it('pairs /* in one template literal with */ in another', () => {
    expect(code('a = `x/*y`; keep(); b = `p*/q`;')).toBe('a = `x q`;');
  });

  it('warns of // inside a quoted string that is not escaped', () => {
    expect(stripComments("a = 'http://www.w3.org/2000/svg';").warnings).toHaveLength(1);
    expect(stripComments("a = 'http:\\/\\/www.w3.org/2000/svg';").warnings).toEqual([]);
    expect(stripComments("a = 'http:\\x2f\\x2fwww.w3.org';").warnings).toEqual([]);
  });

  it('touches inline JavaScript only', () => {
    const html = [
      '<!-- <script>// kept</script> -->',
      '<script src="a.js">// kept</script>',
      '<script type="application/json">{"a": "b"} // kept</script>',
      '<p>// kept</p>',
      '<script data-x="a>b">go(); // cut\n</script>',
    ].join('\n');
    const rewritten = rewriteScripts(html).html;
    expect(rewritten.match(/\/\/ kept/gu)).toHaveLength(4);
    expect(rewritten).toContain('<script data-x="a>b">go(); \n</script>');
  });
});
